package io.github.cleanroomscontract.replay;

import java.util.Locale;

/**
 * What a call, or all calls of an operation, say of the contract. The gravest comes first; an
 * operation has the gravest of its calls.
 */
public enum Verdict {
  /** An answer breaks the contract. */
  VIOLATES,
  /**
   * An answer has what the contract does not know: a member, an enum value, a variant, a status.
   */
  DRIFT,
  /** The service accepts what the contract forbids. */
  LAXER,
  /** The service rejects what the contract allows. */
  STRICTER,
  /** It could not be asked. */
  FAILED,
  /** All that came is in the contract. */
  CONFORMS,
  /** It was not asked, for a reason. */
  SKIPPED;

  /** Returns the name in lower case, as users read it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
