package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Report;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A message of a capture, and what was found out about it. Immutable.
 *
 * @param source the file it stands in, or {@code <stdin>}
 * @param line the line it begins at, from 1
 * @param operation its operation, if that is known
 * @param direction its direction, if that is known
 * @param carried what its envelope says besides, as JSON in one line, by name
 * @param report its report
 */
public record JudgedMessage(
    String source,
    int line,
    Optional<String> operation,
    Optional<Direction> direction,
    Map<String, String> carried,
    Report report) {

  /** Keeps an unmodifiable copy of what the envelope says. */
  public JudgedMessage {
    carried = Collections.unmodifiableMap(new LinkedHashMap<>(carried));
  }
}
