package io.github.cleanroomscontract.changes;

import io.github.cleanroomscontract.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.List;

/**
 * What one release changed. Immutable.
 *
 * @param date the day of the release
 * @param added the names of the operations that it added
 * @param updated the operations of which it changed input or output
 * @param constraints the bounds, patterns, required members and declared errors that it changed
 */
public record ChangePage(
    LocalDate date,
    List<String> added,
    List<UpdatedOperation> updated,
    List<ConstraintChange> constraints) {

  /** Keeps unmodifiable copies of the lists. */
  public ChangePage {
    added = List.copyOf(added);
    updated = List.copyOf(updated);
    constraints = List.copyOf(constraints);
  }

  /**
   * Returns what a release changed; the launch added everything that was there then.
   *
   * @param date the day of a release, as in {@link Catalogue#releases()}
   * @throws IllegalArgumentException if the API did not change on that day
   */
  public static ChangePage of(LocalDate date) {
    if (!Catalogue.current().releases().contains(date)) {
      throw new IllegalArgumentException("the API did not change on " + date);
    }
    return new Comparison(date).page();
  }
}
