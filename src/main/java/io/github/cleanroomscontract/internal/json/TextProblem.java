package io.github.cleanroomscontract.internal.json;

/**
 * Something wrong with a JSON text itself, whatever it is meant to say.
 *
 * @param kind what is wrong
 * @param pointer RFC 6901 place in the tree; empty for the whole text
 * @param offset where in the text, in UTF-16 units from 0
 * @param detail what was met, in a few words without any of the text's values; may be empty
 */
public record TextProblem(Kind kind, String pointer, int offset, String detail) {

  /** The kinds of things that can be wrong with a JSON text. */
  public enum Kind {
    /** Nothing but white space. */
    EMPTY,
    /** Bytes that are not UTF-8. */
    ENCODING,
    /** A byte order mark before the text. */
    BYTE_ORDER_MARK,
    /** Not JSON. */
    SYNTAX,
    /** JSON that ends before it is complete. */
    TRUNCATED,
    /** Something after the JSON value. */
    TRAILING_TEXT,
    /** A member that stands twice in one object. */
    DUPLICATE_KEY,
    /** A number that no double can hold. */
    NUMBER,
    /** Nested deeper than {@link JsonDocument#MAX_DEPTH}. */
    DEPTH
  }
}
