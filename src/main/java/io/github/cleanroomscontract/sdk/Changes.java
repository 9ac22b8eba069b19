package io.github.cleanroomscontract.sdk;

import io.github.cleanroomscontract.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Explains differences in what has no date of its own, such as the errors of an operation and what
 * has gone: the schemas as they stood on the day of the SDK's model say whether it was otherwise
 * then. Not thread-safe.
 */
final class Changes {

  private final ApiModel sdk;
  private final LocalDate modelDate;
  private final Map<LocalDate, List<Difference>> byDay = new HashMap<>();

  Changes(ApiModel sdk, LocalDate modelDate) {
    this.sdk = sdk;
    this.modelDate = modelDate;
  }

  List<Difference> explain(List<Difference> differences) {
    return differences.stream()
        .map(
            difference ->
                !difference.drift() || isThere(difference, modelDate)
                    ? difference
                    : difference.explainedBy(firstDay(difference)))
        .toList();
  }

  /** Halves the days between one that was otherwise and the newest, which differs. */
  private LocalDate firstDay(Difference difference) {
    LocalDate otherwise = modelDate;
    LocalDate differs = Catalogue.MODEL_DATE;
    while (otherwise.plusDays(1).isBefore(differs)) {
      LocalDate middle = LocalDate.ofEpochDay((otherwise.toEpochDay() + differs.toEpochDay()) / 2);
      if (isThere(difference, middle)) {
        differs = middle;
      } else {
        otherwise = middle;
      }
    }
    return differs;
  }

  private boolean isThere(Difference difference, LocalDate day) {
    return byDay
        .computeIfAbsent(
            day, d -> Comparison.of(CatalogueReader.read(Catalogue.asOf(d)), sdk, modelDate))
        .stream()
        .anyMatch(difference::sameSubject);
  }
}
