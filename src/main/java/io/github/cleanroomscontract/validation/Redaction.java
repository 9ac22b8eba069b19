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

  /** A row of twelve digits cannot lie between two places that are twelve apart. */
  private static String withoutAccounts(String text) {
    StringBuilder clean = null;
    int at = ACCOUNT_LENGTH - 1;
    while (at < text.length()) {
      int end = at;
      if (isDigit(text.charAt(at))) {
        int start = at;
        while (start > 0 && isDigit(text.charAt(start - 1))) {
          start--;
        }
        while (end < text.length() && isDigit(text.charAt(end))) {
          end++;
        }
        if (end - start == ACCOUNT_LENGTH) {
          clean = clean == null ? new StringBuilder(text) : clean;
          clean.replace(start, end - SHOWN_DIGITS, "*".repeat(ACCOUNT_LENGTH - SHOWN_DIGITS));
        }
      }
      at = end + ACCOUNT_LENGTH;
    }
    return clean == null ? text : clean.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
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
