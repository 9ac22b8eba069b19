package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.finding.Excerpt;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.internal.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A finding as people read it: its place, what is wrong, its lines, and its hint. Immutable. */
public final class FindingText {

  private final Paint paint;

  /** Creates what writes findings, with colours or without. */
  public FindingText(Paint paint) {
    this.paint = paint;
  }

  /**
   * Returns a finding as lines, the first of which begins with its place.
   *
   * @param source what holds the message, such as a file's name
   * @param report the report that the finding is of
   */
  public List<String> linesIn(String source, Report report, Finding finding) {
    List<String> lines = lines(report, finding);
    lines.set(0, paint.bold(place(source, finding)) + ": " + lines.get(0));
    return lines;
  }

  /** Returns where a finding is: what holds the message, line and column. */
  static String place(String source, Finding finding) {
    String place = finding.place().map(p -> ":" + p.line() + ":" + p.column()).orElse("");
    return Words.escaped(source) + place;
  }

  /** Returns what is wrong, in a sentence that names what the message is. */
  static String sentence(Report report, Finding finding) {
    String subject = report.subject();
    boolean told = subject.isEmpty() || finding.message().startsWith(subject);
    return Words.escaped((told ? "" : subject + ": ") + finding.message());
  }

  /**
   * Returns a finding as lines, without what holds the message: severity, rule and pointer; what is
   * wrong; the source with the place marked; the hint.
   *
   * @param report the report that the finding is of
   */
  public List<String> lines(Report report, Finding finding) {
    List<String> lines = new ArrayList<>();
    boolean failed = report.outcome() == Outcome.FAILED;
    String severity = failed ? paint.red("failed") : severity(finding.severity());
    String pointer = finding.pointer().isEmpty() ? "" : " at " + finding.pointer();
    lines.add(severity + " " + finding.rule().id() + Words.escaped(pointer));
    lines.add("  " + sentence(report, finding));
    finding.place().flatMap(Place::excerpt).ifPresent(excerpt -> add(lines, excerpt));
    finding.hint().ifPresent(hint -> lines.add("  " + paint.cyan("hint: ") + Words.escaped(hint)));
    return lines;
  }

  private void add(List<String> lines, Excerpt excerpt) {
    int last = excerpt.firstLine() + excerpt.lines().size() - 1;
    String format = "  %" + Integer.toString(last).length() + "s │ ";
    for (int i = 0; i < excerpt.lines().size(); i++) {
      lines.add(
          paint.dim(String.format(Locale.ROOT, format, excerpt.firstLine() + i))
              + excerpt.lines().get(i));
    }
    int end = excerpt.markStart() + excerpt.markLength();
    lines.add(
        paint.dim(String.format(Locale.ROOT, format, ""))
            + " ".repeat(width(excerpt, 0, excerpt.markStart()))
            + paint.red("^".repeat(Math.max(1, width(excerpt, excerpt.markStart(), end)))));
  }

  /** How many columns a stretch of the marked line takes. */
  private static int width(Excerpt excerpt, int from, int to) {
    String line = excerpt.lines().get(excerpt.markedLine());
    int start = Math.min(from, line.length());
    return Words.width(line.substring(start, Math.min(to, line.length())));
  }

  private String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> paint.red(severity.label());
      case DRIFT, WARNING -> paint.yellow(severity.label());
      case INFO, UNVERIFIED -> paint.dim(severity.label());
    };
  }
}
