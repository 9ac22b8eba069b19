package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Severity;
import java.util.List;

/**
 * A judged message as outputs take it. Immutable.
 *
 * @param message the message
 * @param findings all its findings, in the order of its report
 */
public record Entry(JudgedMessage message, List<Weighed> findings) {

  /** Where a message belongs in the sums; each is in one of these. */
  enum Group {
    VALID,
    KNOWN,
    INVALID,
    DRIFT,
    SKIPPED,
    FAILED
  }

  /** Keeps an unmodifiable copy of the findings. */
  public Entry {
    findings = List.copyOf(findings);
  }

  /** Returns the findings that a run fails for. */
  public List<Weighed> counting() {
    return findings.stream().filter(Weighed::counts).toList();
  }

  /** Returns where the message belongs in the sums. */
  Group group() {
    return switch (message.report().outcome()) {
      case VALID -> Group.VALID;
      case SKIPPED -> Group.SKIPPED;
      case FAILED -> Group.FAILED;
      case INVALID -> broken();
    };
  }

  private Group broken() {
    List<Severity> unknown =
        findings.stream()
            .filter(each -> each.known().isEmpty())
            .map(each -> each.finding().severity())
            .filter(Severity::breaksContract)
            .toList();
    return unknown.isEmpty()
        ? Group.KNOWN
        : unknown.contains(Severity.ERROR) ? Group.INVALID : Group.DRIFT;
  }

  /** Returns whether the message could not be checked. */
  boolean failed() {
    return message.report().outcome() == Outcome.FAILED;
  }
}
