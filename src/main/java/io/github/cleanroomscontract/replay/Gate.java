package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.catalogue.Operation;
import java.time.Duration;
import java.util.Optional;

/**
 * The one place that calls the service: whatever asks for a call, it is made only if the allowance
 * has it. Not thread-safe.
 */
final class Gate {

  private final Service service;
  private final Limits limits;
  private final Judge judge;

  Gate(Service service, Limits limits, Judge judge) {
    this.service = service;
    this.limits = limits;
    this.judge = judge;
  }

  /** Returns why a call may not be made; empty if it may. */
  Optional<Limits.Refusal> refusal(Operation operation, String input, boolean valid) {
    // An input that breaks the contract does so whatever is said of it.
    boolean sound = valid && judge.input(operation.name(), input).valid();
    return limits.refusal(operation, sound);
  }

  /**
   * Makes a call.
   *
   * @throws IllegalStateException if it may not be made
   */
  Exchange call(Operation operation, String input, boolean valid) {
    refusal(operation, input, valid)
        .ifPresent(
            refusal -> {
              throw new IllegalStateException(operation + " may not be called: " + refusal);
            });
    return send(operation, input, valid);
  }

  /**
   * Removes something that was created, for which a call was kept back.
   *
   * @throws IllegalStateException if nothing is to be removed, or the operation does something else
   */
  Exchange remove(Operation operation, String input) {
    if (Effect.of(operation) != Effect.DELETE || !limits.settle()) {
      throw new IllegalStateException(operation + " removes nothing that was created");
    }
    return send(operation, input, true);
  }

  private Exchange send(Operation operation, String input, boolean valid) {
    limits.count(Effect.of(operation));
    try {
      return service.call(operation, input, valid);
    } catch (RuntimeException e) {
      // Its message may quote whatever was sent.
      String why = "a fault of the client: " + e.getClass().getSimpleName();
      return new Exchange(
          Optional.empty(), Optional.empty(), Optional.of(why), false, 1, Duration.ZERO);
    }
  }
}
