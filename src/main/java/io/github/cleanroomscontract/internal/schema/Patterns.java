package io.github.cleanroomscontract.internal.schema;

import java.util.regex.Pattern;

/**
 * Patterns of the schemas on {@code java.util.regex}. The schemas keep to what ECMA-262 and Java
 * read alike, but for the final {@code $}, which in Java also matches before a last line break.
 */
public final class Patterns {

  /** A match of up to this length takes little stack with any pattern of the schemas. */
  public static final int HARMLESS_LENGTH = 256;

  private Patterns() {}

  /** Returns a pattern as the schemas write it, to be found in a text. */
  public static Pattern compile(String regex) {
    return Pattern.compile(
        regex.endsWith("$") ? regex.substring(0, regex.length() - 1) + "\\z" : regex);
  }

  /**
   * Returns whether a text is too long to be tried: longer than it may be, and long enough to
   * overflow the stack, since {@code java.util.regex} recurses into repeated groups.
   *
   * @param maxLength how many characters the text may have where the pattern stands
   */
  public static boolean tooLong(String text, long maxLength) {
    long longest = Math.max(maxLength, HARMLESS_LENGTH);
    return text.length() > longest && text.codePointCount(0, text.length()) > longest;
  }
}
