package io.github.cleanroomscontract.replay;

import java.util.List;
import java.util.Optional;

/**
 * What a run says of an operation. Immutable.
 *
 * @param operation its name
 * @param effect what it does
 * @param verdict the gravest of its calls
 * @param reason why, as the first of its calls with this verdict has it; of one that was never
 *     asked, always
 * @param calls what came of its steps, in order; none if nobody asked for it
 */
public record OperationResult(
    String operation,
    Effect effect,
    Verdict verdict,
    Optional<String> reason,
    List<CallResult> calls) {

  /** Keeps an unmodifiable copy of the list. */
  public OperationResult {
    calls = List.copyOf(calls);
  }

  /** Returns how many calls were made. */
  public int made() {
    return (int) calls.stream().filter(CallResult::made).count();
  }
}
