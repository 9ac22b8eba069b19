package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Direction;
import java.util.Optional;

/**
 * What the user says of captures that do not say it themselves.
 *
 * @param operation the operation
 * @param direction the direction
 * @param error the name of the error
 * @param format the form of the captures; if absent, it is told by what they hold
 */
public record CaptureOptions(
    Optional<String> operation,
    Optional<Direction> direction,
    Optional<String> error,
    Optional<CaptureFormat> format) {

  /** Creates options that leave it to the captures of what form they are. */
  public CaptureOptions(
      Optional<String> operation, Optional<Direction> direction, Optional<String> error) {
    this(operation, direction, error, Optional.empty());
  }

  /** Returns options that say nothing. */
  public static CaptureOptions none() {
    return new CaptureOptions(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns these options with the form of the captures. */
  public CaptureOptions from(CaptureFormat form) {
    return new CaptureOptions(operation, direction, error, Optional.of(form));
  }
}
