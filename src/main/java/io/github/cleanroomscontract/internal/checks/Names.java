package io.github.cleanroomscontract.internal.checks;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of names, compared. What is no string is left to the schemas. */
final class Names {

  private Names() {}

  /** Returns the strings among values. */
  static Stream<Subject> strings(Stream<Subject> values) {
    return values.filter(value -> value.node().isString());
  }

  /** Returns the texts of the strings among values. */
  static Set<String> texts(Stream<Subject> values) {
    return strings(values).map(Subject::text).collect(Collectors.toSet());
  }

  /**
   * Refuses each name that has been seen.
   *
   * @param seen the names before; those of the values are added
   */
  static void repeated(Stream<Subject> values, Set<String> seen) {
    strings(values).filter(value -> !seen.add(value.text())).forEach(Subject::fails);
  }

  /** Refuses the name that an item of a list has, if an item before it has the same. */
  static void unique(Subject list, String member) {
    repeated(list.each().map(item -> item.at(member)), new HashSet<>());
  }

  /** Refuses each name that is among others. */
  static void among(Stream<Subject> values, Set<String> others) {
    strings(values).filter(value -> others.contains(value.text())).forEach(Subject::fails);
  }

  /** Refuses each name that is not among others. */
  static void notAmong(Stream<Subject> values, Set<String> others) {
    strings(values).filter(value -> !others.contains(value.text())).forEach(Subject::fails);
  }
}
