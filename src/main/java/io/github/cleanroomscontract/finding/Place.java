package io.github.cleanroomscontract.finding;

import java.util.Optional;

/**
 * Where in the source a finding is.
 *
 * @param line from 1
 * @param column from 1, in Unicode code points
 * @param excerpt the lines around it; absent where it cannot be told which of it is sensitive
 */
public record Place(int line, int column, Optional<Excerpt> excerpt) {}
