package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.internal.text.Words;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A summary for the page of a job: the sums, the findings by operation and rule, and the first of
 * them with their lines.
 */
final class MarkdownOutput implements Output {

  /** How many findings are shown; such pages may be a megabyte long. */
  private static final int SHOWN = 50;

  private static final int ROWS = 100;
  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private final PrintWriter out;
  private final FindingText text = new FindingText(new Paint(false));
  private final Tally tally = new Tally();
  private final List<String> blocks = new ArrayList<>();

  /** Creates an output that writes to {@code out}. */
  MarkdownOutput(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void message(Entry entry) {
    tally.add(entry);
    for (Weighed each : entry.findings()) {
      if (each.known().isEmpty() && blocks.size() < SHOWN) {
        List<String> lines =
            text.linesIn(entry.message().source(), entry.message().report(), each.finding());
        blocks.add(String.join("\n", lines) + "\n");
      }
    }
  }

  @Override
  public void end(Summary summary) {
    line("## Clean Rooms contract");
    line("");
    line("**" + TextOutput.sums(summary) + "**" + seconds(summary));
    List<Tally.Row> rows = tally.rows();
    if (!rows.isEmpty()) {
      table(rows);
    }
    if (!blocks.isEmpty()) {
      findings(tally.total() - summary.knownFindings());
    }
    out.flush();
  }

  private static String seconds(Summary summary) {
    return " in " + Words.seconds(summary.elapsed()) + " s";
  }

  private void table(List<Tally.Row> rows) {
    line("");
    line("| operation | direction | rule | severity | findings | of them known |");
    line("| --- | --- | --- | --- | ---: | ---: |");
    for (Tally.Row row : rows.subList(0, Math.min(ROWS, rows.size()))) {
      Tally.Kind kind = row.kind();
      line(
          String.format(
              Locale.ROOT,
              "| %s | %s | `%s` | %s | %,d | %s |",
              kind.operation(),
              kind.direction(),
              kind.rule(),
              kind.severity(),
              row.findings(),
              row.known() == 0 ? "" : Words.grouped(row.known())));
    }
    if (rows.size() > ROWS) {
      line("");
      line("And " + (rows.size() - ROWS) + " more such rows.");
    }
  }

  private void findings(long all) {
    line("");
    String first =
        blocks.size() < all
            ? String.format(Locale.ROOT, "The first %d of %,d findings", blocks.size(), all)
            : Words.count(all, "finding");
    line("### " + first);
    for (String block : blocks) {
      line("");
      // Longer than all that the text has of them, so that nothing of it is markup.
      String fence = "`".repeat(Math.max(3, longest(block) + 1));
      line(fence + "text");
      out.print(block);
      line(fence);
    }
  }

  private static int longest(String block) {
    return BACKTICKS
        .matcher(block)
        .results()
        .map(MatchResult::group)
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private void line(String line) {
    out.print(line + "\n");
  }
}
