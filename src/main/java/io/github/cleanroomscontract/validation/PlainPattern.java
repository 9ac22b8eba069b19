package io.github.cleanroomscontract.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern that is a row of characters out of sets, each so many times, where what follows a
 * repetition cannot be taken for more of it. Such a one is matched in one go, several times as fast
 * as by {@code java.util.regex}; most ids and ARNs have one. It speaks of ASCII only. Immutable.
 */
final class PlainPattern {

  /** What a pattern may hold besides sets, letters and digits, without meaning anything else. */
  private static final String LITERAL = ":/=,@_- ";

  private static final int ASCII = 128;

  private final Step[] steps;

  /** A text, or if there is none, characters out of a set, so many times. */
  private record Step(String text, boolean[] set, int least, int most) {}

  /** Characters out of a set, so many times. */
  private record Part(boolean[] set, int least, int most) {

    /** The one text that it takes; empty if there are several. */
    String text() {
      StringBuilder one = new StringBuilder();
      for (char c = 0; c < ASCII && one.length() < 2; c++) {
        if (set[c]) {
          one.append(c);
        }
      }
      return one.length() == 1 && least == 1 && most == 1 ? one.toString() : "";
    }

    boolean excludes(Part other) {
      for (int c = 0; c < ASCII; c++) {
        if (set[c] && other.set[c]) {
          return false;
        }
      }
      return true;
    }
  }

  private PlainPattern(List<Part> parts) {
    List<Step> merged = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      String one = part.text();
      text.append(one);
      if (one.isEmpty()) {
        addText(text, merged);
        merged.add(new Step(null, part.set(), part.least(), part.most()));
      }
    }
    addText(text, merged);
    this.steps = merged.toArray(Step[]::new);
  }

  /** Single letters in a row are compared at once. */
  private static void addText(StringBuilder text, List<Step> steps) {
    if (!text.isEmpty()) {
      steps.add(new Step(text.toString(), new boolean[0], 0, 0));
      text.setLength(0);
    }
  }

  /** Returns the pattern that a regular expression is; empty if it is more than that. */
  static Optional<PlainPattern> of(String regex) {
    if (!regex.startsWith("^") || !regex.endsWith("$")) {
      return Optional.empty();
    }
    return new Reader(regex.substring(1, regex.length() - 1))
        .parts()
        .filter(PlainPattern::needsNoGoingBack)
        .map(PlainPattern::new);
  }

  private static boolean needsNoGoingBack(List<Part> parts) {
    for (int i = 0; i < parts.size(); i++) {
      boolean repeated = parts.get(i).least() < parts.get(i).most();
      for (int j = i + 1; repeated && j < parts.size(); j++) {
        if (!parts.get(i).excludes(parts.get(j))) {
          return false;
        }
        repeated = parts.get(j).least() == 0;
      }
    }
    return true;
  }

  /**
   * Returns whether a whole string matches. One with characters that are not of ASCII does not,
   * though the regular expression may take it.
   */
  boolean matches(String value) {
    int at = 0;
    for (Step step : steps) {
      String text = step.text;
      if (text != null) {
        if (!value.startsWith(text, at)) {
          return false;
        }
        at += text.length();
        continue;
      }
      int end = (int) Math.min(value.length(), (long) at + step.most);
      int start = at;
      boolean[] set = step.set;
      while (at < end && takes(set, value.charAt(at))) {
        at++;
      }
      if (at - start < step.least) {
        return false;
      }
    }
    return at == value.length();
  }

  private static boolean takes(boolean[] set, char c) {
    return c < ASCII && set[c];
  }

  /** Returns whether a string has ASCII characters only. */
  static boolean covers(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) >= ASCII) {
        return false;
      }
    }
    return true;
  }

  /** Reads the parts of a pattern. */
  private static final class Reader {

    private final String regex;
    private int at;

    Reader(String regex) {
      this.regex = regex;
    }

    Optional<List<Part>> parts() {
      List<Part> parts = new ArrayList<>();
      while (at < regex.length()) {
        boolean[] set = new boolean[ASCII];
        if (!(take('[') ? set(set) : literal(set)) || !times(set, parts)) {
          return Optional.empty();
        }
      }
      return Optional.of(parts);
    }

    private boolean literal(boolean[] set) {
      char c = regex.charAt(at);
      if (c != '\\' && !Character.isLetterOrDigit(c) && LITERAL.indexOf(c) < 0) {
        return false;
      }
      int character = character();
      return add(set, character, character);
    }

    /** What is after the opening bracket, up to the closing one. */
    private boolean set(boolean[] set) {
      boolean negated = take('^');
      while (!take(']')) {
        if (at == regex.length()) {
          return false;
        }
        int first = character();
        int last = first;
        if (at + 1 < regex.length() && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
          at++;
          last = character();
        }
        if (!add(set, first, last)) {
          return false;
        }
      }
      for (int c = 0; c < ASCII; c++) {
        set[c] ^= negated;
      }
      return true;
    }

    private static boolean add(boolean[] set, int first, int last) {
      for (int c = first; c >= 0 && c <= Math.min(last, ASCII - 1); c++) {
        set[c] = true;
      }
      return first >= 0 && last >= first;
    }

    /** The next character, which may be escaped; -1 if it means something else. */
    private int character() {
      char c = regex.charAt(at++);
      if (c != '\\') {
        return c == '[' || c == '&' ? -1 : c;
      }
      if (at == regex.length()) {
        return -1;
      }
      char escaped = regex.charAt(at++);
      return switch (escaped) {
        case 't' -> '\t';
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 'f' -> '\f';
        case 'u' -> {
          at += 4;
          yield at <= regex.length() ? Integer.parseInt(regex.substring(at - 4, at), 16) : -1;
        }
        default -> Character.isLetterOrDigit(escaped) ? -1 : escaped;
      };
    }

    private boolean times(boolean[] set, List<Part> parts) {
      int least = 1;
      int most = 1;
      if (take('*')) {
        least = 0;
        most = Integer.MAX_VALUE;
      } else if (take('+')) {
        most = Integer.MAX_VALUE;
      } else if (take('?')) {
        least = 0;
      } else if (take('{')) {
        least = numberOr(0);
        most = take(',') ? numberOr(Integer.MAX_VALUE) : least;
        if (!take('}')) {
          return false;
        }
      }
      parts.add(new Part(set, least, most));
      // A second one after it would be about how to go back.
      return at == regex.length() || "*+?{".indexOf(regex.charAt(at)) < 0;
    }

    private int numberOr(int absent) {
      if (at == regex.length() || !Character.isDigit(regex.charAt(at))) {
        return absent;
      }
      int number = 0;
      while (at < regex.length() && Character.isDigit(regex.charAt(at))) {
        number = 10 * number + regex.charAt(at++) - '0';
      }
      return number;
    }

    private boolean take(char c) {
      boolean there = at < regex.length() && regex.charAt(at) == c;
      at += there ? 1 : 0;
      return there;
    }
  }
}
