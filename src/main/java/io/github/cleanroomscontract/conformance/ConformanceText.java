package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.replay.Verdict;
import io.github.cleanroomscontract.report.Paint;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run tells at a terminal: the sums, and a line for each thing that was found. Immutable.
 */
public final class ConformanceText {

  private static final int LABEL = 8;

  /** Longer places do not push the others aside. */
  private static final int WIDEST = 60;

  private static final int NAMES = 3;

  private final Paint paint;
  private final boolean skipped;

  /**
   * Creates what tells of runs.
   *
   * @param skipped whether to name each operation that was not asked; else the first few are
   */
  public ConformanceText(Paint paint, boolean skipped) {
    this.paint = paint;
    this.skipped = skipped;
  }

  /** A line in columns. */
  private record Line(String label, String operation, String place, String text, boolean known) {}

  /** Returns the lines. */
  public List<String> lines(Conformance conformance) {
    RunRecord run = conformance.run();
    Telling telling = new Telling(run);
    List<String> lines = new ArrayList<>();
    String sums = telling.sums(" · ");
    boolean good = !run.isPartial() && !run.hasCounting();
    lines.add(
        (good ? paint.green(sums) : paint.bold(sums)) + paint.dim("  (" + telling.seconds() + ")"));
    lines.addAll(columns(found(telling, conformance.gone())));
    reasons(lines, telling, Verdict.FAILED, true);
    reasons(lines, telling, Verdict.SKIPPED, skipped);
    telling.others().ifPresent(others -> lines.add(paint.dim("  " + others)));
    run.stopped().ifPresent(why -> lines.add(paint.red("stopped: ") + Words.escaped(why)));
    if (!run.left().isEmpty()) {
      lines.add(paint.red("left behind, to be removed by hand:"));
      run.left().forEach(each -> lines.add("  " + Words.escaped(each)));
    }
    return lines;
  }

  private static List<Line> found(Telling telling, List<Gone> gone) {
    List<Line> found = new ArrayList<>();
    for (Telling.Row row : telling.rows()) {
      String known =
          row.known().map(why -> why.isEmpty() ? ", known" : ", known: " + why).orElse("");
      String since = row.since().isEmpty() ? "" : ", " + row.since();
      found.add(
          new Line(
              row.label(),
              row.operation(),
              Words.escaped(row.place()),
              Words.escaped(row.what() + since + known),
              row.known().isPresent()));
    }
    for (Gone each : gone) {
      found.add(
          new Line(
              "gone",
              each.operation(),
              Words.escaped(each.observation().place()),
              Words.escaped(each.observation().what() + ", last seen " + each.last()),
              false));
    }
    return found;
  }

  private List<String> columns(List<Line> lines) {
    int operation = lines.stream().mapToInt(each -> each.operation().length()).max().orElse(0);
    int place = lines.stream().mapToInt(each -> Words.width(each.place())).max().orElse(0);
    int wide = Math.min(place, WIDEST);
    return lines.stream()
        .map(
            each ->
                "  "
                    + label(each.label(), each.known())
                    + "  "
                    + padded(each.operation(), operation)
                    + "  "
                    + (wide == 0 ? "" : padded(each.place(), wide) + "  ")
                    + (each.known() ? paint.dim(each.text()) : each.text()))
        .toList();
  }

  private String label(String label, boolean known) {
    String padded = padded(label, LABEL);
    if (known) {
      return paint.dim(padded);
    }
    return switch (label) {
      case "violates", "failed" -> paint.red(padded);
      case "gone" -> paint.green(padded);
      case "skipped" -> paint.dim(padded);
      default -> paint.yellow(padded);
    };
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - Words.width(text)));
  }

  private void reasons(List<String> lines, Telling telling, Verdict verdict, boolean all) {
    boolean named = verdict == Verdict.SKIPPED && skipped;
    telling
        .reasons(verdict, all)
        .forEach(
            (reason, names) ->
                lines.add(
                    "  "
                        + label(verdict.label(), false)
                        + "  "
                        + Telling.few(names, named ? names.size() : NAMES)
                        + ": "
                        + Words.escaped(reason)));
  }
}
