package io.github.cleanroomscontract.conformance;

import static io.github.cleanroomscontract.report.HtmlPage.text;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.replay.Verdict;
import io.github.cleanroomscontract.report.HtmlPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A page on a run for a browser, which needs nothing else and asks for nothing: the operations by
 * verdict, to be filtered, and the last runs. Not thread-safe.
 */
public final class ConformancePage {

  private static final String UNKNOWN = "not in the contract";

  private static final Comparator<OperationRecord> GRAVEST_FIRST =
      Comparator.comparing(OperationRecord::known)
          .thenComparing(OperationRecord::verdict)
          .thenComparing(OperationRecord::operation);

  private final PrintWriter out;
  private final List<String> body = new ArrayList<>();

  /** Creates what writes to {@code out}. */
  public ConformancePage(PrintWriter out) {
    this.out = out;
  }

  /** Writes the page. */
  public void write(Conformance conformance) {
    RunRecord run = conformance.run();
    Telling telling = new Telling(run);
    body.clear();
    body.add("<a class=\"skip\" href=\"#findings\">Skip to the operations</a>");
    header(run, telling);
    body.add("<main>");
    alarms(run);
    tiles(run);
    if (!conformance.earlier().isEmpty()) {
      body.add("<h2>The last runs</h2>");
      body.addAll(new TrendChart(conformance.earlier(), run).lines());
    }
    gone(conformance.gone());
    operations(run);
    resources(run);
    body.add("</main>");
    body.add("<footer>Written by cleanrooms-contract-kit.</footer>");
    HtmlPage.write(out, "Clean Rooms conformance: " + telling.sums(", "), style(), body);
  }

  private void header(RunRecord run, Telling telling) {
    body.add("<header>");
    body.add("<h1>Clean Rooms conformance</h1>");
    body.add(
        "<p>"
            + text(
                Words.count(run.calls(), "call")
                    + " to "
                    + run.endpoint()
                    + " on "
                    + run.started().toString().replace('T', ' ').replaceFirst("[.][0-9]+", "")
                    + ", in "
                    + telling.seconds()
                    + ", judged by the contract of "
                    + run.contract()
                    + ". "
                    + telling.others().map(others -> others + ". ").orElse(""))
            + sentence(run)
            + "</p>");
    body.add("</header>");
  }

  private static String sentence(RunRecord run) {
    if (run.isPartial()) {
      return "<strong>Not everything could be asked.</strong>";
    }
    return run.hasCounting()
        ? "<strong>Something was found that counts.</strong>"
        : "<strong class=\"good\">Nothing that counts was found.</strong>";
  }

  private void alarms(RunRecord run) {
    run.stopped()
        .ifPresent(
            why -> body.add("<p class=\"alarm\"><strong>Stopped:</strong> " + text(why) + "</p>"));
    if (!run.left().isEmpty()) {
      body.add("<div class=\"alarm\"><strong>Left behind, to be removed by hand:</strong><ul>");
      run.left().forEach(each -> body.add("<li><code>" + text(each) + "</code></li>"));
      body.add("</ul></div>");
    }
  }

  private void tiles(RunRecord run) {
    body.add("<h2>Operations by verdict</h2>");
    body.add("<dl class=\"tiles\">");
    for (Verdict verdict : Verdict.values()) {
      long count = run.count(verdict);
      if (count > 0 || verdict == Verdict.CONFORMS) {
        body.add(
            String.format(
                Locale.ROOT,
                "<div><dt><a href=\"#verdict=%s\">%s</a></dt><dd>%,d</dd></div>",
                verdict.label(),
                verdict.label(),
                count));
      }
    }
    body.add("</dl>");
  }

  private void gone(List<Gone> gone) {
    if (gone.isEmpty()) {
      return;
    }
    body.add("<h2>Found no more</h2>");
    body.add("<table><thead><tr><th scope=\"col\">Operation</th><th scope=\"col\">At</th>");
    body.add("<th scope=\"col\">What</th><th scope=\"col\">Last seen</th></tr></thead><tbody>");
    for (Gone each : gone) {
      body.add(
          String.format(
              "<tr><td>%s</td><td><code>%s</code></td><td>%s</td><td>%s</td></tr>",
              text(each.operation()),
              text(each.observation().place()),
              text(Telling.what(each.observation())),
              each.last()));
    }
    body.add("</tbody></table>");
  }

  private void resources(RunRecord run) {
    Map<String, List<OperationRecord>> resources = new TreeMap<>();
    for (OperationRecord each : run.operations()) {
      resources.computeIfAbsent(resource(each), name -> new ArrayList<>()).add(each);
    }
    body.add("<h2>By resource</h2>");
    body.add("<table><thead><tr><th scope=\"col\">Resource</th>");
    List<Verdict> verdicts =
        List.of(Verdict.values()).stream().filter(each -> run.count(each) > 0).toList();
    verdicts.forEach(
        each -> body.add("<th scope=\"col\" class=\"number\">" + each.label() + "</th>"));
    body.add("</tr></thead><tbody>");
    resources.forEach(
        (name, operations) -> {
          body.add("<tr><td><a href=\"#resource=" + text(name) + "\">" + text(name) + "</a></td>");
          for (Verdict verdict : verdicts) {
            long count = operations.stream().filter(each -> each.verdict() == verdict).count();
            body.add(TrendChart.number(count, verdict.label()));
          }
          body.add("</tr>");
        });
    body.add("</tbody></table>");
  }

  private void operations(RunRecord run) {
    body.add("<h2 id=\"findings\" tabindex=\"-1\">Operations</h2>");
    body.add("<form id=\"filters\" role=\"search\" aria-label=\"Filter the operations\" hidden>");
    TreeSet<Verdict> verdicts = new TreeSet<>();
    TreeSet<String> resources = new TreeSet<>();
    run.operations().forEach(each -> verdicts.add(each.verdict()));
    run.operations().forEach(each -> resources.add(resource(each)));
    select("Verdict", "verdict", verdicts.stream().map(Verdict::label).toList());
    select("Resource", "resource", List.copyOf(resources));
    if (run.operations().stream()
        .flatMap(each -> each.observations().stream())
        .anyMatch(each -> each.firstSeen().isPresent())) {
      select("First seen", "seen", List.of("new", "earlier"));
    }
    if (run.operations().stream().anyMatch(OperationRecord::known)) {
      select("Known", "known", List.of("no", "yes"));
    }
    body.add("<label>Text <input type=\"search\" name=\"text\" placeholder=\"press /\"></label>");
    body.add("<button type=\"reset\">Show all</button>");
    body.add("</form>");
    body.add("<p id=\"count\" role=\"status\"></p>");
    body.add("<ol class=\"findings\">");
    run.operations().stream()
        .sorted(GRAVEST_FIRST)
        .forEach(each -> body.addAll(new OperationItem(each, resource(each)).lines()));
    body.add("</ol>");
    body.add("<p id=\"none\" hidden>No operation is like that.</p>");
  }

  private void select(String label, String name, List<String> values) {
    body.add("<label>" + label + " <select name=\"" + name + "\">");
    body.add("<option value=\"\">all</option>");
    values.forEach(each -> body.add("<option>" + text(each) + "</option>"));
    body.add("</select></label>");
  }

  private static String resource(OperationRecord operation) {
    return Catalogue.current()
        .operation(operation.operation())
        .map(Operation::resource)
        .orElse(UNKNOWN);
  }

  private static String style() {
    try (InputStream stream = ConformancePage.class.getResourceAsStream("conformance.css")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
