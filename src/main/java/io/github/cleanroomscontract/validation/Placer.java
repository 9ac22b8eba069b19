package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Excerpt;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.internal.json.DerivedText;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Locator;
import io.github.cleanroomscontract.internal.json.Locator.Span;
import io.github.cleanroomscontract.internal.json.TextPosition;
import io.github.cleanroomscontract.internal.json.TextProblem;
import io.github.cleanroomscontract.internal.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds the place of each finding in the source, and cuts out the lines around it. */
final class Placer {

  /** How much of a line is shown; wide enough for a terminal. */
  private static final int WINDOW = 100;

  private static final int LINES_BEFORE = 2;

  /** With these alone, a key stands where the tree says, so what is sensitive can be told. */
  private static final Set<TextProblem.Kind> HARMLESS =
      Set.of(TextProblem.Kind.NUMBER, TextProblem.Kind.BYTE_ORDER_MARK);

  private final Payload payload;
  private final JsonDocument document;

  /** What the user has: the document itself, or what it was made of. */
  private final JsonDocument source;

  private final boolean showSensitive;
  private final List<String> sensitive = new ArrayList<>();
  private boolean unknown;

  Placer(Payload payload, boolean showSensitive) {
    this.payload = payload;
    this.document = payload.document();
    this.source = payload.origin().map(DerivedText::source).orElse(document);
    this.showSensitive = showSensitive;
  }

  /** Notes what of a payload must not be shown: all of it, if nobody knows what it is. */
  void hide(Optional<Shape> root, JsonNode tree) {
    if (showSensitive) {
      return;
    }
    if (root.isEmpty()) {
      unknown = true;
      return;
    }
    ShapeWalk.walk(
        root.get(),
        tree,
        (way, shape, value) -> {
          // An unknown member may be a sensitive one gone astray.
          boolean hidden =
              shape.isEmpty() || shape.get().sensitive() || Values.astray(shape.get(), value);
          if (hidden) {
            sensitive.add(way.pointer());
          }
          return !hidden;
        });
  }

  /** Returns the findings with their places, in the order of the source. */
  List<Finding> place(List<Draft> drafts) {
    Locator locator = new Locator(document);
    if (document.root().isPresent()) {
      drafts.forEach(draft -> locator.want(payload.base() + draft.spot()));
      sensitive.forEach(pointer -> locator.want(payload.base() + pointer));
      locator.want(payload.base());
    }
    Shown shown = shown(locator);
    record Placed(int offset, Finding finding) {}
    return drafts.stream()
        .map(
            draft -> {
              Span span = span(draft, locator);
              return new Placed(
                  span.start(), draft.finding().withPlace(Optional.of(place(span, shown))));
            })
        .sorted(
            Comparator.comparingInt(Placed::offset)
                .thenComparing(placed -> placed.finding().rule().id())
                .thenComparing(placed -> placed.finding().member().orElse("")))
        .map(Placed::finding)
        .toList();
  }

  private Span span(Draft draft, Locator locator) {
    if (draft.offset() >= 0) {
      return new Span(draft.offset(), draft.offset() + 1);
    }
    String pointer = payload.base() + draft.spot();
    Optional<Span> span = draft.atKey() ? locator.key(pointer) : locator.value(pointer);
    return span.orElseThrow(() -> new IllegalStateException("no place for " + pointer));
  }

  /** What may be shown; nothing if it cannot be told what is sensitive. */
  private Shown shown(Locator locator) {
    boolean unclear =
        unknown
            || document.root().isEmpty()
            || document.problems().stream().anyMatch(p -> !HARMLESS.contains(p.kind()));
    if (unclear && !showSensitive) {
      return Shown.nothing();
    }
    // What lies around the payload in its document is not the payload's to show.
    List<Span> parts =
        payload
            .origin()
            .map(DerivedText::parts)
            .orElseGet(
                () ->
                    List.of(
                        payload.base().isEmpty()
                            ? new Span(0, document.text().length())
                            : locator.value(payload.base()).orElseThrow()));
    if (parts.isEmpty()) {
      return Shown.nothing();
    }
    if (showSensitive) {
      return Shown.all(source.text(), parts);
    }
    List<Span> hidden = new ArrayList<>();
    for (String pointer : sensitive) {
      Span span = locator.value(payload.base() + pointer).orElseThrow();
      hidden.addAll(payload.origin().map(from -> from.parts(span)).orElse(List.of(span)));
    }
    return Shown.redacted(source.text(), parts, hidden);
  }

  private Span inSource(Span span) {
    return payload.origin().map(from -> from.source(span)).orElse(span);
  }

  private Place place(Span inDocument, Shown shown) {
    Span span = inSource(inDocument);
    TextPosition position = source.position(span.start());
    int line = payload.firstLine() + position.line() - 1;
    Span bounds = shown.bounds();
    boolean part = payload.origin().map(from -> from.isPart(inDocument.start())).orElse(true);
    boolean inside = part && span.start() >= bounds.start() && span.start() < bounds.end();
    Optional<Excerpt> excerpt =
        inside ? Optional.of(excerpt(span, position.line(), shown)) : Optional.empty();
    return new Place(line, position.column(), excerpt);
  }

  private Excerpt excerpt(Span span, int line, Shown shown) {
    Span bounds = shown.bounds();
    int lineStart = Math.max(source.lineStart(line), bounds.start());
    int lineEnd = Math.min(source.lineEnd(line), bounds.end());
    boolean wide = lineEnd - lineStart > WINDOW;
    int from = wide ? whole(Math.max(lineStart, span.start() - WINDOW / 2)) : lineStart;
    int to = whole(Math.min(lineEnd, from + WINDOW));
    String before = from > source.lineStart(line) ? "…" : "";
    String after = to < source.lineEnd(line) ? "…" : "";
    List<String> lines = new ArrayList<>();
    int firstLine = line;
    if (!wide && before.isEmpty()) {
      firstLine = Math.max(1, line - LINES_BEFORE);
      for (int i = firstLine; i < line; i++) {
        lines.add(cut(shown, Math.max(source.lineStart(i), bounds.start()), source.lineEnd(i)));
      }
    }
    lines.add(before + clear(shown.cut(from, to)) + after);
    int markEnd = Math.max(span.start() + 1, Math.min(span.end(), to));
    return new Excerpt(
        payload.firstLine() + firstLine - 1,
        lines,
        lines.size() - 1,
        before.length() + span.start() - from,
        markEnd - span.start());
  }

  private String cut(Shown shown, int from, int to) {
    return to - from > WINDOW
        ? clear(shown.cut(from, whole(from + WINDOW))) + "…"
        : clear(shown.cut(from, to));
  }

  /** An offset that does not cut a character in half. */
  private int whole(int offset) {
    String text = source.text();
    boolean half =
        offset > 0
            && offset < text.length()
            && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    return half ? offset - 1 : offset;
  }

  private static boolean isPlain(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) < ' ' || line.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** What cannot be seen would disturb the terminal, and tabs the caret. */
  private static String clear(String line) {
    if (isPlain(line)) {
      return line;
    }
    StringBuilder clear = new StringBuilder();
    line.codePoints()
        .forEach(
            c -> {
              if (Words.visible(c)) {
                clear.appendCodePoint(c);
              } else {
                clear.append(" ".repeat(Character.charCount(c)));
              }
            });
    return clear.toString();
  }
}
