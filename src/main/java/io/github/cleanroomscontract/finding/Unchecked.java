package io.github.cleanroomscontract.finding;

/**
 * A rule that applies to a message and could not be checked. Immutable.
 *
 * @param rule the rule
 * @param pointer the RFC 6901 place in the payload that it is about
 * @param needs what would have to be told
 */
public record Unchecked(Rule rule, String pointer, String needs) {}
