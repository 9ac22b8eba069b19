package io.github.cleanroomscontract.changes;

/**
 * A constraint that a release changed. Change pages of the API do not count these as updates of
 * operations. Immutable.
 *
 * @param where the shape, or the operation whose errors changed
 * @param what the constraint: {@code maximum length}, {@code pattern}, {@code required member x},
 *     {@code errors} and the like
 * @param before what it was; {@code none} if it was not there
 * @param after what it is since
 */
public record ConstraintChange(String where, String what, String before, String after) {}
