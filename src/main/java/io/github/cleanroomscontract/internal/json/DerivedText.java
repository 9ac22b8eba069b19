package io.github.cleanroomscontract.internal.json;

import io.github.cleanroomscontract.internal.json.Locator.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that was made out of parts of another, and knows where each of its characters came from.
 * So what is found in the text can be shown in its source. Immutable and thread-safe.
 */
public final class DerivedText {

  private final JsonDocument source;
  private final String text;
  private final List<Piece> pieces;

  /**
   * A stretch of the text.
   *
   * @param start where it begins in the text
   * @param from where in the source that begins which it stands for
   * @param to where that ends
   * @param verbatim whether it is that, character by character
   * @param part whether what it stands for is part of the text, not merely a place to point at
   */
  private record Piece(int start, int from, int to, boolean verbatim, boolean part) {

    int from(int offset) {
      return verbatim ? from + offset - start : from;
    }

    int to(int offset) {
      return verbatim ? from + offset - start + 1 : to;
    }
  }

  private DerivedText(JsonDocument source, String text, List<Piece> pieces) {
    this.source = source;
    this.text = text;
    this.pieces = List.copyOf(pieces);
  }

  /** Returns a builder of a text that is made out of parts of a document's. */
  public static Builder of(JsonDocument source) {
    return new Builder(source);
  }

  /** Returns the text. */
  public String text() {
    return text;
  }

  /** Returns the document that the text was made of. */
  public JsonDocument source() {
    return source;
  }

  /** Returns what a stretch of the text is in the source. */
  public Span source(Span span) {
    Piece first = pieces.get(index(span.start()));
    int start = first.from(Math.min(span.start(), text.length()));
    if (span.end() <= span.start()) {
      return new Span(start, start);
    }
    int last = Math.min(span.end(), text.length()) - 1;
    int end = last < 0 ? start : pieces.get(index(last)).to(last);
    return new Span(start, Math.max(start, end));
  }

  /** Returns whether a character of the text can be shown in the source. */
  public boolean isPart(int offset) {
    return pieces.get(index(offset)).part();
  }

  /** Returns the stretches of the source that the text was made of, in their order. */
  public List<Span> parts() {
    return parts(new Span(0, text.length()));
  }

  /** Returns the stretches of the source that a stretch of the text was made of. */
  public List<Span> parts(Span span) {
    List<Span> parts = new ArrayList<>();
    for (int i = index(span.start()); i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      int first = Math.max(span.start(), piece.start());
      int end =
          Math.min(span.end(), i + 1 < pieces.size() ? pieces.get(i + 1).start() : text.length());
      if (piece.part() && first < end) {
        Span part = new Span(piece.from(first), piece.to(end - 1));
        Span last = parts.isEmpty() ? new Span(-1, -1) : parts.get(parts.size() - 1);
        if (last.end() == part.start()) {
          parts.set(parts.size() - 1, new Span(last.start(), part.end()));
        } else {
          parts.add(part);
        }
      }
      if (piece.start() >= span.end()) {
        break;
      }
    }
    return parts;
  }

  /**
   * Returns this text with something put in.
   *
   * @param at before which character
   * @param made what is put in
   * @param anchor where in the source findings about it point
   */
  public DerivedText inserting(int at, String made, Span anchor) {
    Builder builder = new Builder(source);
    builder.take(this, 0, at);
    builder.made(made, anchor);
    builder.take(this, at, text.length());
    return builder.build();
  }

  private int index(int offset) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces.get(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Puts a text together from front to back. Not thread-safe. */
  public static final class Builder {

    private final JsonDocument source;
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private Span anchor = new Span(0, 0);

    private Builder(JsonDocument source) {
      this.source = source;
    }

    /** Appends a stretch of the source as it stands. */
    public Builder copy(int from, int to) {
      if (to > from) {
        pieces.add(new Piece(text.length(), from, to, true, true));
        text.append(source.text(), from, to);
      }
      return this;
    }

    /** Appends a text that stands for a stretch of the source. */
    public Builder replaced(String by, Span span) {
      return add(by, span, true);
    }

    /** Appends a text that is not in the source; findings about it point to the anchor. */
    public Builder made(String made, Span anchor) {
      return add(made, anchor, false);
    }

    private Builder add(String what, Span span, boolean part) {
      if (!what.isEmpty()) {
        pieces.add(new Piece(text.length(), span.start(), span.end(), false, part));
        text.append(what);
      }
      anchor = span;
      return this;
    }

    /** Appends what a string of the source says; the span includes its quotes. */
    public Builder unescaped(Span literal) {
      String json = source.text();
      int i = literal.start() + 1;
      int end = literal.end() - 1;
      int plain = i;
      while (i < end) {
        if (json.charAt(i) == '\\') {
          copy(plain, i);
          boolean unicode = json.charAt(i + 1) == 'u';
          int next = i + (unicode ? 6 : 2);
          replaced(String.valueOf(character(json, i + 1)), new Span(i, next));
          i = next;
          plain = i;
        } else {
          i++;
        }
      }
      return copy(plain, end);
    }

    private static char character(String json, int at) {
      return switch (json.charAt(at)) {
        case 'b' -> '\b';
        case 'f' -> '\f';
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 't' -> '\t';
        case 'u' -> (char) Integer.parseInt(json.substring(at + 1, at + 5), 16);
        default -> json.charAt(at);
      };
    }

    private void take(DerivedText other, int from, int to) {
      int shift = text.length() - from;
      for (int i = 0; i < other.pieces.size(); i++) {
        Piece piece = other.pieces.get(i);
        int end =
            i + 1 < other.pieces.size() ? other.pieces.get(i + 1).start() : other.text.length();
        int first = Math.max(from, piece.start());
        int last = Math.min(to, end);
        if (first < last) {
          pieces.add(
              new Piece(
                  first + shift,
                  piece.from(first),
                  piece.to(last - 1),
                  piece.verbatim(),
                  piece.part()));
        }
      }
      text.append(other.text, from, to);
    }

    /** Returns the text. */
    public DerivedText build() {
      if (pieces.isEmpty()) {
        pieces.add(new Piece(0, anchor.start(), anchor.end(), false, false));
      }
      return new DerivedText(source, text.toString(), pieces);
    }
  }
}
