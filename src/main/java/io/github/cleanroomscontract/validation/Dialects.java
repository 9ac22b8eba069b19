package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Payloads that are written in the language of another tool, which one hint says. */
final class Dialects {

  /** One name in another style is a slip; several are a style. */
  private static final int SEVERAL = 2;

  private static final Pattern UNDERSCORE = Pattern.compile("_([a-z0-9])");

  private Dialects() {}

  /** Adds to the first finding that comes of it in which language a payload seems to be. */
  static void note(List<Draft> drafts, Shape shape, JsonNode payload) {
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      Rule rule = draft.finding().rule();
      if (rule.equals(Rules.UNKNOWN_MEMBER) || isTags(draft)) {
        Optional<String> language = language(shape, payload);
        if (language.isPresent()) {
          drafts.set(i, hinted(draft, language.get()));
        }
        return;
      }
    }
  }

  private static boolean isTags(Draft draft) {
    return draft.finding().rule().equals(Rules.TYPE) && draft.spot().equals("/tags");
  }

  private static Draft hinted(Draft draft, String language) {
    Finding finding = draft.finding();
    String hint =
        finding.hint().filter(text -> !text.isEmpty()).map(text -> text + "; ").orElse("");
    return new Draft(
        finding.withHint(hint + language), draft.spot(), draft.atKey(), draft.offset());
  }

  private static Optional<String> language(Shape shape, JsonNode payload) {
    if (payload.path("Type").asString("").startsWith("AWS::CleanRooms::")
        && payload.path("Properties").isObject()) {
      return Optional.of(
          "this is a resource of CloudFormation; the API takes its properties, named otherwise");
    }
    if (count(shape, payload, Dialects::uncapitalised) >= SEVERAL) {
      return Optional.of("this looks like CloudFormation, whose names begin with a capital");
    }
    if (count(shape, payload, Dialects::withoutUnderscores) >= SEVERAL) {
      return Optional.of("this looks like Terraform, whose names have underscores");
    }
    JsonNode tags = payload.optional("tags").orElse(payload.path("Tags"));
    boolean list =
        tags.isArray()
            && !tags.isEmpty()
            && tags.valueStream().allMatch(tag -> tag.has("Key") || tag.has("key"));
    return list
        ? Optional.of("a list of keys and values is how CloudFormation has tags")
        : Optional.empty();
  }

  /** Counts the names that mean a member when they are written as the API does. */
  private static long count(Shape shape, JsonNode payload, UnaryOperator<String> written) {
    return payload.propertyNames().stream()
        .filter(name -> shape.member(name).isEmpty())
        .filter(name -> shape.member(written.apply(name)).isPresent())
        .count();
  }

  private static String uncapitalised(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static String withoutUnderscores(String name) {
    return UNDERSCORE.matcher(name).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }
}
