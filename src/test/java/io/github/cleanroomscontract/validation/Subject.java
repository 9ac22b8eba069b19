package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something to validate: the request, the response or an error of an operation.
 *
 * @param name which of them
 * @param shape what its payloads have to be
 * @param validate validates a payload
 */
record Subject(String name, Shape shape, Function<String, Report> validate) {

  /** All subjects of an operation. */
  static List<Subject> of(Operation operation) {
    return of(operation, ContractValidator.create());
  }

  /** All subjects of an operation of the day that a validator judges by. */
  static List<Subject> of(Operation operation, ContractValidator validator) {
    String name = operation.name();
    List<Subject> subjects = new ArrayList<>();
    subjects.add(
        new Subject("request", operation.request(), json -> validator.validateRequest(name, json)));
    subjects.add(
        new Subject(
            "response", operation.response(), json -> validator.validateResponse(name, json)));
    for (ErrorShape error : operation.errors()) {
      String errorName = error.name();
      subjects.add(
          new Subject(
              errorName, error.shape(), json -> validator.validateError(name, errorName, json)));
    }
    return subjects;
  }

  /** All subjects of all operations. */
  static Stream<Subject> all() {
    return Catalogue.current().operations().stream().flatMap(operation -> of(operation).stream());
  }

  /** Every place that the payloads of this can have. */
  List<PayloadPlace> places() {
    return PayloadPlace.all(shape);
  }

  /** What is judged otherwise than expected among variations at a place, each in a sentence. */
  Stream<String> misjudged(PayloadPlace place, List<Variation> variations) {
    return variations.stream()
        .flatMap(
            variation -> {
              List<String> expected =
                  variation.broken().stream()
                      .map(rule -> brief(rule.id(), place.pointer()))
                      .toList();
              List<String> found = findings(place.json(variation.value()));
              return found.equals(expected)
                  ? Stream.empty()
                  : Stream.of(
                      String.format(
                          "%s %s, %s: expected %s, found %s",
                          name, place.name(), variation.label(), expected, found));
            });
  }

  /** What the model has against a payload: rules and pointers. */
  List<String> findings(String json) {
    try {
      // Payloads that only meet the model are rarely sensible: warnings are not about them.
      return validate.apply(json).findings().stream()
          // What is documented beyond the model has fixtures of its own.
          .filter(finding -> !finding.rule().documented())
          .map(finding -> brief(finding.rule().id(), finding.pointer()))
          .toList();
    } catch (RuntimeException e) {
      // Told with the payload's name, like everything else that is wrong.
      return List.of(e.toString());
    }
  }

  static String brief(String rule, String pointer) {
    return rule + " at \"" + pointer + '"';
  }
}
