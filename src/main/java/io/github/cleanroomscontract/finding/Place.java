package io.github.cleanroomscontract.finding;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Where in the source a finding is. Immutable and thread-safe. */
public final class Place {

  private final int line;
  private final int column;

  /** Cuts out the excerpt when it is first asked for; null once that was done. */
  private Supplier<Optional<Excerpt>> source;

  private Optional<Excerpt> excerpt = Optional.empty();

  /**
   * Creates a place.
   *
   * @param line from 1
   * @param column from 1, in Unicode code points
   * @param excerpt the lines around it; absent where it cannot be told which of it is sensitive
   */
  public Place(int line, int column, Optional<Excerpt> excerpt) {
    this(line, column, () -> excerpt);
  }

  /**
   * Creates a place whose excerpt is cut out when it is first asked for, since many are not.
   *
   * @param line from 1
   * @param column from 1, in Unicode code points
   * @param excerpt returns the lines around it; asked once at most
   */
  public Place(int line, int column, Supplier<Optional<Excerpt>> excerpt) {
    this.line = line;
    this.column = column;
    this.source = Objects.requireNonNull(excerpt);
  }

  /** Returns the line, from 1. */
  public int line() {
    return line;
  }

  /** Returns the column, from 1, in Unicode code points. */
  public int column() {
    return column;
  }

  /** Returns the lines around it; absent where it cannot be told which of it is sensitive. */
  public synchronized Optional<Excerpt> excerpt() {
    if (source != null) {
      excerpt = source.get();
      source = null;
    }
    return excerpt;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Place that
        && line == that.line
        && column == that.column
        && excerpt().equals(that.excerpt());
  }

  @Override
  public int hashCode() {
    return Objects.hash(line, column);
  }

  /** Returns line and column. */
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
