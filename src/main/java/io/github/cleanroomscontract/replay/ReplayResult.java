package io.github.cleanroomscontract.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run. Immutable.
 *
 * @param started when it began
 * @param took how long it took
 * @param endpoint where calls went
 * @param contract the day of the contract that was judged by
 * @param calls what came of each step, in order
 * @param stopped why it ended before all was asked, and after which step; empty if all was asked
 * @param left what it created and could not remove, as ARNs or identifiers with their kind
 */
public record ReplayResult(
    Instant started,
    Duration took,
    String endpoint,
    String contract,
    List<CallResult> calls,
    Optional<String> stopped,
    List<String> left) {

  /** Keeps unmodifiable copies of the lists. */
  public ReplayResult {
    calls = List.copyOf(calls);
    left = List.copyOf(left);
  }
}
