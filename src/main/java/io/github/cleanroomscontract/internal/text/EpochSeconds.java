package io.github.cleanroomscontract.internal.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/** Times as the API has them, in seconds since 1970, as far as ISO 8601 can write them. */
public final class EpochSeconds {

  /** The beginning of the year 0. */
  private static final long FIRST = -62_167_219_200L;

  /** The end of the year 9999. */
  private static final long END = 253_402_300_800L;

  private EpochSeconds() {}

  /** Returns whether a number of seconds is a time in the years 0 to 9999. */
  public static boolean isTime(double seconds) {
    return seconds >= FIRST && seconds < END;
  }

  /** Returns the time, to the nanosecond; empty if it is not in the years 0 to 9999. */
  public static Optional<Instant> time(BigDecimal seconds) {
    if (!isTime(seconds.doubleValue())) {
      return Optional.empty();
    }
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    long nanos = seconds.subtract(whole).movePointRight(9).longValue();
    return Optional.of(Instant.ofEpochSecond(whole.longValue(), nanos));
  }
}
