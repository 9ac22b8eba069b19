package io.github.cleanroomscontract.internal.json;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Reads a JSON text that may be longer than the memory: one list in it is handed out element by
 * element, and no more than what surrounds them is kept. Not thread-safe.
 */
public final class ElementReader implements Closeable {

  /**
   * An element of the list.
   *
   * @param text its text; empty if that alone is too long for the memory
   * @param start where it begins
   */
  public record Element(Optional<byte[]> text, TextPosition start) {}

  private static final int MORE = 1 << 12;

  private final KeptBytes bytes;
  private final JsonParser parser;
  private byte[] before;

  /** What stands for the elements between what is around them. */
  private String instead = "";

  private boolean ended;

  /** Creates a reader of a stream, which stays open. */
  public ElementReader(InputStream stream) {
    this.bytes = new KeptBytes(stream);
    this.parser = Json.parser(bytes);
  }

  /**
   * Goes to a list.
   *
   * @param pointers where it may be
   * @return where it is; empty if there is none, or the text ends before in something else than
   *     JSON: then nothing is lost of it, and {@link #rest} is the text from its beginning
   * @throws IOException if the stream cannot be read
   */
  public Optional<String> find(Set<String> pointers) throws IOException {
    try {
      JsonToken token = parser.nextToken();
      while (token != null) {
        if (token == JsonToken.START_ARRAY) {
          String pointer = parser.streamReadContext().pathAsPointer().toString();
          long start = parser.currentTokenLocation().getByteOffset();
          // Where it is not UTF-8, nobody knows the offset.
          if (pointers.contains(pointer) && start >= 0) {
            before = bytes.take(start + 1).orElse(null);
            return before == null ? Optional.empty() : Optional.of(pointer);
          }
        }
        boolean whole = parser.streamReadContext().inRoot();
        token = whole ? null : parser.nextToken();
      }
    } catch (JacksonException e) {
      rethrowIfUnreadable(e);
    }
    return Optional.empty();
  }

  /**
   * Returns the next element of the list that was found; null after the last, or after the last
   * that can be read.
   *
   * @throws IOException if the stream cannot be read
   */
  public Element next() throws IOException {
    if (ended) {
      return null;
    }
    try {
      if (parser.nextToken() != JsonToken.END_ARRAY) {
        bytes.take(parser.currentTokenLocation().getByteOffset());
        instead += instead.isEmpty() ? "" : ",";
        TextPosition start = bytes.position();
        parser.skipChildren();
        parser.finishToken();
        instead = "0";
        return new Element(bytes.take(parser.currentLocation().getByteOffset()), start);
      }
      readToTheEnd();
    } catch (JacksonException e) {
      rethrowIfUnreadable(e);
      // Whether it is wrong or cut off shows in what follows.
      bytes.readNBytes(MORE);
    }
    ended = true;
    return null;
  }

  private void readToTheEnd() {
    boolean whole = false;
    while (parser.nextToken() != null && !whole) {
      // What follows a whole text is no part of it: its beginning is enough.
      whole = parser.streamReadContext().inRoot();
    }
  }

  private static void rethrowIfUnreadable(JacksonException e) throws IOException {
    if (e instanceof JacksonIOException unreadable) {
      throw unreadable.getCause();
    }
    // What is wrong with the text shows when it is read as a whole.
  }

  /** Returns what was read and not handed out; empty if that is too long for the memory. */
  public Optional<byte[]> rest() {
    return bytes.all();
  }

  /**
   * Returns the text around the elements, once all were handed out; empty if that is too long for
   * the memory. It has what is wrong with the text, unless that is within an element.
   */
  public Optional<Surroundings> surroundings() {
    TextPosition end = bytes.position();
    return rest().map(after -> new Surroundings(before, instead, bytes.cutCharacter(after), end));
  }

  @Override
  public void close() {
    parser.close();
  }

  /** The text around the elements of a list. Immutable. */
  public static final class Surroundings {

    private final JsonDocument document;
    private final int cut;
    private final JsonDocument after;
    private final TextPosition end;

    private Surroundings(byte[] before, String instead, byte[] after, TextPosition end) {
      String first = new String(before, StandardCharsets.UTF_8) + instead;
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      whole.writeBytes(first.getBytes(StandardCharsets.UTF_8));
      whole.writeBytes(after);
      this.document = JsonDocument.parse(whole.toByteArray());
      this.cut = first.length();
      this.after = JsonDocument.parse(after).from(end.column());
      this.end = end;
    }

    /** Returns the text, with a number in the place of the elements, if there are any. */
    public JsonDocument document() {
      return document;
    }

    /** Returns where an offset in that text is in the whole. */
    public TextPosition position(int offset) {
      if (offset < cut) {
        return document.position(offset);
      }
      TextPosition position = after.position(offset - cut);
      return new TextPosition(end.line() + position.line() - 1, position.column());
    }
  }
}
