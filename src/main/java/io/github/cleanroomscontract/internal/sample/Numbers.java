package io.github.cleanroomscontract.internal.sample;

import io.github.cleanroomscontract.catalogue.Shape;
import java.util.Map;

/** Numbers by the name of the member that they are. */
final class Numbers {

  private static final Map<String, Long> BY_MEMBER =
      Map.ofEntries(
          Map.entry("maxResults", 25L),
          Map.entry("epsilon", 3L),
          Map.entry("usersNoisePerQuery", 50L),
          Map.entry("budget", 500L),
          Map.entry("remainingBudget", 320L),
          Map.entry("aggregateRemainingBudget", 320L),
          Map.entry("maxCount", 1_200L),
          Map.entry("remainingCount", 800L),
          Map.entry("userContributionLimit", 2L),
          Map.entry("retentionInDays", 30L),
          Map.entry("minimum", 50L),
          Map.entry("number", 16L),
          Map.entry("minColumnValue", 0L),
          Map.entry("maxColumnValue", 500L));

  /** What can be decided for: the likely one, the least, the next, the greatest, any other. */
  private static final int CHOICES = 5;

  /** How far from the least, or from zero, any other is at most. */
  private static final int RANGE = 10_000;

  private Numbers() {}

  /** Returns the number that is decided for at a place. */
  static Object of(Shape shape, Spot spot, Decisions decisions) {
    double least = shape.minimum().orElse(0);
    double most = shape.maximum().orElse(Math.max(least, 0) + RANGE);
    double likely = BY_MEMBER.getOrDefault(spot.member(), whole(shape) ? 1L : 4L);
    double decided =
        switch (decisions.choose(spot.pointer() + "=", CHOICES)) {
          case 1 -> least;
          case 2 -> least + 1;
          case 3 -> most;
          case 4 -> least + decisions.choose(spot.pointer() + "~", RANGE);
          default -> likely;
        };
    double number = Math.max(least, Math.min(most, decided));
    return whole(shape) ? (Object) (long) number : (Object) number;
  }

  private static boolean whole(Shape shape) {
    return shape.kind() == Shape.Kind.INTEGER;
  }
}
