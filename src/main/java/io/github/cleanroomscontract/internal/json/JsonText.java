package io.github.cleanroomscontract.internal.json;

import tools.jackson.core.JsonParser;

/**
 * Where values stand in a text that is known to be JSON. A parser would take several times as long,
 * since it also reads what it passes.
 */
final class JsonText {

  private JsonText() {}

  /** Returns the first place from {@code at} on where there is no white space. */
  static int skipBlanks(String text, int at) {
    int i = at;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** RFC 8259 knows these four, Java many more. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** Returns the end of the value that begins at {@code start}. */
  static int valueEnd(String text, int start) {
    return switch (text.charAt(start)) {
      case '"' -> stringEnd(text, start);
      case '{', '[' -> containerEnd(text, start);
      default -> wordEnd(text, start);
    };
  }

  /** Returns the end of the string whose quote is at {@code start}. */
  static int stringEnd(String text, int start) {
    int quote = text.indexOf('"', start + 1);
    while (isEscaped(text, quote)) {
      quote = text.indexOf('"', quote + 1);
    }
    return quote + 1;
  }

  private static boolean isEscaped(String text, int quote) {
    int i = quote;
    while (text.charAt(i - 1) == '\\') {
      i--;
    }
    return (quote - i) % 2 == 1;
  }

  private static int containerEnd(String text, int start) {
    int depth = 0;
    int i = start;
    do {
      switch (text.charAt(i)) {
        case '"' -> i = stringEnd(text, i) - 1;
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        default -> {
          // Between values, or in a number or literal.
        }
      }
      i++;
    } while (depth > 0);
    return i;
  }

  private static int wordEnd(String text, int start) {
    int i = start;
    while (i < text.length() && !isBlank(text.charAt(i)) && ",]}".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** Returns whether the string between two places is written as it reads, without escapes. */
  static boolean isPlain(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '\\') {
        return false;
      }
    }
    return true;
  }

  /** Returns what the string between two places says. */
  static String string(String text, int start, int end) {
    if (isPlain(text, start, end)) {
      return text.substring(start + 1, end - 1);
    }
    try (JsonParser parser = Json.parser(text.substring(start, end))) {
      parser.nextToken();
      return parser.getString();
    }
  }
}
