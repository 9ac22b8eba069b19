package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.replay.Verdict;
import java.io.PrintWriter;
import java.util.List;

/** A summary of a run for the page of a job. Not thread-safe. */
public final class ConformanceMarkdown {

  /** Such pages may be a megabyte long. */
  private static final int SHOWN = 500;

  private static final int NAMES = 10;

  private final PrintWriter out;

  /** Creates what writes to {@code out}. */
  public ConformanceMarkdown(PrintWriter out) {
    this.out = out;
  }

  /** Writes the summary. */
  public void write(Conformance conformance) {
    RunRecord run = conformance.run();
    Telling telling = new Telling(run);
    line("## Clean Rooms conformance");
    line("");
    line("**" + telling.sums(", ") + "** in " + telling.seconds() + ", at " + cell(run.endpoint()));
    run.stopped().ifPresent(why -> note("Stopped: " + cell(why)));
    if (!run.left().isEmpty()) {
      note("Left behind, to be removed by hand:");
      run.left().forEach(each -> line("> - " + code(each)));
    }
    rows(telling.rows());
    reasons("Could not be asked", telling, Verdict.FAILED, true);
    gone(conformance.gone());
    reasons("Not asked", telling, Verdict.SKIPPED, false);
    telling.others().ifPresent(others -> line("\n" + others));
    out.flush();
  }

  private void note(String text) {
    line("");
    line("> [!WARNING]");
    line("> " + text);
  }

  private void rows(List<Telling.Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    line("");
    line("| verdict | operation | at | what | first seen |");
    line("| --- | --- | --- | --- | --- |");
    for (Telling.Row row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
      String known =
          row.known().map(why -> why.isEmpty() ? " (known)" : " (known: " + why + ")").orElse("");
      String since = row.since().replaceFirst("^first seen ", "");
      line(
          String.join(
              " | ",
              "| " + (row.known().isPresent() ? row.label() : "**" + row.label() + "**"),
              row.operation(),
              row.place().isEmpty() ? "" : code(row.place()),
              cell(row.what() + known),
              (since.equals("tonight") ? "**tonight**" : since) + " |"));
    }
    if (rows.size() > SHOWN) {
      line("");
      line("And " + (rows.size() - SHOWN) + " more such rows.");
    }
  }

  private void gone(List<Gone> gone) {
    if (gone.isEmpty()) {
      return;
    }
    line("");
    line("### Found no more");
    line("");
    line("| operation | at | what | last seen |");
    line("| --- | --- | --- | --- |");
    for (Gone each : gone) {
      String place = each.observation().place();
      line(
          String.join(
              " | ",
              "| " + each.operation(),
              place.isEmpty() ? "" : code(place),
              cell(each.observation().what()),
              each.last() + " |"));
    }
  }

  private void reasons(String title, Telling telling, Verdict verdict, boolean all) {
    var reasons = telling.reasons(verdict, all);
    if (reasons.isEmpty()) {
      return;
    }
    line("");
    line("### " + title);
    line("");
    reasons.forEach((why, names) -> line("- " + Telling.few(names, NAMES) + ": " + cell(why)));
  }

  /** Returns a foreign text in which nothing is markup. */
  private static String cell(String text) {
    StringBuilder cell = new StringBuilder();
    Words.escaped(text)
        .codePoints()
        .forEach(
            c -> {
              if ("\\`*_{}[]<>()#+!|~&@".indexOf(c) >= 0) {
                cell.append("&#").append(c).append(';');
              } else {
                cell.appendCodePoint(c);
              }
            });
    return cell.toString();
  }

  /** Returns a foreign text as code; backticks and bars would end it, or its cell. */
  private static String code(String text) {
    String shown = Words.escaped(text);
    return shown.indexOf('`') < 0 && shown.indexOf('|') < 0
        ? "`" + shown + "`"
        : "<code>" + cell(shown) + "</code>";
  }

  private void line(String line) {
    out.print(line + "\n");
  }
}
