package io.github.cleanroomscontract.recording;

import io.github.cleanroomscontract.catalogue.Shape;

/**
 * How a text stands to a shape: texts that are alike are in the contract both, or break it in the
 * same way.
 *
 * @param taken whether the pattern takes it
 * @param length whether it is shorter, -1, or longer, 1, than it may be
 * @param longer whether it is longer than ARNs should be by what is published
 */
record Likeness(boolean taken, int length, boolean longer) {

  private static final int PUBLISHED_MAXIMUM = 100;

  static Likeness of(Shape shape, String text) {
    int points = text.codePointCount(0, text.length());
    int length =
        points < shape.minLength().orElse(0)
            ? -1
            : points > shape.maxLength().orElse(Long.MAX_VALUE) ? 1 : 0;
    return new Likeness(
        shape.matches(text), length, shape.name().endsWith("Arn") && points > PUBLISHED_MAXIMUM);
  }
}
