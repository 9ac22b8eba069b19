package io.github.cleanroomscontract.conformance;

import java.time.LocalDate;

/**
 * What the last run that asked an operation found of it, and this one does not. Immutable.
 *
 * @param operation the operation's name
 * @param observation what it was
 * @param last the day of the last run that found it, in UTC
 */
public record Gone(String operation, Observation observation, LocalDate last) {}
