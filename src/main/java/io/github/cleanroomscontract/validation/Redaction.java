package io.github.cleanroomscontract.validation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blots out what must not be printed. */
final class Redaction {

  private static final Pattern ACCESS_KEY = Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b");
  private static final int ACCOUNT_LENGTH = 12;
  private static final int SHOWN_DIGITS = 4;

  private Redaction() {}

  /** Returns a text without account numbers, but for their last four digits, and access keys. */
  static String clean(String text) {
    if (text.length() < ACCOUNT_LENGTH) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text);
    clean(clean);
    return clean.toString();
  }

  /** Blots out account numbers but for their last four digits, and access keys. */
  static void clean(StringBuilder text) {
    // Access keys first: digits in one are no account.
    if (text.indexOf("AKIA") >= 0 || text.indexOf("ASIA") >= 0) {
      Matcher key = ACCESS_KEY.matcher(text);
      while (key.find()) {
        fill(text, key.start(), key.end());
      }
    }
    // A row of twelve digits cannot lie between two places that are twelve apart.
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
          fill(text, start, end - SHOWN_DIGITS);
        }
      }
      at = end + ACCOUNT_LENGTH;
    }
  }

  private static void fill(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      text.setCharAt(i, '*');
    }
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
