package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import java.util.Optional;

/** Whether steps are what they are said to be. */
final class Labels {

  private Labels() {}

  /** Returns the operation of a name, also one that came later than the contract's day. */
  static Operation known(String operation, Catalogue catalogue) {
    return catalogue
        .operation(operation)
        .or(() -> Catalogue.current().operation(operation))
        .orElseThrow(
            () -> new IllegalArgumentException("there is no operation \"" + operation + "\""));
  }

  /**
   * Returns why a step cannot be made as it is; empty if it can. A verdict on an input that is not
   * what it is said to be would be wrong.
   */
  static Optional<String> problem(Step step, Judge judge, Catalogue catalogue) {
    Optional<String> absent = absent(step.operation(), catalogue);
    if (absent.isPresent()) {
      return absent;
    }
    Report report = judge.input(step.operation(), step.input());
    if (report.valid() == step.valid()) {
      return Optional.empty();
    }
    return Optional.of(
        step.valid()
            ? "its input is not in the contract of " + catalogue.day() + ": " + first(report)
            : "its input is in the contract of " + catalogue.day() + ", although it should not be");
  }

  /** Returns why there is no such operation; empty if there is. */
  static Optional<String> absent(String operation, Catalogue catalogue) {
    return catalogue.operation(operation).isPresent()
        ? Optional.empty()
        : Optional.of("the contract of " + catalogue.day() + " has no such operation");
  }

  private static String first(Report report) {
    Finding finding =
        report.findings().stream()
            .filter(each -> each.severity().breaksContract())
            .findFirst()
            .orElseGet(() -> report.findings().get(0));
    String at = finding.pointer().isEmpty() ? "the top" : finding.pointer();
    return finding.rule() + " at " + at;
  }
}
