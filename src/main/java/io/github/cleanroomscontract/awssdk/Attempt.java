package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import java.util.Optional;

/**
 * A call as it was made once.
 *
 * @param request what was sent, without credentials; empty if nothing was
 * @param answer the whole answer, without credentials; empty if none came
 * @param failure why none came; empty if one did
 * @param clockCorrected whether the answer refused the time, and the next attempt will tell another
 */
record Attempt(
    Optional<WireRequest> request,
    Optional<WireAnswer> answer,
    Optional<Failure> failure,
    boolean clockCorrected) {

  /** Why no answer came. */
  enum Kind {
    /** There is nothing to sign with. */
    NO_CREDENTIALS(true),
    /** Nobody received it. */
    UNREACHED(true),
    /** Whoever answers cannot prove who it is. */
    UNTRUSTED(true),
    /** It may have been received. */
    BROKEN(false),
    /** It may have been received, and an answer may come too late. */
    TIMED_OUT(false),
    /** More came than anybody reads. */
    TOO_LARGE(false),
    /** The kit or the SDK failed. */
    UNEXPECTED(false);

    private final boolean last;

    Kind(boolean last) {
      this.last = last;
    }

    /** Returns whether other calls will end so, too. */
    boolean last() {
      return last;
    }
  }

  /**
   * Why no answer came.
   *
   * @param sentence the same for people, without credentials
   */
  record Failure(Kind kind, String sentence) {}

  static Attempt failed(Kind kind, String sentence) {
    return new Attempt(
        Optional.empty(), Optional.empty(), Optional.of(new Failure(kind, sentence)), false);
  }
}
