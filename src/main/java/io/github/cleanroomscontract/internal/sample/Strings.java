package io.github.cleanroomscontract.internal.sample;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Strings of a sort: realistic ones, those of any length, and those that its pattern refuses.
 *
 * @param realistic returns the realistic ones by number, all different
 * @param stem the shortest that the pattern takes, bounds aside
 * @param filler what may be appended any number of times; empty if nothing may
 * @param tail what ends strings of a certain length
 * @param refused what breaks the pattern, each in one way
 */
record Strings(
    IntFunction<String> realistic, String stem, String filler, String tail, List<String> refused) {

  /** Returns strings of which the first are given, and the others are numbered. */
  static Strings of(String stem, String filler, String... first) {
    return new Strings(number -> numbered(number, first), stem, filler, "", List.of());
  }

  /** Returns strings that are made by number. */
  static Strings made(IntFunction<String> realistic, String stem, String filler) {
    return new Strings(realistic, stem, filler, "", List.of());
  }

  private static String numbered(int number, String... first) {
    return number < first.length ? first[number] : first[0] + (number + 1);
  }

  /** Returns the same with what the pattern refuses. */
  Strings refusing(String... strings) {
    return new Strings(realistic, stem, filler, tail, List.of(strings));
  }

  /** Returns the same with other realistic ones. */
  Strings showing(String... first) {
    return new Strings(number -> numbered(number, first), stem, filler, tail, refused);
  }

  /** Returns the same in another spelling. */
  Strings spelt(String as, String instead) {
    return new Strings(
        number -> realistic.apply(number).replace(instead, as),
        stem.replace(instead, as),
        filler,
        tail,
        refused.stream().map(each -> each.replace(instead, as)).toList());
  }

  /** Returns the same with that end. */
  Strings endingIn(String end) {
    return new Strings(realistic, stem, filler, end, refused);
  }

  /** Returns whether there is one of that length, in code points. */
  boolean takes(int length) {
    int stemLength = stem.length() + tail.length();
    return length == stemLength || length > stemLength && !filler.isEmpty();
  }

  /** Returns one of that length, which the pattern takes if it takes any of that length. */
  String ofLength(int length) {
    String likely = realistic.apply(0);
    int missing = length - likely.length();
    if (missing >= 0 && !filler.isEmpty() && tail.isEmpty()) {
      return likely + filler.repeat(missing);
    }
    missing = length - stem.length() - tail.length();
    return missing < 0
        ? stem.substring(0, length)
        : stem + (filler.isEmpty() ? "x" : filler).repeat(missing) + tail;
  }
}
