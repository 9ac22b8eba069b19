package io.github.cleanroomscontract.internal.sample;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Strings of a sort: realistic ones, those of any length, and those that its pattern refuses.
 *
 * @param realistic returns the realistic ones by number, all different
 * @param stem the shortest that the pattern takes, bounds aside
 * @param filler what may be appended any number of times; empty if nothing may
 * @param refused what breaks the pattern, each in one way
 */
record Strings(IntFunction<String> realistic, String stem, String filler, List<String> refused) {

  /** Returns strings of which the first are given, and the others are numbered. */
  static Strings of(String stem, String filler, String... first) {
    return new Strings(number -> numbered(number, first), stem, filler, List.of());
  }

  /** Returns strings that are made by number. */
  static Strings made(IntFunction<String> realistic, String stem, String filler) {
    return new Strings(realistic, stem, filler, List.of());
  }

  private static String numbered(int number, String... first) {
    return number < first.length ? first[number] : first[0] + (number + 1);
  }

  /** Returns the same with what the pattern refuses. */
  Strings refusing(String... strings) {
    return new Strings(realistic, stem, filler, List.of(strings));
  }

  /** Returns the same with other realistic ones. */
  Strings showing(String... first) {
    return new Strings(number -> numbered(number, first), stem, filler, refused);
  }

  /** Returns whether there is one of that length, in code points. */
  boolean takes(int length) {
    int stemLength = stem.codePointCount(0, stem.length());
    return length == stemLength || length > stemLength && !filler.isEmpty();
  }

  /** Returns one of that length, which the pattern takes if it takes any of that length. */
  String ofLength(int length) {
    String likely = realistic.apply(0);
    int missing = length - likely.length();
    if (missing >= 0 && !filler.isEmpty()) {
      return likely + filler.repeat(missing);
    }
    missing = length - stem.length();
    return missing < 0
        ? stem.substring(0, length)
        : stem + (filler.isEmpty() ? "x" : filler).repeat(missing);
  }

  /** Returns one of many of that length, which differ at their end. */
  String ofLength(int length, int number) {
    String digits = Integer.toString(number);
    return String.format(
        Locale.ROOT, "%s%s", ofLength(Math.max(0, length - digits.length())), digits);
  }
}
