package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the calls of a run to its allowance. For each thing that is created a call is kept back, so
 * that it can be removed whatever else is asked. Not thread-safe.
 */
final class Limits {

  private final Allowance allowance;
  private final Catalogue catalogue;
  private final Map<Effect, Integer> made = new EnumMap<>(Effect.class);
  private int owed;

  /**
   * Why a call is not made.
   *
   * @param reason with the remedy
   * @param last whether no other call can be made either
   */
  record Refusal(String reason, boolean last) {}

  Limits(Allowance allowance, Catalogue catalogue) {
    this.allowance = allowance;
    this.catalogue = catalogue;
  }

  /** Returns why a call may not be made; empty if it may. */
  Optional<Refusal> refusal(Operation operation, boolean valid) {
    Effect effect = Effect.of(operation);
    if (!allowance.allows(effect)) {
      return refused("its effect is to " + effect.verb() + ": --allow " + effect.label());
    }
    if (effect != Effect.READ && !valid && !allowance.allowsInvalid()) {
      return refused(
          "the service might accept what the contract forbids, and "
              + effect.verb()
              + ": --allow-invalid");
    }
    boolean creates = operation.name().startsWith("Create") && !allowance.keepsCreated();
    if (creates && Creation.of(operation, catalogue).isEmpty()) {
      return refused("nothing can remove again what it creates: --keep-created");
    }
    if (creates && !allowance.allows(Effect.DELETE)) {
      return refused("what it creates has to be removed: --allow delete, or --keep-created");
    }
    return overCeiling(effect, creates ? 1 : 0);
  }

  private Optional<Refusal> overCeiling(Effect effect, int more) {
    if (total() + owed + more >= allowance.maxCalls()) {
      return Optional.of(
          new Refusal("the run may make " + allowance.maxCalls() + " calls: --max-calls", true));
    }
    boolean few =
        full(effect, effect == Effect.DELETE ? owed : 0) || more > 0 && full(Effect.DELETE, owed);
    return few
        ? refused(
            "the run may "
                + effect.verb()
                + " "
                + allowance.ceiling(effect)
                + " times: --max-"
                + effect.label())
        : Optional.empty();
  }

  private boolean full(Effect effect, int kept) {
    return made.getOrDefault(effect, 0) + kept >= allowance.ceiling(effect);
  }

  private int total() {
    return made.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Optional<Refusal> refused(String reason) {
    return Optional.of(new Refusal(reason, false));
  }

  /** Counts a call. */
  void count(Effect effect) {
    made.merge(effect, 1, Integer::sum);
  }

  /** Keeps back a call that removes something that was created. */
  void owe() {
    owed += allowance.keepsCreated() ? 0 : 1;
  }

  /** Returns whether calls are kept back. */
  boolean owes() {
    return owed > 0;
  }

  /** Returns whether something that was created may be removed now, and lets that happen once. */
  boolean settle() {
    boolean due = owed > 0 && allowance.allows(Effect.DELETE);
    owed -= due ? 1 : 0;
    return due;
  }
}
