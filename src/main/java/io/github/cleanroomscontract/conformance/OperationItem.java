package io.github.cleanroomscontract.conformance;

import static io.github.cleanroomscontract.report.HtmlPage.text;

import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.report.HtmlExcerpt;
import java.util.ArrayList;
import java.util.List;

/** An operation as an item of a list in HTML, with what it is filtered by. Immutable. */
final class OperationItem {

  private final OperationRecord operation;
  private final String resource;

  OperationItem(OperationRecord operation, String resource) {
    this.operation = operation;
    this.resource = resource;
  }

  List<String> lines() {
    List<String> html = new ArrayList<>();
    String verdict = operation.verdict().label();
    boolean anew = operation.observations().stream().anyMatch(Observation::isNew);
    html.add(
        String.format(
            "<li class=\"finding %s\" data-verdict=\"%s\" data-resource=\"%s\" data-seen=\"%s\""
                + " data-known=\"%s\">",
            verdict,
            verdict,
            text(resource),
            operation.observations().isEmpty() ? "" : anew ? "new" : "earlier",
            operation.known() ? "yes" : "no"));
    html.add(
        "<h3><span class=\"severity\">"
            + verdict
            + "</span> <code>"
            + text(operation.operation())
            + "</code></h3>");
    html.add(
        "<p class=\"faint\">"
            + text(resource)
            + " · "
            + Words.count(operation.calls(), "call")
            + "</p>");
    for (Reason reason : operation.reasons()) {
      String times = reason.count() == 1 ? "" : " (" + Words.count(reason.count(), "time") + ")";
      html.add(
          "<p>"
              + (reason.verdict() == operation.verdict() ? "" : reason.verdict().label() + ": ")
              + text(reason.text() + times)
              + "</p>");
    }
    if (!operation.observations().isEmpty()) {
      html.add("<ul>");
      operation.observations().forEach(each -> observation(html, each));
      html.add("</ul>");
    }
    html.add("</li>");
    return html;
  }

  private static void observation(List<String> html, Observation each) {
    String at = each.place().isEmpty() ? "" : " at <code>" + text(each.place()) + "</code>";
    String since = Telling.since(each);
    html.add(
        "<li><p><span class=\"severity "
            + each.label()
            + "\">"
            + each.label()
            + "</span> <strong>"
            + text(Telling.what(each))
            + "</strong>"
            + at
            + (since.isEmpty() ? "" : " <span class=\"tag\">" + since + "</span>")
            + "</p>");
    if (!each.message().equals(Telling.what(each))) {
      html.add("<p>" + text(each.message()) + "</p>");
    }
    each.excerpt()
        .map(HtmlExcerpt::of)
        .or(() -> each.example().map(found -> "<p>Example: <code>" + text(found) + "</code></p>"))
        .ifPresent(html::add);
    each.known()
        .ifPresent(
            why ->
                html.add(
                    "<p><strong>Known</strong>"
                        + text(why.isEmpty() ? ", so it does not count" : ": " + why)
                        + "</p>"));
    html.add(
        "<p class=\"faint\"><code>"
            + text(each.rule())
            + "</code> · "
            + text(each.direction().isEmpty() ? "" : "in the " + each.direction() + " · ")
            + Words.count(each.count(), "time")
            + " · asked by "
            + text(each.source())
            + "</p></li>");
  }
}
