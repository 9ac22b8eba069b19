package io.github.cleanroomscontract.internal.checks;

/**
 * A check that could not be made.
 *
 * @param rule the rule's id
 * @param pointer the place in the payload that it is about
 * @param needs what would have to be known
 */
public record Gap(String rule, String pointer, String needs) {}
