package io.github.cleanroomscontract.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a floor can be put under. */
enum Measure {
  OPERATIONS("operations"),
  MEMBERS("members"),
  REQUEST_MEMBERS("request.members"),
  RESPONSE_MEMBERS("response.members"),
  VARIANTS("variants"),
  REQUEST_VARIANTS("request.variants"),
  RESPONSE_VARIANTS("response.variants"),
  ENUM_VALUES("enum-values"),
  REQUEST_ENUM_VALUES("request.enum-values"),
  RESPONSE_ENUM_VALUES("response.enum-values"),
  ERRORS("errors");

  private final String label;

  Measure(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static Optional<Measure> of(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Measure::label).toList();
  }

  /** Returns what was exercised of an operation by this measure. */
  Tally of(OperationCoverage operation) {
    if (this == OPERATIONS) {
      List<String> name = List.of(operation.operation());
      return operation.exercised() ? new Tally(name, List.of()) : new Tally(List.of(), name);
    }
    if (this == ERRORS) {
      return operation.errors();
    }
    return messages(operation).map(this::of).reduce(Tally::and).orElseThrow();
  }

  private Stream<MessageCoverage> messages(OperationCoverage operation) {
    return Stream.of(operation.request(), operation.response())
        .filter(
            message -> !label.contains(".") || label.startsWith(message.direction().label() + "."));
  }

  private Tally of(MessageCoverage message) {
    return switch (label.substring(label.indexOf('.') + 1)) {
      case "members" -> message.members();
      case "variants" -> message.variants();
      default -> message.enumValues();
    };
  }

  /** Returns what tests to add for what an operation lacks by this measure. */
  List<String> remedies(OperationCoverage operation) {
    String name = operation.operation();
    if (this == OPERATIONS) {
      return operation.exercised() ? List.of() : List.of("a test that calls " + name);
    }
    if (this == ERRORS) {
      return operation.errors().missing().stream()
          .map(error -> "a test in which " + name + " answers " + error)
          .toList();
    }
    List<String> remedies = new ArrayList<>();
    messages(operation)
        .forEach(
            message -> {
              String verb =
                  switch (message.direction()) {
                    case REQUEST -> " is called with ";
                    default -> " answers with ";
                  };
              for (String missing : of(message).missing()) {
                remedies.add("a test in which " + name + verb + Part.shown(missing));
              }
            });
    return remedies;
  }
}
