package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Locator.Span;
import io.github.cleanroomscontract.internal.json.TextPosition;
import tools.jackson.databind.JsonNode;

/**
 * A JSON text of a capture: a whole file, or a line.
 *
 * @param document the text, which has a tree
 * @param root its tree
 * @param firstLine the number of its first line in what holds it
 * @param identity what its surroundings say that it is
 */
record Source(JsonDocument document, JsonNode root, int firstLine, Identity identity) {

  /** Returns the line that a stretch of the text begins at, in what holds the text. */
  int line(Span span) {
    return position(span).line();
  }

  /** Returns a message that says of a line why it, or what begins there, is not read. */
  Captured refused(int line, String why) {
    Finding finding = Notices.at(Rules.INPUT_FORMAT, why, line, 1);
    return Captured.settled(line, identity, Report.failed("", finding));
  }

  /** Returns where a stretch of the text begins, in what holds the text. */
  TextPosition position(Span span) {
    TextPosition position = document.position(span.start());
    return new TextPosition(position.line() + firstLine - 1, position.column());
  }
}
