package io.github.cleanroomscontract.replay;

import java.util.List;

/**
 * What a run would do. Immutable.
 *
 * @param endpoint where calls would go
 * @param calls every call, in order, also those that would be skipped
 */
public record Plan(String endpoint, List<PlannedCall> calls) {

  /** Keeps an unmodifiable copy of the list. */
  public Plan {
    calls = List.copyOf(calls);
  }

  /** Returns the calls that would be made. */
  public List<PlannedCall> made() {
    return calls.stream().filter(call -> call.skipped().isEmpty()).toList();
  }
}
