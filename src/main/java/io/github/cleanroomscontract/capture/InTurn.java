package io.github.cleanroomscontract.capture;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Judges texts one after the other, which for few of them is quickest. Not thread-safe. */
final class InTurn implements Texts {

  private final Consumer<JudgedMessage> results;
  private final BooleanSupplier stopped;

  InTurn(Consumer<JudgedMessage> results, BooleanSupplier stopped) {
    this.results = results;
    this.stopped = stopped;
  }

  @Override
  public void add(Text text) {
    if (stopped.getAsBoolean()) {
      throw new StoppedException();
    }
    for (Begun message : text.read()) {
      message.conclude();
      results.accept(message.end());
    }
  }

  @Override
  public void pause() {
    // Nothing is held back.
  }
}
