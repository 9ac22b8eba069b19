package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.replay.Effect;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Says when a call is made again: only where that may help, and cannot do twice what should be done
 * once. Stateless.
 */
final class Retries {

  private static final Set<String> THROTTLING =
      Set.of(
          "ThrottlingException",
          "Throttling",
          "ThrottledException",
          "RequestThrottled",
          "RequestThrottledException",
          "TooManyRequestsException",
          "RequestLimitExceeded",
          "SlowDown");

  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration FIRST_OF_THROTTLED = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private Retries() {}

  /**
   * Returns how long to wait before a call is made again; empty if it is not.
   *
   * @param attempts how often it was made
   */
  static Optional<Duration> after(Attempt attempt, Effect effect, int attempts) {
    if (attempt.answer().isPresent()) {
      WireAnswer answer = attempt.answer().get();
      if (isThrottled(answer)) {
        return Optional.of(asked(answer).orElseGet(() -> backoff(FIRST_OF_THROTTLED, attempts)));
      }
      return answer.status() >= 500 && isRepeatable(effect)
          ? Optional.of(asked(answer).orElseGet(() -> backoff(FIRST, attempts)))
          : Optional.empty();
    }
    boolean again =
        switch (attempt.failure().orElseThrow().kind()) {
          case UNREACHED -> true;
          case BROKEN, TIMED_OUT -> isRepeatable(effect);
          default -> false;
        };
    return again ? Optional.of(backoff(FIRST, attempts)) : Optional.empty();
  }

  /** What is created or run twice costs twice; what is deleted twice is gone. */
  private static boolean isRepeatable(Effect effect) {
    return effect == Effect.READ || effect == Effect.DELETE;
  }

  private static boolean isThrottled(WireAnswer answer) {
    return answer.status() == 429 || answer.errorName().filter(THROTTLING::contains).isPresent();
  }

  /** Returns how long the other side asks to wait: seconds, or until when. */
  private static Optional<Duration> asked(WireAnswer answer) {
    return answer.headers().first("Retry-After").map(String::trim).flatMap(Retries::duration);
  }

  private static Optional<Duration> duration(String text) {
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(Instant.now(), until);
      return Optional.of(left.isNegative() ? Duration.ZERO : left);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Anything up to twice as much each time, so that callers do not come back all at once. */
  private static Duration backoff(Duration first, int attempts) {
    long most = Math.min(LONGEST.toMillis(), first.toMillis() << Math.min(attempts - 1, 20));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1));
  }
}
