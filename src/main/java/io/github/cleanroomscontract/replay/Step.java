package io.github.cleanroomscontract.replay;

/**
 * A call that is to be made. Immutable.
 *
 * @param source what asks for it, such as the path of a fixture, the file and number of a
 *     scenario's step, or {@code discovery}
 * @param operation the operation's name
 * @param input its whole input as JSON, with every placeholder filled in
 * @param valid whether the input is in the contract
 */
public record Step(String source, String operation, String input, boolean valid) {}
