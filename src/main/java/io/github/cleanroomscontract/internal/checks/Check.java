package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.catalogue.Direction;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The check of a documented rule.
 *
 * @param rule the rule's id
 * @param shape the shape at whose values it is made; for the input and output of an operation, such
 *     as {@code CreateCollaboration request}
 * @param direction the one direction in which it is made; both if absent
 * @param code what is done at such a value, and tells what it finds
 */
record Check(String rule, String shape, Optional<Direction> direction, Consumer<Subject> code) {}
