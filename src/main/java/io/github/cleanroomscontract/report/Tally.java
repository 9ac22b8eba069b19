package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.finding.Severity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Counts findings by operation, direction and rule. It grows with what the contract has, not with
 * what a capture has. Not thread-safe.
 */
final class Tally {

  /** How messages are called that name no operation of the API. */
  static final String UNIDENTIFIED = "not identified";

  /**
   * What is counted together.
   *
   * @param operation an operation of the API, or {@link #UNIDENTIFIED}
   * @param direction a direction's label; empty if it is not known
   * @param rule the id of a rule
   * @param severity the label of a severity, or {@code failed}
   */
  record Kind(String operation, String direction, String rule, String severity) {

    static Kind of(Entry entry, Weighed weighed) {
      JudgedMessage message = entry.message();
      return new Kind(
          operation(message),
          message.direction().map(direction -> direction.label()).orElse(""),
          weighed.finding().rule().id(),
          entry.failed() ? "failed" : weighed.finding().severity().label());
    }

    private static String operation(JudgedMessage message) {
      Optional<String> known =
          message.operation().filter(name -> Catalogue.current().operation(name).isPresent());
      return known.orElse(UNIDENTIFIED);
    }

    private int weight() {
      return severity.equals("failed")
          ? -1
          : Severity.valueOf(severity.toUpperCase(Locale.ROOT)).ordinal();
    }
  }

  /**
   * A kind and its numbers.
   *
   * @param findings how many findings there are, known ones included
   * @param known how many of them are known
   */
  record Row(Kind kind, long findings, long known) {}

  private static final Comparator<Row> HEAVIEST_FIRST =
      Comparator.<Row>comparingInt(row -> row.kind().weight())
          .thenComparing(Row::findings, Comparator.reverseOrder())
          .thenComparing(row -> row.kind().toString());

  private final Map<Kind, long[]> counts = new HashMap<>();
  private long total;

  void add(Entry entry) {
    for (Weighed each : entry.findings()) {
      long[] count = counts.computeIfAbsent(Kind.of(entry, each), kind -> new long[2]);
      count[0]++;
      count[1] += each.known().isPresent() ? 1 : 0;
      total++;
    }
  }

  /** Returns how many findings there were. */
  long total() {
    return total;
  }

  /** Returns all kinds: the heaviest first, and of those the most frequent. */
  List<Row> rows() {
    return counts.entrySet().stream()
        .map(each -> new Row(each.getKey(), each.getValue()[0], each.getValue()[1]))
        .sorted(HEAVIEST_FIRST)
        .toList();
  }
}
