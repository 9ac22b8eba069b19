package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Rules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Payloads that are written in the language of another tool, which one hint says. */
final class Dialects {

  /** One name in another style is a slip; several are a style. */
  private static final int SEVERAL = 2;

  private static final Pattern UNDERSCORE = Pattern.compile("_([a-z0-9])");

  private Dialects() {}

  /** Adds to the finding that comes of it in which language a payload seems to be. */
  static void note(List<Draft> drafts, Shape shape, JsonNode payload) {
    int name = first(drafts, Dialects::isForeignName);
    int tags = first(drafts, Dialects::isTags);
    if (name < 0 && tags < 0) {
      return;
    }
    Optional<String> language = language(shape, payload);
    if (language.isPresent()) {
      hint(drafts, name < 0 ? tags : name, language.get());
    } else if (hasTagList(payload)) {
      hint(
          drafts,
          tags < 0 ? name : tags,
          "a list of keys and values is how CloudFormation has tags");
    }
  }

  private static int first(List<Draft> drafts, Predicate<Draft> condition) {
    for (int i = 0; i < drafts.size(); i++) {
      if (condition.test(drafts.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Returns whether it is about a name at the top, which is where the language shows. */
  private static boolean isForeignName(Draft draft) {
    Finding finding = draft.finding();
    return finding.pointer().isEmpty() && finding.rule().equals(Rules.UNKNOWN_MEMBER);
  }

  private static boolean isTags(Draft draft) {
    return draft.finding().rule().equals(Rules.TYPE) && draft.spot().equals("/tags")
        || isForeignName(draft) && draft.spot().equals("/Tags");
  }

  private static void hint(List<Draft> drafts, int at, String language) {
    Draft draft = drafts.get(at);
    Finding finding = draft.finding();
    String hint =
        finding.hint().filter(text -> !text.isEmpty()).map(text -> text + "; ").orElse("");
    Finding hinted = finding.withHint(hint + language);
    drafts.set(at, new Draft(hinted, draft.spot(), draft.atKey(), draft.offset()));
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
    return Optional.empty();
  }

  private static boolean hasTagList(JsonNode payload) {
    JsonNode tags = payload.optional("tags").orElse(payload.path("Tags"));
    return tags.isArray()
        && !tags.isEmpty()
        && tags.valueStream().allMatch(tag -> tag.has("Key") || tag.has("key"));
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
