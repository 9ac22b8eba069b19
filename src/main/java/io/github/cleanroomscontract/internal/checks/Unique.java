package io.github.cleanroomscontract.internal.checks;

import java.util.HashSet;
import java.util.Set;

/** Finds what stands twice in a list that should name each thing once. */
final class Unique {

  private Unique() {}

  /** Says of each item whose text was there before that the rule is broken at that text. */
  static void by(Subject list, String... member) {
    Set<String> seen = new HashSet<>();
    for (Subject item : list.items()) {
      Subject key = item.at(member);
      if (key.node().isString() && !seen.add(key.text())) {
        key.fails();
      }
    }
  }
}
