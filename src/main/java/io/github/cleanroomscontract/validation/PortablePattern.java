package io.github.cleanroomscontract.validation;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * A pattern of the schemas on {@code java.util.regex}. The schemas keep to what ECMA-262 and Java
 * read alike, but for the final {@code $}, which in Java also matches before a last line break.
 */
final class PortablePattern implements RegularExpression {

  /**
   * No string that the API gives a pattern may be longer (the meta-schema sees to that), so a
   * longer one fails its maxLength already, and is not worth the time and the stack that a match
   * takes.
   */
  static final int MAX_LENGTH = 2048;

  private final Pattern pattern;

  PortablePattern(String regex) {
    this.pattern =
        Pattern.compile(
            regex.endsWith("$") ? regex.substring(0, regex.length() - 1) + "\\z" : regex);
  }

  @Override
  public boolean matches(String value) {
    // A code point takes up to two units.
    return value.length() > 2 * MAX_LENGTH || pattern.matcher(value).find();
  }
}
