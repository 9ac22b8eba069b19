package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.internal.json.Locator;
import io.github.cleanroomscontract.internal.json.Locator.Span;
import tools.jackson.databind.JsonNode;

/**
 * An element of a capture that is a list.
 *
 * @param source the text that holds it
 * @param node the element
 * @param base its pointer in the text
 * @param pointer its pointer in the capture, of which the text may be a part
 * @param locator knows where it stands, and those parts of it that its importer asks for
 */
record ListElement(Source source, JsonNode node, String base, String pointer, Locator locator) {

  /** Returns where the element stands, or a part of it that is there. */
  Span span(String part) {
    return locator.value(base + part).orElseThrow();
  }

  /** Returns a message that says why the element is not read. */
  Captured refused(Span span, String why) {
    return source.refused(source.line(span), why + " (at " + pointer + ")");
  }
}
