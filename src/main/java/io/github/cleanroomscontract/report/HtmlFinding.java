package io.github.cleanroomscontract.report;

import static io.github.cleanroomscontract.report.HtmlPage.text;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;

/** A finding as an item of a list in HTML, with what it is filtered by. */
final class HtmlFinding {

  private final StringBuilder html = new StringBuilder();

  private HtmlFinding() {}

  static String of(Entry entry, Weighed weighed) {
    HtmlFinding finding = new HtmlFinding();
    finding.write(entry, weighed);
    return finding.html.toString();
  }

  private void write(Entry entry, Weighed weighed) {
    Finding finding = weighed.finding();
    Report report = entry.message().report();
    Tally.Kind kind = Tally.Kind.of(entry, weighed);
    line("<li class=\"finding %s\"", kind.severity());
    line(" data-operation=\"%s\" data-rule=\"%s\"", kind.operation(), kind.rule());
    line(
        " data-severity=\"%s\" data-known=\"%s\">",
        kind.severity(), weighed.known().isPresent() ? "yes" : "no");
    String at =
        finding.pointer().isEmpty() ? "" : " at <code>" + text(finding.pointer()) + "</code>";
    html.append("<h3><span class=\"severity\">")
        .append(text(kind.severity()))
        .append("</span> <code>")
        .append(text(kind.rule()))
        .append("</code>")
        .append(at)
        .append("</h3>\n");
    line(
        "<p class=\"faint\"><code>%s</code></p>",
        FindingText.place(entry.message().source(), finding));
    line("<p>%s</p>", FindingText.sentence(report, finding));
    finding
        .place()
        .flatMap(Place::excerpt)
        .ifPresent(excerpt -> html.append(HtmlExcerpt.of(excerpt)));
    finding.hint().ifPresent(hint -> line("<p><strong>Hint:</strong> %s</p>", hint));
    weighed
        .known()
        .ifPresent(
            reason ->
                line(
                    "<p><strong>Known</strong>%s</p>",
                    reason.isEmpty() ? ", so it does not count" : ": " + reason));
    html.append("</li>");
  }

  /** Writes a line whose arguments are texts. */
  private void line(String format, String... texts) {
    Object[] escaped = new Object[texts.length];
    for (int i = 0; i < texts.length; i++) {
      escaped[i] = text(texts[i]);
    }
    html.append(String.format(format, escaped)).append('\n');
  }
}
