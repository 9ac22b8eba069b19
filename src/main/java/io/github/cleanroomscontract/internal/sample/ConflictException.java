package io.github.cleanroomscontract.internal.sample;

/**
 * Says that no payload has what was wished for without breaking a documented rule. Not an error:
 * who wishes leaves the case out.
 */
public final class ConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates one that says what cannot be. */
  ConflictException(String what) {
    super(what, null, false, false);
  }
}
