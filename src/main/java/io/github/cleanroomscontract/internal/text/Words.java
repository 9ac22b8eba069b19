package io.github.cleanroomscontract.internal.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers, lists and foreign texts as sentences have them. */
public final class Words {

  private Words() {}

  /** Returns a number of things: {@code 1 item}, {@code 2,000 entries}. */
  public static String count(long count, String unit) {
    String plural = unit.equals("entry") ? "entries" : unit + "s";
    return grouped(count) + " " + (count == 1 ? unit : plural);
  }

  /** Returns a number with groups of three digits: {@code 2,000}. */
  public static String grouped(long number) {
    // To format costs a fresh JVM more than to judge a payload, and most numbers have no groups.
    return number >= 0 && number < 1000
        ? Long.toString(number)
        : String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns a number with groups of three digits, and without a fraction if it has none. */
  public static String number(double value) {
    return value == Math.rint(value) ? grouped((long) value) : Double.toString(value);
  }

  /** Returns a time in seconds, to the tenth: {@code 1.4}. */
  public static String seconds(Duration time) {
    long tenths = (time.toMillis() + 50) / 100;
    return tenths / 10 + "." + tenths % 10;
  }

  /** Returns names as an enumeration: {@code s3, member and distribute}. */
  public static String and(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** Returns whether a character can be seen, and leaves others where they are. */
  public static boolean visible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** Returns whether a text is of ASCII that can be seen, and has no quote or backslash. */
  public static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  /** Returns a text in which what cannot be seen is written as an escape: it moves no cursor. */
  public static String escaped(String text) {
    if (plain(text) || text.codePoints().allMatch(Words::visible)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (visible(c)) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append(String.format(Locale.ROOT, "\\u%04X", c));
              }
            });
    return escaped.toString();
  }

  /** Returns how many columns of a terminal a text takes. */
  public static int width(String text) {
    return text.codePoints().map(Words::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        Character.isIdeographic(c)
            || c >= 0x1100 && c <= 0x115F // Hangul
            || c >= 0x3000 && c <= 0x30FF // kana and their punctuation
            || c >= 0xAC00 && c <= 0xD7A3 // Hangul
            || c >= 0xFF01 && c <= 0xFF60 // full-width forms
            || c >= 0x1F300 && c <= 0x1FAFF; // emoji
    return wide ? 2 : 1;
  }

  /** Breaks a text at blanks into lines of at most that width, unless a word is longer. */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
