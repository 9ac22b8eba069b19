package io.github.cleanroomscontract.conformance;

import static io.github.cleanroomscontract.report.HtmlPage.text;

import io.github.cleanroomscontract.replay.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs as a row of bars in SVG, and as a table for those who do not see it. Immutable. */
final class TrendChart {

  /** What the bars are made of, from below. */
  private static final List<Verdict> STACK =
      List.of(
          Verdict.CONFORMS,
          Verdict.DRIFT,
          Verdict.STRICTER,
          Verdict.LAXER,
          Verdict.VIOLATES,
          Verdict.FAILED,
          Verdict.SKIPPED);

  private static final int SHOWN = 30;
  private static final int STEP = 14;
  private static final int BAR = 10;
  private static final int HEIGHT = 110;

  private final List<RunRecord> runs;

  TrendChart(List<RunRecord> earlier, RunRecord run) {
    List<RunRecord> all = new ArrayList<>(earlier);
    all.add(run);
    this.runs = all.subList(Math.max(0, all.size() - SHOWN), all.size());
  }

  List<String> lines() {
    List<String> html = new ArrayList<>();
    chart(html);
    legend(html);
    table(html);
    return html;
  }

  private void chart(List<String> html) {
    int width = Math.max(runs.size() * STEP, 12 * STEP);
    long most = runs.stream().mapToLong(run -> run.operations().size()).max().orElse(1);
    html.add(
        String.format(
            Locale.ROOT,
            "<svg class=\"trend\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"xMinYMid\""
                + " role=\"img\" aria-label=\"Operations by verdict, from %s to %s; the table below"
                + " has the numbers\">",
            width,
            HEIGHT,
            first().day(),
            last().day()));
    for (int i = 0; i < runs.size(); i++) {
      RunRecord run = runs.get(i);
      html.add("<g><title>" + text(title(run)) + "</title>");
      double top = HEIGHT;
      for (Verdict verdict : STACK) {
        double height = HEIGHT * run.count(verdict) / (double) Math.max(1, most);
        if (height > 0) {
          top -= height;
          html.add(
              String.format(
                  Locale.ROOT,
                  "<rect class=\"%s\" x=\"%d\" y=\"%.2f\" width=\"%d\" height=\"%.2f\"/>",
                  verdict.label(),
                  i * STEP,
                  top,
                  BAR,
                  height));
        }
      }
      html.add("</g>");
    }
    html.add("</svg>");
    html.add(
        "<p class=\"faint\">"
            + first().day()
            + (runs.size() == 1 ? "" : " – " + last().day())
            + "</p>");
  }

  private RunRecord first() {
    return runs.get(0);
  }

  private RunRecord last() {
    return runs.get(runs.size() - 1);
  }

  private static String title(RunRecord run) {
    return run.started() + ": " + new Telling(run).sums(", ");
  }

  private void legend(List<String> html) {
    html.add("<ul class=\"legend\">");
    for (Verdict verdict : STACK) {
      if (runs.stream().anyMatch(run -> run.count(verdict) > 0)) {
        html.add(
            "<li><svg class=\"swatch\" viewBox=\"0 0 1 1\" aria-hidden=\"true\"><rect class=\""
                + verdict.label()
                + "\" width=\"1\" height=\"1\"/></svg>"
                + verdict.label()
                + "</li>");
      }
    }
    html.add("</ul>");
  }

  private void table(List<String> html) {
    html.add("<details><summary>The numbers of each run</summary>");
    html.add("<table><thead><tr><th scope=\"col\">Run</th>");
    html.add("<th scope=\"col\" class=\"number\">calls</th>");
    STACK.forEach(
        verdict -> html.add("<th scope=\"col\" class=\"number\">" + verdict.label() + "</th>"));
    html.add("<th scope=\"col\" class=\"number\">new findings</th></tr></thead><tbody>");
    for (int i = runs.size() - 1; i >= 0; i--) {
      RunRecord run = runs.get(i);
      html.add(
          "<tr><td>"
              + text(run.started().toString())
              + (run.isPartial() ? " (not in full)" : "")
              + "</td>"
              + number(run.calls(), "calls"));
      STACK.forEach(verdict -> html.add(number(run.count(verdict), verdict.label())));
      html.add(number(news(run), "new") + "</tr>");
    }
    html.add("</tbody></table></details>");
  }

  private static long news(RunRecord run) {
    return run.operations().stream()
        .flatMap(each -> each.observations().stream())
        .filter(Observation::isNew)
        .count();
  }

  static String number(long count, String unit) {
    return count == 0
        ? "<td></td>"
        : String.format(Locale.ROOT, "<td class=\"number\" data-unit=\"%s\">%,d</td>", unit, count);
  }
}
