package io.github.cleanroomscontract.validation;

import java.util.regex.Pattern;

/** Blots out what must not be printed. */
final class Redaction {

  private static final Pattern ACCESS_KEY = Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b");
  private static final int ACCOUNT_LENGTH = 12;
  private static final int SHOWN_DIGITS = 4;

  private Redaction() {}

  /** Blots out account numbers but for their last four digits, and access keys. */
  static String clean(String text) {
    // Access keys first: digits in one are no account.
    boolean key = text.contains("AKIA") || text.contains("ASIA");
    return withoutAccounts(key ? ACCESS_KEY.matcher(text).replaceAll("*".repeat(20)) : text);
  }

  private static String withoutAccounts(String text) {
    StringBuilder clean = null;
    int digits = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        digits++;
      } else {
        if (digits == ACCOUNT_LENGTH) {
          clean = clean == null ? new StringBuilder(text) : clean;
          String stars = "*".repeat(ACCOUNT_LENGTH - SHOWN_DIGITS);
          clean.replace(i - ACCOUNT_LENGTH, i - SHOWN_DIGITS, stars);
        }
        digits = 0;
      }
    }
    return clean == null ? text : clean.toString();
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
