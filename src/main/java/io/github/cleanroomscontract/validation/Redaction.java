package io.github.cleanroomscontract.validation;

import java.util.regex.Pattern;

/** Blots out what must not be printed. */
final class Redaction {

  private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9])[0-9]{8}(?=[0-9]{4}(?![0-9]))");
  private static final Pattern ACCESS_KEY = Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b");

  private Redaction() {}

  /** Blots out account numbers but for their last four digits, and access keys. */
  static String clean(String text) {
    // Access keys first: digits in one are no account.
    String withoutKeys = ACCESS_KEY.matcher(text).replaceAll("*".repeat(20));
    return ACCOUNT.matcher(withoutKeys).replaceAll("*".repeat(8));
  }

  /** Blots out a stretch of a text, of which only line breaks and indentation remain. */
  static void blot(StringBuilder text, int start, int end) {
    boolean indentation = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean lineBreak = c == '\n' || c == '\r';
      indentation = lineBreak || indentation && (c == ' ' || c == '\t');
      if (!indentation) {
        text.setCharAt(i, '*');
      }
    }
  }
}
