package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.internal.sample.Place;
import io.github.cleanroomscontract.internal.sample.Sampler;
import java.util.Optional;

/** A way to break a rule at a place of a message. Immutable and thread-safe. */
interface Way {

  /** Returns the id of the rule. */
  String rule();

  /** Returns the place at which something is changed, or below which. */
  Place place();

  /** Returns a payload of a sampler that is broken so; empty if what it makes cannot be. */
  Optional<GeneratedCase> made(Sampler sampler);
}
