package io.github.cleanroomscontract.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A value that an enum allows.
 *
 * @param value the value
 * @param since the release that added it, where that was later than the enum itself
 */
public record EnumValue(String value, Optional<LocalDate> since) {}
