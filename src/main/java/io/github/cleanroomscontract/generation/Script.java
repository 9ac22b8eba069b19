package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.internal.sample.Decisions;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Decisions that are written down as they are made. Not thread-safe. */
final class Script implements Decisions {

  private final Map<String, Integer> decisions = new TreeMap<>();
  private final Decisions source;

  private Script(Decisions source) {
    this.source = source;
  }

  /** Returns a script that decides as is written, and otherwise for the simplest. */
  static Script of(Map<String, Integer> written) {
    return new Script((question, choices) -> written.getOrDefault(question, 0));
  }

  /** Returns a script that decides for all that can be there, otherwise for the simplest. */
  static Script everything() {
    return new Script((question, choices) -> question.endsWith("?") ? 1 : 0);
  }

  /**
   * Returns a script that decides at random.
   *
   * @param rate how often, of 100 times, it is not for the simplest
   */
  static Script random(RandomGenerator random, int rate) {
    return new Script(
        (question, choices) -> random.nextInt(100) < rate ? 1 + random.nextInt(choices - 1) : 0);
  }

  /** Whoever asks again gets the same answer. */
  @Override
  public int choose(String question, int choices) {
    int decided = decisions.computeIfAbsent(question, asked -> source.choose(asked, choices));
    return Math.min(decided, choices - 1);
  }

  /** Returns the decisions so far that were not for the simplest. */
  Map<String, Integer> decisions() {
    Map<String, Integer> others = new TreeMap<>(decisions);
    others.values().removeIf(choice -> choice == 0);
    return others;
  }
}
