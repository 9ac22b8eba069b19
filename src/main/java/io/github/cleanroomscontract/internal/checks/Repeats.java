package io.github.cleanroomscontract.internal.checks;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what is there more than once. */
final class Repeats {

  private Repeats() {}

  /** Says of each string that one before it is the same. */
  static void fail(Stream<Subject> strings) {
    Set<String> before = new HashSet<>();
    strings
        .filter(string -> string.node().isString() && !before.add(string.text()))
        .forEach(Subject::fails);
  }
}
