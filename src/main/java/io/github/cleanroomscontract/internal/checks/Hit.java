package io.github.cleanroomscontract.internal.checks;

/**
 * What a check finds.
 *
 * @param rule the rule's id
 * @param pointer the place in the payload
 * @param found what is there, in words that hold no sensitive value; may be empty
 */
public record Hit(String rule, String pointer, String found) {}
