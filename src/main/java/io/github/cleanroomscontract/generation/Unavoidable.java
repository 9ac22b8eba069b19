package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.internal.sample.Place;
import java.util.List;
import java.util.Map;

/**
 * Faults that no payload has without breaking a documented rule as well: numbers that others are
 * compared with, which would have to be out of their range, too.
 */
final class Unavoidable {

  private static final Map<String, String> BESIDES =
      Map.of(
          "details.0.remainingBudget too small", "access-budget.aggregate-is-minimum",
          "details.0.remainingBudget too great", "access-budget.aggregate-is-minimum",
          "details.0.remainingBudget with a fraction", "access-budget.aggregate-is-minimum",
          "details.0.budget too small", "access-budget.remaining-le-budget",
          "aggregations.0.maxCount too small", "dp.remaining-le-max",
          // Of three limits, two are for a period, or two for the whole life.
          "accessBudget.budgetParameters with too many entries, 3",
              "access-budget.one-period-one-lifetime");

  private Unavoidable() {}

  /** Returns the rules that a fault breaks beside the one that it is made for. */
  static List<String> besides(Place place, Fault fault) {
    String whole = place.name() + " " + fault.label();
    return BESIDES.entrySet().stream()
        .filter(entry -> whole.endsWith("." + entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
