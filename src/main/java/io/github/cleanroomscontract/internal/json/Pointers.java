package io.github.cleanroomscontract.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** RFC 6901 JSON Pointers as strings. */
public final class Pointers {

  /** The pointer of a whole document. */
  public static final String ROOT = "";

  private static final Pattern INDEX = Pattern.compile("/[0-9]+(?=/|$)");

  private Pointers() {}

  /**
   * Returns the pointer of a member, or of an item by its index, of the value at {@code pointer}.
   */
  public static String append(String pointer, Object segment) {
    return pointer + '/' + escape(String.valueOf(segment));
  }

  /** Adds a member, or an item by its index, to a pointer. */
  public static void append(StringBuilder pointer, String segment) {
    pointer.append('/').append(escape(segment));
  }

  /** Returns the pointer of unescaped segments. */
  public static String of(List<String> segments) {
    StringBuilder pointer = new StringBuilder();
    segments.forEach(segment -> append(pointer, segment));
    return pointer.toString();
  }

  /** Returns the unescaped segments of a pointer, none for the root; the list is the caller's. */
  public static List<String> segments(String pointer) {
    List<String> segments = new ArrayList<>(count(pointer));
    int from = 1;
    while (from <= pointer.length()) {
      int to = pointer.indexOf('/', from);
      if (to < 0) {
        to = pointer.length();
      }
      segments.add(unescape(pointer.substring(from, to)));
      from = to + 1;
    }
    return segments;
  }

  private static int count(String pointer) {
    int count = 0;
    for (int at = pointer.indexOf('/'); at >= 0; at = pointer.indexOf('/', at + 1)) {
      count++;
    }
    return count;
  }

  /** Returns a pointer with a star for each index, as the items of a list have it in common. */
  public static String general(String pointer) {
    return INDEX.matcher(pointer).replaceAll("/*");
  }

  /** Returns whether a place is the same as another, or below it. */
  public static boolean within(String pointer, String outer) {
    return pointer.equals(outer) || pointer.startsWith(outer + "/");
  }

  private static String escape(String segment) {
    return segment.indexOf('~') < 0 && segment.indexOf('/') < 0
        ? segment
        : segment.replace("~", "~0").replace("/", "~1");
  }

  static String unescape(String segment) {
    return segment.indexOf('~') < 0 ? segment : segment.replace("~1", "/").replace("~0", "~");
  }
}
