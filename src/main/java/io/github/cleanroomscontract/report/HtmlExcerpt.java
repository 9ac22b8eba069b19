package io.github.cleanroomscontract.report;

import static io.github.cleanroomscontract.report.HtmlPage.text;

import io.github.cleanroomscontract.finding.Excerpt;
import java.util.Locale;

/** The lines around a place in HTML, numbered, with the place marked. */
public final class HtmlExcerpt {

  private HtmlExcerpt() {}

  /** Returns the lines as HTML. */
  public static String of(Excerpt excerpt) {
    StringBuilder html = new StringBuilder("<pre>");
    int last = excerpt.firstLine() + excerpt.lines().size() - 1;
    String number = "%" + Integer.toString(last).length() + "d";
    for (int i = 0; i < excerpt.lines().size(); i++) {
      String line = excerpt.lines().get(i);
      html.append("<span class=\"row\"><span class=\"no\">")
          .append(String.format(Locale.ROOT, number, excerpt.firstLine() + i))
          .append("</span><span>");
      if (i == excerpt.markedLine()) {
        int from = Math.min(excerpt.markStart(), line.length());
        int to = Math.min(from + excerpt.markLength(), line.length());
        html.append(text(line.substring(0, from)))
            .append("<mark>")
            .append(text(line.substring(from, to)))
            .append("</mark>")
            .append(text(line.substring(to)));
      } else {
        html.append(text(line));
      }
      html.append("\n</span></span>");
    }
    return html.append("</pre>\n").toString();
  }
}
