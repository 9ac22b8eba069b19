package io.github.cleanroomscontract.conformance;

import java.util.List;

/**
 * A run among those before it. Immutable.
 *
 * @param run the run; its observations have the days at which they were first made, if earlier runs
 *     are kept
 * @param gone what is found no more
 * @param earlier the runs before it that asked the same endpoint, in order
 */
public record Conformance(RunRecord run, List<Gone> gone, List<RunRecord> earlier) {

  /** Keeps unmodifiable copies of the lists. */
  public Conformance {
    gone = List.copyOf(gone);
    earlier = List.copyOf(earlier);
  }

  /** Returns a run among those that are kept. */
  public static Conformance of(RunRecord run, History history) {
    return new Conformance(history.date(run), history.gone(run), history.before(run));
  }
}
