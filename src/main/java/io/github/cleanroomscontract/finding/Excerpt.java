package io.github.cleanroomscontract.finding;

import java.util.List;

/**
 * The lines around a place, with sensitive values blotted out.
 *
 * @param firstLine the number of the first line, from 1
 * @param lines the lines; long ones are cut to a window around the place
 * @param markedLine which of them holds the place, from 0
 * @param markStart where in that line the place begins, in UTF-16 units from 0
 * @param markLength how far it reaches, at least 1
 */
public record Excerpt(
    int firstLine, List<String> lines, int markedLine, int markStart, int markLength) {

  /** Keeps an unmodifiable copy of the lines. */
  public Excerpt {
    lines = List.copyOf(lines);
  }
}
