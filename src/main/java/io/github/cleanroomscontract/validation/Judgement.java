package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.finding.Unchecked;
import io.github.cleanroomscontract.internal.checks.Gap;
import io.github.cleanroomscontract.internal.checks.Hit;
import io.github.cleanroomscontract.internal.checks.Round;
import io.github.cleanroomscontract.internal.facts.Facts;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.rules.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What one message with a tree turns out to be, and what is wrong with it: by the schemas at once,
 * by the rules that need facts once they are checked. Not thread-safe.
 */
final class Judgement {

  /** What may be printed as the name of an error that the API does not have. */
  private static final Pattern ERROR_NAME = Pattern.compile("[A-Za-z.]{1,80}");

  private final ContractValidator validator;
  private final Message message;
  private final Operation operation;
  private final JsonNode tree;
  private final List<Draft> drafts;
  private List<Gap> gaps = List.of();
  private Optional<Shape> shape = Optional.empty();
  private Optional<Round> round = Optional.empty();

  /**
   * Judges a message.
   *
   * @param drafts where what is wrong is added
   */
  Judgement(
      ContractValidator validator,
      Message message,
      Operation operation,
      JsonNode tree,
      List<Draft> drafts) {
    this.validator = validator;
    this.message = message;
    this.operation = operation;
    this.tree = tree;
    this.drafts = drafts;
    Direction direction = message.direction();
    boolean error =
        direction == Direction.ERROR
            || direction == Direction.RESPONSE
                && ErrorSorter.looksLikeError(message, operation, tree);
    if (error) {
      judgeError();
    } else {
      if (direction == Direction.RESPONSE) {
        checkStatus(Rules.HTTP_STATUS, operation.name(), operation::status);
      }
      judge(
          operation.schemaUri(direction),
          direction == Direction.REQUEST ? operation.request() : operation.response(),
          direction);
    }
  }

  /** Returns what could not be checked. */
  List<Unchecked> unchecked() {
    if (gaps.isEmpty()) {
      return List.of();
    }
    List<Unchecked> unchecked = new ArrayList<>(gaps.size());
    for (Gap gap : gaps) {
      Rule rule = RuleBook.find(gap.rule()).orElseThrow();
      if (rule.inForce(validator.catalogue().day())) {
        String place = validator.shown(shape.orElseThrow(), gap.pointer());
        unchecked.add(new Unchecked(rule, place, gap.needs()));
      }
    }
    return unchecked;
  }

  /** Returns what the tree was judged to be; empty if it is nothing that the API has. */
  Optional<Shape> shape() {
    return shape;
  }

  /** Returns what was judged. */
  JsonNode tree() {
    return tree;
  }

  private void judge(String schemaUri, Shape judgedAs, Direction direction) {
    shape = Optional.of(judgedAs);
    validator.judge(schemaUri, judgedAs, direction, tree, drafts);
    if (direction != Direction.ERROR) {
      round = Optional.of(validator.checks().begin(operation.name(), direction, judgedAs, tree));
    }
  }

  /**
   * Makes the checks of documented rules that need code, as far as they are not made yet.
   *
   * @param facts what is known beyond the message
   * @param request the request that it answers, if that is known
   */
  void check(Facts facts, Optional<JsonNode> request) {
    round.ifPresent(each -> add(each.end(facts, request)));
  }

  private void add(Round.Result result) {
    Shape judgedAs = shape.orElseThrow();
    LocalDate day = validator.catalogue().day();
    for (Hit hit : result.hits()) {
      Rule rule = RuleBook.find(hit.rule()).orElseThrow();
      if (rule.inForce(day)) {
        String found = validator.clean(hit.found());
        Finding finding =
            new Finding(
                rule,
                rule.severity(),
                validator.shown(judgedAs, hit.pointer()),
                Optional.empty(),
                rule.message(Map.of("found", found)),
                Optional.empty(),
                found.isEmpty() ? Optional.empty() : Optional.of(found),
                Optional.empty(),
                Optional.empty());
        drafts.add(Draft.at(finding, hit.pointer()));
      }
    }
    gaps = result.gaps();
  }

  private void judgeError() {
    List<String> declared = operation.errors().stream().map(ErrorShape::name).toList();
    Optional<String> told = ErrorSorter.name(message, tree);
    Catalogue catalogue = validator.catalogue();
    Optional<ErrorShape> error =
        told.isPresent()
            ? catalogue.error(told.get())
            : new ErrorSorter(validator, catalogue).guess(message, operation, tree);
    Optional<String> name = told.or(() -> error.map(ErrorShape::name));
    String expected = Words.and(declared);
    if (name.isEmpty()) {
      drafts.add(draft(Rules.ERROR_UNIDENTIFIED, operation.name(), expected, ""));
    } else if (!declared.contains(name.get())) {
      String found =
          ERROR_NAME.matcher(name.get()).matches() ? name.get() : "an error of another name";
      drafts.add(draft(Rules.ERROR_UNDECLARED, operation.name(), expected, found));
    }
    if (error.isPresent()) {
      ErrorShape known = error.get();
      checkStatus(Rules.ERROR_STATUS, known.name(), known::status);
      judge(catalogue.schemaUri(known), known.shape(), Direction.ERROR);
    }
  }

  private void checkStatus(Rule rule, String subject, IntSupplier expected) {
    if (message.status().isPresent() && message.status().getAsInt() != expected.getAsInt()) {
      String found = Integer.toString(message.status().getAsInt());
      drafts.add(draft(rule, subject, Integer.toString(expected.getAsInt()), found));
    }
  }

  /** A finding on the message as a whole. */
  private static Draft draft(Rule rule, String subject, String expected, String found) {
    Map<String, String> texts =
        Map.of("operation", subject, "shape", subject, "expected", expected, "found", found);
    Finding finding =
        new Finding(
            rule,
            rule.severity(),
            Pointers.ROOT,
            Optional.empty(),
            rule.message(texts),
            Optional.of(expected),
            found.isEmpty() ? Optional.empty() : Optional.of(found),
            Optional.empty(),
            Optional.empty());
    return Draft.at(finding, Pointers.ROOT);
  }
}
