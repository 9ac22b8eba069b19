package io.github.cleanroomscontract.internal.checks;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little that can be told from a SQL text without parsing it: its placeholders, and whether it
 * reads a table.
 */
final class SqlText {

  /** Stands for what is inside quoted identifiers and means something outside. */
  private static final char QUOTED = '\u0001';

  /** A colon after a value is something else, such as a cast or a path into a document. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?<![:0-9A-Za-z_\\])}\"'`]):([A-Za-z_][0-9A-Za-z_]*+)");

  private final String text;
  private final StringBuilder code;
  private boolean clear = true;

  /** Reads a text. */
  SqlText(String text) {
    this.text = text;
    this.code = new StringBuilder(text);
    int at = 0;
    while (at < text.length()) {
      at = skip(at);
    }
  }

  /** Takes the next character, comment, literal or quoted name, and returns where it ends. */
  private int skip(int at) {
    char c = text.charAt(at);
    if (text.startsWith("--", at)) {
      return blank(at, end("\n", at + 2));
    }
    if (text.startsWith("/*", at)) {
      return blank(at, end("*/", at + 2));
    }
    if (c == '\'') {
      int end = end("'", at + 1);
      // Whether a backslash escapes the quote depends on the engine and its settings.
      clear &= text.substring(at, end).indexOf('\\') < 0;
      return blank(at + 1, end - 1) + 1;
    }
    if (c == '"' || c == '`') {
      int end = end(String.valueOf(c), at + 1);
      for (int i = at + 1; i < end; i++) {
        if (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == ':') {
          code.setCharAt(i, QUOTED);
        }
      }
      return end;
    }
    return at + 1;
  }

  private int end(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  private int blank(int from, int to) {
    for (int i = from; i < to; i++) {
      code.setCharAt(i, ' ');
    }
    return Math.max(from, to);
  }

  /** Returns whether it is certain where literals end. */
  boolean clear() {
    return clear;
  }

  /** Returns the length in bytes. */
  int bytes() {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Returns the names of the placeholders, with where they first stand in the text. */
  Map<String, Integer> placeholders() {
    Map<String, Integer> placeholders = new LinkedHashMap<>();
    Matcher matcher = PLACEHOLDER.matcher(code);
    while (matcher.find()) {
      placeholders.putIfAbsent(matcher.group(1), matcher.start());
    }
    return placeholders;
  }

  /** Returns whether a placeholder of that name stands anywhere, literals included. */
  boolean mentions(String name) {
    return Pattern.compile(":" + Pattern.quote(name) + "(?![0-9A-Za-z_])", Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .find();
  }

  /** Returns whether it surely reads the table of that name. */
  boolean reads(String table) {
    String name = "[\"`]?" + Pattern.quote(table.replace(' ', QUOTED)) + "[\"`]?";
    return clear
        && has("(?:from|join)\\s++" + name + "(?![0-9A-Za-z_.\"`-])")
        // A query of that name within this one hides the table.
        && !has(name + "\\s++as\\s*+\\(");
  }

  private boolean has(String regex) {
    return Pattern.compile("(?<![0-9A-Za-z_])" + regex, Pattern.CASE_INSENSITIVE)
        .matcher(code)
        .find();
  }
}
