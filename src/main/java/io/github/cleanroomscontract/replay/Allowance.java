package io.github.cleanroomscontract.replay;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a run may do: read, and whatever else it is allowed, each up to a ceiling. Immutable and
 * thread-safe.
 */
public final class Allowance {

  private static final int CALLS = 2_000;
  private static final Map<Effect, Integer> CEILINGS =
      Map.of(
          Effect.READ, Integer.MAX_VALUE, Effect.WRITE, 200, Effect.DELETE, 200, Effect.COMPUTE, 5);

  private final Set<Effect> effects;
  private final Map<Effect, Integer> ceilings;
  private final int calls;
  private final boolean invalid;
  private final boolean keep;

  private Allowance(Builder builder) {
    this.effects = EnumSet.copyOf(builder.effects);
    this.ceilings = new EnumMap<>(builder.ceilings);
    this.calls = builder.calls;
    this.invalid = builder.invalid;
    this.keep = builder.keep;
  }

  /** Returns the allowance to read, with 2,000 calls at most. */
  public static Allowance reading() {
    return builder().build();
  }

  /** Returns a builder of an allowance to do more than read, or of other ceilings. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns whether calls of an effect may be made at all; reading always may. */
  public boolean allows(Effect effect) {
    return effects.contains(effect);
  }

  /** Returns how many calls of an effect may be made. */
  public int ceiling(Effect effect) {
    return ceilings.get(effect);
  }

  /** Returns how many calls may be made in all, removals of what was created included. */
  public int maxCalls() {
    return calls;
  }

  /** Returns whether inputs that are not in the contract may go to operations that do not read. */
  public boolean allowsInvalid() {
    return invalid;
  }

  /** Returns whether what is created may stay. */
  public boolean keepsCreated() {
    return keep;
  }

  /** Collects what is allowed. Not thread-safe. */
  public static final class Builder {

    private final Set<Effect> effects = EnumSet.of(Effect.READ);
    private final Map<Effect, Integer> ceilings = new EnumMap<>(CEILINGS);
    private int calls = CALLS;
    private boolean invalid;
    private boolean keep;

    private Builder() {}

    /** Allows an effect; unless it is told otherwise, 200 writes, 200 deletions, 5 computations. */
    public Builder allow(Effect effect) {
      effects.add(effect);
      return this;
    }

    /**
     * Says how many calls of an effect may be made.
     *
     * @throws IllegalArgumentException if it is less than 0
     */
    public Builder ceiling(Effect effect, int most) {
      ceilings.put(effect, checked(most));
      return this;
    }

    /**
     * Says how many calls may be made in all; 2,000 unless it is told otherwise.
     *
     * @throws IllegalArgumentException if it is less than 0
     */
    public Builder maxCalls(int most) {
      calls = checked(most);
      return this;
    }

    private static int checked(int most) {
      if (most < 0) {
        throw new IllegalArgumentException("a ceiling is 0 or more, not " + most);
      }
      return most;
    }

    /**
     * Says whether inputs that are not in the contract may go to operations that do not read, which
     * might accept them; unless it is told, they may not.
     */
    public Builder invalid(boolean allowed) {
      invalid = allowed;
      return this;
    }

    /**
     * Says whether what is created may stay, and is not removed at the end; unless it is told,
     * nothing is created that could not be removed again.
     */
    public Builder keepCreated(boolean kept) {
      keep = kept;
      return this;
    }

    /** Returns the allowance. */
    public Allowance build() {
      return new Allowance(this);
    }
  }
}
