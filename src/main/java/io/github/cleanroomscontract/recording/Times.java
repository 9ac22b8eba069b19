package io.github.cleanroomscontract.recording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Moves times, all by as much, so that what lies between them stays. Not thread-safe. */
final class Times {

  /** When the first time of a recording is: the beginning of 2025. */
  private static final BigDecimal FIRST = BigDecimal.valueOf(1_735_689_600);

  /** Times of other years are mistakes, and stay what they are. */
  private static final BigDecimal YEAR_2000 = BigDecimal.valueOf(946_684_800);

  private static final BigDecimal YEAR_2100 = BigDecimal.valueOf(4_102_444_800L);

  private Optional<BigDecimal> distance = Optional.empty();

  BigDecimal moved(BigDecimal seconds) {
    if (seconds.compareTo(YEAR_2000) < 0 || seconds.compareTo(YEAR_2100) > 0) {
      return seconds;
    }
    if (distance.isEmpty()) {
      distance = Optional.of(FIRST.subtract(seconds.setScale(0, RoundingMode.FLOOR)));
    }
    return seconds.add(distance.get());
  }
}
