package io.github.cleanroomscontract.internal.json;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
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

  /**
   * What comes after a text, and was read with it.
   *
   * @param bytes the bytes; the stream has more of them
   * @param start where they begin
   * @param sound whether the text before is JSON; if not, they begin with the line that it ends in,
   *     or with the next
   * @param cut whether they begin in the midst of a line that is not to be read
   */
  public record Following(byte[] bytes, TextPosition start, boolean sound, boolean cut) {}

  private static final int MORE = 1 << 12;

  private final KeptBytes bytes;
  private final JsonParser parser;

  /** Whether what comes before the list is too long for the memory. */
  private boolean lost;

  private byte[] before;

  /** What stands for the elements between what is around them. */
  private String instead = "";

  /** Where the last element ends, or the one begins that cannot be read. */
  private TextPosition end;

  private Optional<byte[]> after = Optional.empty();
  private Following following;

  /** Creates a reader of a stream, which stays open, and {@linkplain #isReadable is readable}. */
  public ElementReader(InputStream stream) {
    this.bytes = new KeptBytes(stream);
    this.parser = Json.parser(bytes);
  }

  /**
   * Returns whether a stream may be read, of which that is the beginning: the parser takes for
   * UTF-16 or UTF-32 what looks so, and for others it is bytes that are wrong.
   */
  public static boolean isReadable(byte[] beginning) {
    boolean marked =
        beginning.length > 1 && (beginning[0] & 0xfe) == 0xfe && (beginning[1] & 0xfe) == 0xfe;
    boolean wide = false;
    for (int i = 0; i < Math.min(4, beginning.length); i++) {
      wide |= beginning[i] == 0;
    }
    return !marked && !wide;
  }

  /**
   * Goes to a list.
   *
   * @param pointers where it may be
   * @return where it is; empty if there is none, or the text ends before in something else than
   *     JSON: then {@link #whole} is the text from its beginning
   * @throws IOException if the stream cannot be read
   */
  public Optional<String> find(Set<String> pointers) throws IOException {
    try {
      JsonToken token = parser.nextToken();
      while (token != null) {
        Optional<String> found =
            token == JsonToken.START_ARRAY
                ? pointers.stream().filter(this::isAt).findFirst()
                : Optional.empty();
        if (found.isPresent()) {
          Optional<byte[]> read = bytes.take(parser.currentTokenLocation().getByteOffset() + 1);
          if (read.isPresent() && !lost) {
            before = read.get();
            return found;
          }
          lost = true;
        }
        token = parser.streamReadContext().inRoot() ? null : parser.nextToken();
      }
      lost |= bytes.isDropped();
      if (lost) {
        conclude(parser.currentLocation().getByteOffset());
      }
    } catch (JacksonException e) {
      rethrowIfUnreadable(e);
      lost |= bytes.isDropped();
      if (lost) {
        giveUp(e);
      }
    }
    return Optional.empty();
  }

  /** Returns whether the list that begins here has a pointer; names may be long, and many. */
  private boolean isAt(String pointer) {
    List<String> segments = Pointers.segments(pointer);
    TokenStreamContext holder = parser.streamReadContext().getParent();
    for (int i = segments.size() - 1; i >= 0; i--) {
      if (!holder.inObject() || !segments.get(i).equals(holder.currentName())) {
        return false;
      }
      holder = holder.getParent();
    }
    return holder.inRoot();
  }

  /**
   * Returns what was read where no list was found; empty if that is too long for the memory. The
   * stream has more.
   */
  public Optional<byte[]> whole() {
    return lost ? Optional.empty() : bytes.all();
  }

  /**
   * Returns the next element of the list that was found; null after the last, or after the last
   * that can be read.
   *
   * @throws IOException if the stream cannot be read
   */
  public Element next() throws IOException {
    if (following != null) {
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
      while (!parser.streamReadContext().inRoot()) {
        parser.nextToken();
      }
      conclude(parser.currentLocation().getByteOffset());
    } catch (JacksonException e) {
      rethrowIfUnreadable(e);
      giveUp(e);
    }
    return null;
  }

  /** Ends with a text that is one up to an offset. */
  private void conclude(long offset) {
    end = bytes.position();
    after = bytes.take(offset);
    TextPosition start = bytes.position();
    following = new Following(bytes.all().orElseThrow(), start, true, false);
  }

  /** Ends with a text that is none. Lines may follow of which each is one. */
  private void giveUp(JacksonException e) throws IOException {
    // Whether it is wrong or cut off shows in what follows.
    bytes.readNBytes(MORE);
    end = bytes.position();
    // What is nested too deep comes without a place.
    TokenStreamLocation place =
        e.getLocation() == null ? parser.currentLocation() : e.getLocation();
    int wrong = (int) Math.max(0, place.getByteOffset() - bytes.offset());
    boolean dropped = bytes.isDropped();
    bytes.goOn();
    byte[] read = bytes.all().orElseThrow();
    int known = lineStart(read, Math.min(wrong, read.length));
    int from = known < 0 ? read.length : known;
    int lines = 0;
    for (int i = 0; i < from; i++) {
      lines += read[i] == '\n' ? 1 : 0;
    }
    following =
        new Following(
            Arrays.copyOfRange(read, from, read.length),
            new TextPosition(end.line() + lines, 1),
            false,
            known < 0);
    after = dropped ? Optional.empty() : Optional.of(bytes.cutCharacter(read));
  }

  /** Returns where the line begins that an offset is in, or else the next one; -1 for neither. */
  private static int lineStart(byte[] read, int offset) {
    for (int i = offset; i > 0; i--) {
      if (read[i - 1] == '\n') {
        return i;
      }
    }
    for (int i = offset; i < read.length; i++) {
      if (read[i] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static void rethrowIfUnreadable(JacksonException e) throws IOException {
    if (e instanceof JacksonIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  /**
   * Returns the text around the elements, once all were handed out; empty if that is too long for
   * the memory. It has what is wrong with the text, unless that is within an element.
   */
  public Optional<Surroundings> surroundings() {
    return after.map(read -> new Surroundings(before, instead, read, end));
  }

  /** Returns what follows, once all elements were handed out, or {@link #whole} was empty. */
  public Following following() {
    return following;
  }

  @Override
  public void close() {
    parser.close();
  }

  /** The text around the elements of a list. Immutable. */
  public static final class Surroundings {

    private final JsonDocument document;
    private final TextPosition cut;
    private final TextPosition end;

    private Surroundings(byte[] before, String instead, byte[] after, TextPosition end) {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      whole.writeBytes(before);
      whole.writeBytes(instead.getBytes(StandardCharsets.UTF_8));
      int first = new String(whole.toByteArray(), StandardCharsets.UTF_8).length();
      whole.writeBytes(after);
      this.document = JsonDocument.parse(whole.toByteArray());
      this.cut = document.position(first);
      this.end = end;
    }

    /** Returns the text, with a number in the place of the elements, if there are any. */
    public JsonDocument document() {
      return document;
    }

    /** Returns where something is in the whole that is at a place of that text. */
    public TextPosition inWhole(int line, int column) {
      if (line < cut.line() || line == cut.line() && column < cut.column()) {
        return new TextPosition(line, column);
      }
      return line == cut.line()
          ? new TextPosition(end.line(), end.column() + column - cut.column())
          : new TextPosition(end.line() + line - cut.line(), column);
    }
  }
}
