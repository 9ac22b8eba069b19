package io.github.cleanroomscontract.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A member of a structure, or a variant of a tagged union.
 *
 * @param name its name in JSON
 * @param shape what its value has to be
 * @param required whether the structure is broken without it; never for a variant
 * @param since the release that added it, where that was later than the structure itself
 */
public record Member(String name, Shape shape, boolean required, Optional<LocalDate> since) {}
