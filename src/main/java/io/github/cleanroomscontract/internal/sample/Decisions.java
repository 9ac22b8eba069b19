package io.github.cleanroomscontract.internal.sample;

/** Says what is chosen where a payload can be one way or another. */
@FunctionalInterface
public interface Decisions {

  /** Always the simplest. */
  Decisions SIMPLEST = (question, choices) -> 0;

  /**
   * Chooses one of several.
   *
   * @param question what is asked, always by the same name: the pointer of a place, and what of it
   * @param choices how many there are to choose from, at least 1
   * @return a number from 0, which is the simplest, to less than {@code choices}
   */
  int choose(String question, int choices);
}
