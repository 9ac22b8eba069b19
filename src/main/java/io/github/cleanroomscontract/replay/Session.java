package io.github.cleanroomscontract.replay;

import java.util.Optional;

/**
 * A run as those see it that decide what is asked next. Every call of a run goes through here, so
 * that none can be made that is not allowed. Not thread-safe.
 */
public interface Session {

  /**
   * Makes a call if it is allowed, judges what comes back, and keeps the result. A resumed run
   * makes it again, since others need what it answers.
   *
   * @return the answer's output as JSON, if the call was made and succeeded, whatever was found in
   *     it; empty otherwise, and always where a run is only planned
   */
  Optional<String> call(Step step);

  /**
   * Makes a call whose answer no other call needs. A resumed run does not make it again if it
   * conformed before, and says so.
   */
  default void check(Step step) {
    call(step);
  }

  /**
   * Notes, where a run is only planned, a call whose input may depend on what earlier ones answer.
   *
   * @param step the call, whose input has {@code ${name}} for what is not known yet
   * @return whether it would be made
   */
  default boolean foresee(Step step) {
    return call(step).isPresent();
  }

  /** Notes that an operation is not asked, and why. */
  void skip(String source, String operation, String reason);

  /**
   * Notes what only several answers show together, such as a list that never ends.
   *
   * @param step the call whose answer shows it; it was made
   * @param verdict what that says of the contract
   * @param reason what it is, in a sentence without sensitive values
   */
  void note(Step step, Verdict verdict, String reason);

  /** Returns whether the run goes on: nobody interrupted it, and further calls are allowed. */
  boolean goesOn();

  /** Returns whether calls are only listed, and none is made. */
  boolean isPlanned();
}
