package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Direction;
import java.util.Optional;

/**
 * What the user says of payloads that do not say it themselves.
 *
 * @param operation the operation
 * @param direction the direction
 * @param error the name of the error
 */
public record CaptureOptions(
    Optional<String> operation, Optional<Direction> direction, Optional<String> error) {

  /** Returns options that say nothing. */
  public static CaptureOptions none() {
    return new CaptureOptions(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
