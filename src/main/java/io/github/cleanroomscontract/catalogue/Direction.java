package io.github.cleanroomscontract.catalogue;

import java.util.Locale;
import java.util.Optional;

/** Which way a message goes, and how it ended. */
public enum Direction {
  /** The input of an operation, with the members that travel in the path and the query. */
  REQUEST,
  /** The output of an operation that succeeded. */
  RESPONSE,
  /** The body of an answer that is one of the API's errors. */
  ERROR;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Returns the name in lower case, as captures and file names write it. */
  public String label() {
    return label;
  }

  /** Returns the direction with that label; empty if there is none. */
  public static Optional<Direction> of(String label) {
    for (Direction direction : values()) {
      if (direction.label().equals(label)) {
        return Optional.of(direction);
      }
    }
    return Optional.empty();
  }
}
