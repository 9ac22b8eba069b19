package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Excerpt;
import io.github.cleanroomscontract.internal.json.DerivedText;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Locator;
import io.github.cleanroomscontract.internal.json.Locator.Span;
import io.github.cleanroomscontract.internal.json.TextProblem;
import io.github.cleanroomscontract.internal.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts the lines around places out of the source of a payload. What of it is sensitive is looked up
 * when there is something to cut. Thread-safe.
 */
final class Excerpts {

  /** How much of a line is shown; wide enough for a terminal. */
  private static final int WINDOW = 100;

  private static final int LINES_BEFORE = 2;

  /** With these alone, a key stands where the tree says, so what is sensitive can be told. */
  private static final Set<TextProblem.Kind> HARMLESS =
      Set.of(TextProblem.Kind.NUMBER, TextProblem.Kind.BYTE_ORDER_MARK);

  private final Payload payload;
  private final Optional<Shape> root;
  private final boolean showSensitive;
  private final JsonDocument document;
  private final JsonDocument source;
  private Shown shown;

  /**
   * Creates what cuts.
   *
   * @param root what the payload should be; nothing of it is shown if nobody knows
   */
  Excerpts(Payload payload, Optional<Shape> root, boolean showSensitive) {
    this.payload = payload;
    this.root = root;
    this.showSensitive = showSensitive;
    this.document = payload.document();
    this.source = payload.source();
  }

  /**
   * Returns the lines around a place; empty if they must not be shown, or are not of the payload.
   *
   * @param inDocument the place in the document
   * @param span the same in the source
   * @param line the line of the source that it is in, from 1
   */
  Optional<Excerpt> around(Span inDocument, Span span, int line) {
    Shown what = shown();
    Span bounds = what.bounds();
    boolean part = payload.origin().map(from -> from.isPart(inDocument.start())).orElse(true);
    boolean inside = part && span.start() >= bounds.start() && span.start() < bounds.end();
    return inside ? Optional.of(excerpt(span, line, what)) : Optional.empty();
  }

  private synchronized Shown shown() {
    if (shown == null) {
      shown = find();
    }
    return shown;
  }

  /** What may be shown; nothing if it cannot be told what is sensitive. */
  private Shown find() {
    boolean unclear =
        root.isEmpty()
            || document.root().isEmpty()
            || document.problems().stream().anyMatch(p -> !HARMLESS.contains(p.kind()));
    if (unclear && !showSensitive) {
      return Shown.nothing();
    }
    List<String> sensitive = showSensitive ? List.of() : sensitive();
    Locator locator = new Locator(document);
    if (document.root().isPresent()) {
      sensitive.forEach(pointer -> locator.want(payload.outside(pointer)));
      locator.want(payload.base());
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
      Span span = locator.value(payload.outside(pointer)).orElseThrow();
      hidden.addAll(payload.origin().map(from -> from.parts(span)).orElse(List.of(span)));
    }
    return Shown.redacted(source.text(), parts, hidden);
  }

  /** The pointers of what must not be shown. */
  private List<String> sensitive() {
    List<String> sensitive = new ArrayList<>();
    ShapeWalk.walk(
        root.orElseThrow(),
        payload.tree().orElseThrow(),
        (way, shape, value) -> {
          // An unknown member may be a sensitive one gone astray.
          boolean hidden =
              shape.isEmpty() || shape.get().sensitive() || Values.astray(shape.get(), value);
          if (hidden) {
            sensitive.add(way.pointer());
          }
          return !hidden;
        });
    return sensitive;
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
