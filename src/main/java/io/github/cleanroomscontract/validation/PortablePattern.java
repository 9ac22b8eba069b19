package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.internal.schema.Patterns;
import java.util.Optional;
import java.util.regex.Pattern;

/** A pattern of the schemas, to be matched where strings may have some length. Immutable. */
final class PortablePattern {

  private final Pattern pattern;
  private final Optional<PlainPattern> plain;
  private final int maxLength;

  /**
   * Creates a pattern.
   *
   * @param regex the pattern as the schemas write it
   * @param maxLength how long a string may be where the pattern stands; a longer one fails that
   *     keyword anyway
   */
  PortablePattern(String regex, int maxLength) {
    this.pattern = Patterns.compile(regex);
    this.plain = PlainPattern.of(regex);
    this.maxLength = maxLength;
  }

  /** Returns whether a string matches, or is too long to try. */
  boolean matches(String value) {
    if (Patterns.tooLong(value, maxLength)) {
      return true;
    }
    if (plain.isPresent()) {
      return plain.get().matches(value)
          || !PlainPattern.covers(value) && pattern.matcher(value).find();
    }
    return pattern.matcher(value).find();
  }
}
