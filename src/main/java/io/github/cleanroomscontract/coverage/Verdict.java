package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.internal.text.Words;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said of a report besides its figures.
 *
 * @param floor the floor, if there is one
 * @param shortfalls what the report does not meet of it
 * @param putOff why nobody fails for that here; empty if somebody does
 * @param lost how many JVMs of the run ended before they told what they saw
 */
record Verdict(
    Optional<CoverageFloor> floor, List<Shortfall> shortfalls, Optional<String> putOff, int lost) {

  static Verdict of(
      CoverageReport report, Optional<CoverageFloor> floor, Optional<String> putOff, int lost) {
    List<Shortfall> shortfalls = floor.map(each -> each.check(report)).orElse(List.of());
    return new Verdict(floor, shortfalls, putOff, lost);
  }

  /** Returns whether the run has to fail. */
  boolean fails() {
    return !shortfalls.isEmpty() && putOff.isEmpty();
  }

  /** Returns it in lines; nothing if there is nothing to say. */
  String text() {
    StringBuilder text = new StringBuilder();
    if (lost > 0) {
      text.append('\n')
          .append(Words.count(lost, "JVM"))
          .append(" of the run ended without telling what was exercised there\n");
    }
    if (floor.isPresent()) {
      text.append("\nfloor: ").append(floor.get()).append('\n');
      text.append(shortfalls.isEmpty() ? "  met\n" : "");
      shortfalls.forEach(each -> text.append(each.toString().indent(2)));
      if (!shortfalls.isEmpty()) {
        putOff.ifPresent(why -> text.append("  not checked in the run: ").append(why).append('\n'));
      }
    }
    return text.toString();
  }
}
