package io.github.cleanroomscontract.finding;

import java.util.Locale;

/** What came of looking at a message. */
public enum Outcome {
  /** It is in the contract. */
  VALID,
  /** It is not: a finding says why. */
  INVALID,
  /** It was left out on purpose. */
  SKIPPED,
  /** It could not be checked; nothing is said about the contract. */
  FAILED;

  /** Returns the name in lower case, as reports write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
