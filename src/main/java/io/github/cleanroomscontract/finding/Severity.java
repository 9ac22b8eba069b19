package io.github.cleanroomscontract.finding;

import java.util.Locale;

/** How much a finding weighs. */
public enum Severity {
  /** The contract is broken. */
  ERROR,
  /** The payload is not in the contract, but perhaps the service has moved on and is right. */
  DRIFT,
  /** A rule that is only inferred, or that the API's own facts contradict. */
  WARNING,
  /** Nothing is wrong, but it is worth knowing. */
  INFO,
  /** The input was redacted or cut off here, so nothing can be said. */
  UNVERIFIED;

  /** Returns the name in lower case, as reports write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether a message with such a finding is not in the contract. */
  public boolean breaksContract() {
    return this == ERROR || this == DRIFT;
  }
}
