package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Unchecked;
import io.github.cleanroomscontract.internal.text.Words;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * For people: each finding with its lines, and the sums. Valid messages and known findings are
 * counted, not listed.
 */
public final class TextOutput implements Output {

  private final PrintWriter out;
  private final Paint paint;
  private final FindingText findings;
  private final boolean unchecked;

  /** Why what was left out: traffic of other services may be most of a capture. */
  private final Set<List<String>> reasons = new HashSet<>();

  /** Creates an output that writes to {@code out}, with or without the rules not checked. */
  public TextOutput(PrintWriter out, Paint paint, boolean unchecked) {
    this.out = out;
    this.paint = paint;
    this.findings = new FindingText(paint);
    this.unchecked = unchecked;
  }

  @Override
  public void message(Entry entry) {
    JudgedMessage message = entry.message();
    boolean skipped = message.report().outcome() == Outcome.SKIPPED;
    for (Weighed each : entry.findings()) {
      if (skipped && !reasons.add(List.of(message.source(), each.finding().message()))) {
        continue;
      }
      if (each.known().isEmpty()) {
        findings.linesIn(message.source(), message.report(), each.finding()).forEach(out::println);
        out.println();
      }
    }
    if (unchecked) {
      message.report().unchecked().forEach(each -> print(message, each));
    }
    out.flush();
  }

  private void print(JudgedMessage message, Unchecked each) {
    String pointer = each.pointer().isEmpty() ? "" : " at " + each.pointer();
    out.println(
        paint.bold(Words.escaped(message.source()) + ":" + message.line())
            + ": "
            + paint.dim("not checked")
            + " "
            + each.rule().id()
            + Words.escaped(pointer));
    out.println("  needs " + each.needs());
    out.println();
  }

  @Override
  public void end(Summary summary) {
    String line = sums(summary);
    boolean good = summary.valid() + summary.known() == summary.total();
    out.println(
        (good ? paint.green(line) : paint.bold(line))
            + paint.dim("  (" + Words.seconds(summary.elapsed()) + " s)"));
    if (summary.knownFindings() > 0) {
      out.println(Words.count(summary.knownFindings(), "known finding") + " not listed");
    }
    out.flush();
  }

  /** Returns the sums in a line. */
  static String sums(Summary summary) {
    List<String> parts = new ArrayList<>();
    parts.add(Words.grouped(summary.valid()) + " valid");
    part(parts, summary.warned(), "with warnings");
    parts.add(Words.grouped(summary.invalid()) + " invalid");
    part(parts, summary.drift(), "drift");
    part(parts, summary.known(), "known");
    part(parts, summary.skipped(), "skipped");
    part(parts, summary.failed(), "could not be checked");
    return Words.count(summary.total(), "message") + ": " + String.join(", ", parts);
  }

  private static void part(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(Words.grouped(count) + " " + what);
    }
  }
}
