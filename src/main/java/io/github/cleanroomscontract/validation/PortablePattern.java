package io.github.cleanroomscontract.validation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern of the schemas on {@code java.util.regex}. The schemas keep to what ECMA-262 and Java
 * read alike, but for the final {@code $}, which in Java also matches before a last line break.
 */
final class PortablePattern {

  /** A match of up to this length takes little stack with any pattern of the schemas. */
  static final int HARMLESS_LENGTH = 256;

  private final Pattern pattern;
  private final Optional<PlainPattern> plain;
  private final int longest;

  /**
   * Creates a pattern.
   *
   * @param regex the pattern as the schemas write it
   * @param maxLength how long a string may be where the pattern stands. A longer one fails that
   *     keyword anyway, and may be long enough to overflow the stack, since {@code java.util.regex}
   *     recurses into repeated groups
   */
  PortablePattern(String regex, int maxLength) {
    this.pattern = compile(regex);
    this.plain = PlainPattern.of(regex);
    this.longest = Math.max(maxLength, HARMLESS_LENGTH);
  }

  static Pattern compile(String regex) {
    return Pattern.compile(
        regex.endsWith("$") ? regex.substring(0, regex.length() - 1) + "\\z" : regex);
  }

  /** Returns whether a string matches, or is too long to try. */
  boolean matches(String value) {
    boolean tooLong = value.length() > longest && value.codePointCount(0, value.length()) > longest;
    if (tooLong) {
      return true;
    }
    return plain.isPresent() && PlainPattern.covers(value)
        ? plain.get().matches(value)
        : pattern.matcher(value).find();
  }
}
