package io.github.cleanroomscontract.jqwik;

import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.RandomPayload;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** Shrinks a payload by taking back decisions. */
final class ShrinkablePayload implements Shrinkable<GeneratedCase> {

  private final RandomPayload payload;

  ShrinkablePayload(RandomPayload payload) {
    this.payload = payload;
  }

  @Override
  public GeneratedCase value() {
    return payload.get();
  }

  @Override
  public Stream<Shrinkable<GeneratedCase>> shrink() {
    return payload.simpler().map(ShrinkablePayload::new);
  }

  @Override
  public ShrinkingDistance distance() {
    return ShrinkingDistance.of(payload.complexity());
  }
}
