package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Locator;
import io.github.cleanroomscontract.internal.json.Locator.Span;
import io.github.cleanroomscontract.internal.json.TextPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the place of each finding in the source. */
final class Placer {

  private static final Comparator<Placed> IN_ORDER =
      Comparator.comparingInt(Placed::offset)
          .thenComparing(placed -> placed.finding().rule().id())
          .thenComparing(placed -> placed.finding().member().orElse(""));

  private final Payload payload;
  private final Excerpts excerpts;

  /** A finding that has its place, and where that is in the document. */
  private record Placed(int offset, Finding finding) {}

  /**
   * Creates a placer.
   *
   * @param root what the payload should be; nothing of it is shown if nobody knows
   */
  Placer(Payload payload, Optional<Shape> root, boolean showSensitive) {
    this.payload = payload;
    this.excerpts = new Excerpts(payload, root, showSensitive);
  }

  /** Returns the findings with their places, in the order of the source. */
  List<Finding> place(List<Draft> drafts) {
    Locator locator = new Locator(payload.document());
    if (payload.document().root().isPresent()) {
      drafts.forEach(draft -> locator.want(payload.outside(draft.spot())));
    }
    List<Placed> placed = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      Span span = span(draft, locator);
      placed.add(new Placed(span.start(), draft.finding().withPlace(Optional.of(place(span)))));
    }
    placed.sort(IN_ORDER);
    List<Finding> findings = new ArrayList<>(placed.size());
    placed.forEach(each -> findings.add(each.finding()));
    return findings;
  }

  private Span span(Draft draft, Locator locator) {
    if (draft.offset() >= 0) {
      return new Span(draft.offset(), draft.offset() + 1);
    }
    String pointer = payload.outside(draft.spot());
    Optional<Span> span = draft.atKey() ? locator.key(pointer) : locator.value(pointer);
    return span.orElseThrow(() -> new IllegalStateException("no place for " + pointer));
  }

  private Place place(Span inDocument) {
    JsonDocument source = payload.source();
    Span span = payload.origin().map(from -> from.source(inDocument)).orElse(inDocument);
    TextPosition position = source.position(span.start());
    return new Place(
        payload.firstLine() + position.line() - 1,
        position.column(),
        () -> excerpts.around(inDocument, span, position.line()));
  }
}
