package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.exchange.WireAnswer;
import java.time.Duration;
import java.util.Optional;

/**
 * What the stand-in does about a request.
 *
 * @param answer what it answers; empty if it drops the connection instead
 * @param delay how long it waits before
 */
public record StubReply(Optional<WireAnswer> answer, Duration delay) {

  /** Returns a reply without delay. */
  public static StubReply of(WireAnswer answer) {
    return new StubReply(Optional.of(answer), Duration.ZERO);
  }
}
