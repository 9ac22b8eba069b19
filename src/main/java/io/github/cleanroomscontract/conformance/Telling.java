package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.replay.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is to be told of a run, whatever it is written in. Texts are not escaped. Immutable. */
final class Telling {

  private static final Comparator<Row> ORDER =
      Comparator.<Row, Boolean>comparing(row -> row.known().isPresent())
          .thenComparing(Row::verdict)
          .thenComparing(Row::operation);

  /**
   * A line on something that was found.
   *
   * @param label the verdict, or {@code warning}
   * @param since when it was first seen; empty where that is not known
   * @param known why it is known; absent if it is not
   */
  record Row(
      Verdict verdict,
      String label,
      String operation,
      String place,
      String what,
      String since,
      Optional<String> known) {}

  private final RunRecord run;

  /** What to tell of a run whose observations have their days. */
  Telling(RunRecord run) {
    this.run = run;
  }

  /** Returns the sums in a line. */
  String sums(String separator) {
    List<String> parts = new ArrayList<>();
    parts.add(Words.count(run.operations().size(), "operation"));
    parts.add(Words.count(run.calls(), "call"));
    parts.add(String.format(Locale.ROOT, "%,d conform%s", run.count(Verdict.CONFORMS), warned()));
    for (Verdict verdict : Verdict.values()) {
      long count = run.count(verdict);
      if (count > 0 && verdict != Verdict.CONFORMS) {
        parts.add(String.format(Locale.ROOT, "%,d %s%s", count, verdict.label(), known(verdict)));
      }
    }
    return String.join(separator, parts);
  }

  private String warned() {
    long warned =
        run.operations().stream()
            .filter(each -> each.verdict() == Verdict.CONFORMS)
            .filter(each -> each.observations().stream().anyMatch(one -> one.known().isEmpty()))
            .count();
    return warned == 0 ? "" : String.format(Locale.ROOT, " (%,d with warnings)", warned);
  }

  private String known(Verdict verdict) {
    long known =
        run.operations().stream().filter(each -> each.verdict() == verdict && each.known()).count();
    return known == 0 ? "" : String.format(Locale.ROOT, " (%,d known)", known);
  }

  /** Returns how many operations of the contract the run did not ask for; empty if none. */
  Optional<String> others() {
    int all = Catalogue.asOf(LocalDate.parse(run.contract())).operations().size();
    int others = all - run.operations().size();
    return others <= 0
        ? Optional.empty()
        : Optional.of(
            Words.count(others, "operation")
                + " of the contract "
                + (others == 1 ? "was" : "were")
                + " not asked for");
  }

  String seconds() {
    return String.format(Locale.ROOT, "%.1f s", run.took().toMillis() / 1000.0);
  }

  /**
   * Returns what was found: the gravest first, what is known last. Warnings are among it only if
   * they count.
   */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (OperationRecord operation : run.operations()) {
      operation.observations().stream()
          .filter(each -> each.verdict() != Verdict.CONFORMS || each.counts())
          .forEach(each -> rows.add(row(operation, each)));
    }
    rows.sort(ORDER);
    return rows;
  }

  private static Row row(OperationRecord operation, Observation each) {
    return new Row(
        each.verdict(),
        each.label(),
        operation.operation(),
        each.place(),
        what(each),
        since(each),
        each.known());
  }

  /** Returns what there is to see; of a verdict that is of no rule, why. */
  static String what(Observation each) {
    return each.rule().equals(each.verdict().label()) ? each.message() : each.what();
  }

  static String since(Observation each) {
    return each.isNew()
        ? "first seen tonight"
        : each.firstSeen().map(day -> "first seen " + day).orElse("");
  }

  /**
   * Returns why calls were not made, or could not be, and of which operations.
   *
   * @param all whether to tell it of operations too of which other calls were made
   */
  Map<String, List<String>> reasons(Verdict verdict, boolean all) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (OperationRecord operation : run.operations()) {
      if (all || operation.verdict() == verdict) {
        operation.reasons().stream()
            .filter(each -> each.verdict() == verdict)
            .forEach(
                each ->
                    reasons
                        .computeIfAbsent(each.text(), text -> new ArrayList<>())
                        .add(operation.operation()));
      }
    }
    return reasons;
  }

  /** Returns the first few names, and how many more there are. */
  static String few(List<String> names, int most) {
    if (names.size() <= most) {
      return Words.and(names);
    }
    return String.join(", ", names.subList(0, most))
        + String.format(Locale.ROOT, " and %,d more", names.size() - most);
  }
}
