package io.github.cleanroomscontract.report;

import static io.github.cleanroomscontract.report.HtmlPage.text;

import io.github.cleanroomscontract.internal.text.Words;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One page for people, with the sums, the findings by operation and rule, and the first of them
 * with their lines, to be filtered.
 */
final class HtmlOutput implements Output {

  /** How many findings the page holds; browsers are slow with more. */
  private static final int SHOWN = 1000;

  private final PrintWriter out;
  private final Tally tally = new Tally();
  private final List<String> findings = new ArrayList<>();
  private final TreeSet<String> operations = new TreeSet<>();
  private final TreeSet<String> rules = new TreeSet<>();
  private final TreeSet<String> severities = new TreeSet<>();

  /** Creates an output that writes to {@code out}. */
  HtmlOutput(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void message(Entry entry) {
    tally.add(entry);
    for (Weighed each : entry.findings()) {
      if (findings.size() == SHOWN) {
        return;
      }
      findings.add(HtmlFinding.of(entry, each));
      Tally.Kind kind = Tally.Kind.of(entry, each);
      operations.add(kind.operation());
      rules.add(kind.rule());
      severities.add(kind.severity());
    }
  }

  @Override
  public void end(Summary summary) {
    List<String> body = new ArrayList<>();
    body.add("<a class=\"skip\" href=\"#findings\">Skip to the findings</a>");
    body.add("<header>");
    body.add("<h1>Clean Rooms contract</h1>");
    body.add("<p>" + verdict(summary) + "</p>");
    body.add("</header>");
    body.add("<main>");
    sums(body, summary);
    if (tally.total() > 0) {
      table(body, summary.knownFindings() > 0);
      findings(body, summary);
    }
    body.add("</main>");
    body.add("<footer>Written by cleanrooms-contract-kit.</footer>");
    HtmlPage.write(out, "Clean Rooms contract: " + TextOutput.sums(summary), "", body);
  }

  private static String verdict(Summary summary) {
    String seconds = Words.seconds(summary.elapsed()) + " seconds";
    String messages = Words.count(summary.total(), "message") + " judged in " + seconds + ". ";
    if (summary.failed() > 0) {
      return messages + "<strong>Some could not be checked.</strong>";
    }
    return summary.counting() == 0
        ? messages + "<strong class=\"good\">Nothing that counts was found.</strong>"
        : messages
            + "<strong>"
            + Words.count(summary.counting(), "message")
            + (summary.counting() == 1 ? " has" : " have")
            + " findings that count.</strong>";
  }

  private static void sums(List<String> body, Summary summary) {
    body.add("<h2>Summary</h2>");
    body.add("<dl class=\"tiles\">");
    tile(body, "valid", summary.valid(), true);
    tile(body, "of them with warnings", summary.warned(), false);
    tile(body, "invalid", summary.invalid(), true);
    tile(body, "drift", summary.drift(), true);
    tile(body, "known", summary.known(), false);
    tile(body, "skipped", summary.skipped(), false);
    tile(body, "could not be checked", summary.failed(), false);
    body.add("</dl>");
  }

  private static void tile(List<String> body, String name, long count, boolean always) {
    if (always || count > 0) {
      body.add(String.format(Locale.ROOT, "<div><dt>%s</dt><dd>%,d</dd></div>", name, count));
    }
  }

  private void table(List<String> body, boolean known) {
    body.add("<h2>By operation and rule</h2>");
    body.add("<table>");
    body.add("<thead><tr><th scope=\"col\">Operation</th><th scope=\"col\">Rule</th>");
    body.add("<th scope=\"col\">Severity</th><th scope=\"col\" class=\"number\">Findings</th>");
    body.add((known ? "<th scope=\"col\" class=\"number\">Known</th>" : "") + "</tr></thead>");
    body.add("<tbody>");
    for (Tally.Row row : tally.rows()) {
      Tally.Kind kind = row.kind();
      String filter =
          "#operation="
              + encoded(kind.operation())
              + "&rule="
              + encoded(kind.rule())
              + "&severity="
              + kind.severity();
      body.add(
          String.format(
              Locale.ROOT,
              "<tr class=\"%s\"><td>%s</td><td><a href=\"%s\"><code>%s</code></a></td>"
                  + "<td class=\"severity\">%s</td>"
                  + "<td class=\"number\" data-unit=\"%s\">%,d</td>%s</tr>",
              kind.severity(),
              text((kind.operation() + " " + kind.direction()).strip()),
              text(filter),
              text(kind.rule()),
              kind.severity(),
              row.findings() == 1 ? "finding" : "findings",
              row.findings(),
              known ? known(row.known()) : ""));
    }
    body.add("</tbody>");
    body.add("</table>");
  }

  private static String known(long count) {
    return count == 0
        ? "<td></td>"
        : String.format(Locale.ROOT, "<td class=\"number\" data-unit=\"known\">%,d</td>", count);
  }

  private void findings(List<String> body, Summary summary) {
    body.add("<h2 id=\"findings\" tabindex=\"-1\">Findings</h2>");
    if (findings.size() < tally.total()) {
      body.add(
          String.format(
              Locale.ROOT,
              "<p>The page holds the first %,d of %,d findings; the other %,d are counted above.</p>",
              findings.size(),
              tally.total(),
              tally.total() - findings.size()));
    }
    body.add("<form id=\"filters\" role=\"search\" aria-label=\"Filter the findings\" hidden>");
    select(body, "Operation", "operation", operations, name -> name);
    select(body, "Rule", "rule", rules, name -> name);
    select(body, "Severity", "severity", severities, name -> name);
    if (summary.knownFindings() > 0) {
      List<String> answers = List.of("no", "yes");
      select(body, "Known", "known", answers, name -> name.equals("yes") ? "known" : "not known");
    }
    body.add("<label>Text <input type=\"search\" name=\"text\" placeholder=\"press /\"></label>");
    body.add("<button type=\"reset\">Show all</button>");
    body.add("</form>");
    body.add("<p id=\"count\" role=\"status\"></p>");
    body.add("<ol class=\"findings\">");
    body.addAll(findings);
    body.add("</ol>");
    body.add("<p id=\"none\" hidden>No finding is like that.</p>");
  }

  private static void select(
      List<String> body,
      String label,
      String name,
      Iterable<String> values,
      Function<String, String> shown) {
    body.add("<label>" + label + " <select name=\"" + name + "\">");
    body.add("<option value=\"\">all</option>");
    for (String value : values) {
      body.add("<option value=\"" + text(value) + "\">" + text(shown.apply(value)) + "</option>");
    }
    body.add("</select></label>");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
