package io.github.cleanroomscontract.finding;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was found out about one message. Immutable.
 *
 * @param subject what was looked at, such as {@code StartProtectedQuery request}; may be empty
 *     where that could not be told
 * @param outcome what came of it
 * @param findings all findings, in the order of the source
 * @param unchecked the rules that could not be checked for want of a fact; they change no outcome
 */
public record Report(
    String subject, Outcome outcome, List<Finding> findings, List<Unchecked> unchecked) {

  /** Keeps unmodifiable copies of the lists. */
  public Report {
    findings = List.copyOf(findings);
    unchecked = List.copyOf(unchecked);
  }

  /** Returns the report of a message that was looked at, and of which everything was checked. */
  public static Report of(String subject, List<Finding> findings) {
    return of(subject, findings, List.of());
  }

  /** Returns the report of a message that was looked at. */
  public static Report of(String subject, List<Finding> findings, List<Unchecked> unchecked) {
    boolean broken = false;
    for (Finding finding : findings) {
      broken |= finding.severity().breaksContract();
    }
    return new Report(subject, broken ? Outcome.INVALID : Outcome.VALID, findings, unchecked);
  }

  /** Returns the report of a message that could not be checked, for the reason in the finding. */
  public static Report failed(String subject, Finding finding) {
    return new Report(subject, Outcome.FAILED, List.of(finding), List.of());
  }

  /**
   * Returns whether the message is out of the contract only where the service may have moved on.
   */
  public boolean onlyDrift() {
    return outcome == Outcome.INVALID
        && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** Returns whether the message is in the contract. */
  public boolean valid() {
    return outcome == Outcome.VALID;
  }

  /** Returns subject and outcome, and the findings, a line each. */
  @Override
  public String toString() {
    return subject
        + ": "
        + outcome.label()
        + findings.stream().map(finding -> "\n  " + finding).collect(Collectors.joining());
  }
}
