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

  private Numbers() {}

  static Object integer(Shape shape, Spot spot) {
    long likely = BY_MEMBER.getOrDefault(spot.member(), 1L);
    double least = shape.minimum().orElse(Double.NEGATIVE_INFINITY);
    double most = shape.maximum().orElse(Double.POSITIVE_INFINITY);
    return (long) Math.max(least, Math.min(most, likely));
  }

  static Object number(Shape shape, Spot spot) {
    double least = shape.minimum().orElse(Double.NEGATIVE_INFINITY);
    double most = shape.maximum().orElse(Double.POSITIVE_INFINITY);
    return Math.max(least, Math.min(most, BY_MEMBER.getOrDefault(spot.member(), 4L)));
  }
}
