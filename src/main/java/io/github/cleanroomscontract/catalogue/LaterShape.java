package io.github.cleanroomscontract.catalogue;

import java.time.LocalDate;

/**
 * What a later release made of a shape.
 *
 * @param since the release
 * @param shape the shape with the bounds that it has since then; its members are those of before
 */
public record LaterShape(LocalDate since, Shape shape) {}
