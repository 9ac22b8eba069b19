package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.replay.Verdict;
import java.util.List;

/**
 * What a run says of an operation. Immutable.
 *
 * @param operation its name
 * @param verdict the gravest of its calls' verdicts
 * @param calls how many calls were made
 * @param reasons why others were not made, or could not be
 * @param observations what was found, the gravest first
 */
public record OperationRecord(
    String operation,
    Verdict verdict,
    int calls,
    List<Reason> reasons,
    List<Observation> observations) {

  /** Keeps unmodifiable copies of the lists. */
  public OperationRecord {
    reasons = List.copyOf(reasons);
    observations = List.copyOf(observations);
  }

  /** Returns whether the operation does not conform, and all that was found of it is known. */
  public boolean known() {
    List<Observation> breaks =
        observations.stream().filter(each -> each.verdict() != Verdict.CONFORMS).toList();
    return !breaks.isEmpty()
        && failed() == 0
        && breaks.stream().allMatch(each -> each.known().isPresent());
  }

  /** Returns how many calls could not be made. */
  public int failed() {
    return reasons.stream()
        .filter(each -> each.verdict() == Verdict.FAILED)
        .mapToInt(Reason::count)
        .sum();
  }
}
