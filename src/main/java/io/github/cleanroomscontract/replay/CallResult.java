package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.capture.JudgedMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of one step. Immutable.
 *
 * @param step the step
 * @param effect what its operation does
 * @param verdict what it says of the contract
 * @param reason why, in a sentence without sensitive values; of what was skipped or failed, always
 * @param message the answer and what was found in it, as reports take it; of what was skipped or
 *     failed, a report that says so
 * @param status the HTTP status; empty if no answer came
 * @param attempts how often it was sent
 * @param took how long it took, waiting included
 */
public record CallResult(
    Step step,
    Effect effect,
    Verdict verdict,
    Optional<String> reason,
    JudgedMessage message,
    OptionalInt status,
    int attempts,
    Duration took) {

  /** Returns whether the call was made, whatever came of it. */
  public boolean made() {
    return attempts > 0;
  }
}
