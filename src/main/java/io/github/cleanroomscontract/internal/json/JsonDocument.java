package io.github.cleanroomscontract.internal.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A JSON text with its tree and with what is wrong with the text. Reading never fails: a text that
 * is not JSON has problems and no tree. Immutable once read, and safe for use by several threads as
 * long as nobody changes the tree.
 */
public final class JsonDocument {

  /** Objects and lists may nest this deep; the deepest shape of the API is 11 levels down. */
  public static final int MAX_DEPTH = 500;

  private final String text;
  private final JsonNode root;
  private final List<TextProblem> problems;

  /** The column of what holds the text that its first line begins at. */
  private final int firstColumn;

  private volatile int[] lineStarts;

  JsonDocument(String text, JsonNode root, List<TextProblem> problems) {
    this(text, root, problems, 1);
  }

  private JsonDocument(String text, JsonNode root, List<TextProblem> problems, int firstColumn) {
    this.text = text;
    this.root = root;
    this.problems = List.copyOf(problems);
    this.firstColumn = firstColumn;
  }

  /** Reads a text. */
  public static JsonDocument parse(String text) {
    return TreeReader.read(text);
  }

  /** Reads bytes, which have to be UTF-8 as RFC 8259 wants it. */
  public static JsonDocument parse(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(input, chars, true);
    String text = chars.flip().toString();
    if (!result.isError()) {
      return parse(text);
    }
    // Decoded again leniently, so that a snippet can show the place.
    String shown = new String(bytes, StandardCharsets.UTF_8);
    String detail = String.format(Locale.ROOT, "byte 0x%02X", bytes[input.position()] & 0xFF);
    return new JsonDocument(
        shown,
        null,
        List.of(new TextProblem(TextProblem.Kind.ENCODING, Pointers.ROOT, text.length(), detail)));
  }

  /** Returns this text as one that begins at a column of a longer one, which counts from 1. */
  public JsonDocument from(int column) {
    return new JsonDocument(text, root, problems, column);
  }

  /** Returns the text as read. */
  public String text() {
    return text;
  }

  /** Returns the tree; empty where the text is not JSON. */
  public Optional<JsonNode> root() {
    return Optional.ofNullable(root);
  }

  /** Returns what is wrong with the text, in the order of the text. */
  public List<TextProblem> problems() {
    return problems;
  }

  /** Returns line and column of an offset in the text. */
  public TextPosition position(int offset) {
    int bounded = Math.max(0, Math.min(offset, text.length()));
    int line = lineIndex(bounded);
    int start = lineStarts()[line];
    // Editors do not count a byte order mark.
    boolean marked = line == 0 && bounded > 0 && text.charAt(0) == '\uFEFF';
    int column = text.codePointCount(start + (marked ? 1 : 0), bounded);
    return new TextPosition(
        line + 1, (int) Math.min(Integer.MAX_VALUE, (long) column + (line == 0 ? firstColumn : 1)));
  }

  /** Returns the offset at which a line, counted from 1, begins. */
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /** Returns the offset just after the last character of a line, its line break not included. */
  public int lineEnd(int line) {
    int[] starts = lineStarts();
    int end = line < starts.length ? starts[line] : text.length();
    while (end > starts[line - 1] && isLineBreak(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Returns how many lines the text has; at least one. */
  public int lineCount() {
    return lineStarts().length;
  }

  private int lineIndex(int offset) {
    int[] starts = lineStarts();
    int low = 0;
    int high = starts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts == null) {
      starts = new int[16];
      int count = 1;
      for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = i + 1;
      }
      starts = Arrays.copyOf(starts, count);
      lineStarts = starts;
    }
    return starts;
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
