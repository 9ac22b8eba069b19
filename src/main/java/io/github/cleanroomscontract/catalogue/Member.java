package io.github.cleanroomscontract.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A member of a structure, or a variant of a tagged union.
 *
 * @param name its name in JSON
 * @param shape what its value has to be
 * @param required whether the structure is broken without it; never for a variant
 * @param byDefault what holds where the member is left out, as JSON, if that is documented
 * @param since the release that added it, where that was later than the structure itself
 */
public record Member(
    String name,
    Shape shape,
    boolean required,
    Optional<String> byDefault,
    Optional<LocalDate> since) {}
