package io.github.cleanroomscontract.internal.json;

import io.github.cleanroomscontract.internal.text.Words;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the tree of one text, and notes duplicate keys and unusable numbers on the way, which
 * Jackson's own tree reader either hides or stops at.
 */
final class TreeReader {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** 309 digits reach the end of the doubles; longer integers are not worth converting. */
  private static final int MAX_INTEGER_LENGTH = 400;

  /** What a literal or a number may look like when the text ends in the midst of it. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "|t(?:r(?:u)?)?|f(?:a(?:l(?:s)?)?)?|n(?:u(?:l)?)?|-?(?:[0-9]+)?[.]?[eE]?[-+]?");

  private final String text;

  /** Whether to look for duplicate keys where they stand; most texts have none. */
  private final boolean careful;

  /** Whether a member was set twice. */
  private boolean suspicious;

  private final List<TextProblem> problems = new ArrayList<>();

  private TreeReader(String text, boolean careful) {
    this.text = text;
    this.careful = careful;
  }

  /** Reads a text. */
  static JsonDocument read(String text) {
    TreeReader reader = new TreeReader(text, false);
    JsonDocument document = reader.read();
    return reader.suspicious || !document.problems().isEmpty()
        ? new TreeReader(text, true).read()
        : document;
  }

  private JsonDocument read() {
    int start = 0;
    if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
      problems.add(problem(TextProblem.Kind.BYTE_ORDER_MARK, 0, ""));
      start = 1;
    }
    if (JsonText.skipBlanks(text, start) == text.length()) {
      problems.add(problem(TextProblem.Kind.EMPTY, start, ""));
      return new JsonDocument(text, null, problems);
    }
    JsonNode root = null;
    try (JsonParser parser = Json.parser(start == 0 ? text : text.substring(start))) {
      root = readValue(parser, parser.nextToken(), start, Way.TOP, 0);
      if (root != null) {
        readEnd(parser, start);
      }
    } catch (UnexpectedEndOfInputException e) {
      problems.add(problem(TextProblem.Kind.TRUNCATED, end(), ""));
    } catch (JacksonException e) {
      int offset = faultyWord(offset(e, start));
      String word = text.substring(offset, Math.max(offset, end()));
      // A digit after a digit is a number with a leading zero, not the beginning of one.
      boolean goesOn = Character.isDigit(at(offset - 1)) && Character.isDigit(at(offset));
      boolean cutOff = UNFINISHED.matcher(word).matches() && !goesOn;
      problems.add(
          cutOff
              ? problem(TextProblem.Kind.TRUNCATED, end(), "")
              : problem(TextProblem.Kind.SYNTAX, offset, describe(offset)));
    }
    return new JsonDocument(text, root, problems);
  }

  /**
   * Reads the value that begins with a token; null if it is nested too deep.
   *
   * @param way the way to the value, which is told only where problems are looked for
   * @param depth how many objects and lists it is in
   */
  private JsonNode readValue(JsonParser parser, JsonToken token, int start, Way way, int depth) {
    return switch (token) {
      case START_OBJECT -> readObject(parser, start, way, depth);
      case START_ARRAY -> readArray(parser, start, way, depth);
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> integer(parser, start, way);
      case VALUE_NUMBER_FLOAT -> decimal(parser, start, way);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new IllegalStateException("token " + token);
    };
  }

  private JsonNode readObject(JsonParser parser, int start, Way way, int depth) {
    if (isTooDeep(parser, start, depth)) {
      return null;
    }
    ObjectNode object = NODES.objectNode();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      if (careful && object.has(name)) {
        problems.add(
            new TextProblem(
                TextProblem.Kind.DUPLICATE_KEY, way.pointer(), tokenOffset(parser, start), name));
      }
      Way below = careful ? way.to(name) : way;
      JsonNode value = readValue(parser, parser.nextToken(), start, below, depth + 1);
      if (value == null) {
        return null;
      }
      suspicious |= object.replace(name, value) != null;
    }
    return object;
  }

  private JsonNode readArray(JsonParser parser, int start, Way way, int depth) {
    if (isTooDeep(parser, start, depth)) {
      return null;
    }
    ArrayNode array = NODES.arrayNode();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      Way below = careful ? way.to(array.size()) : way;
      JsonNode value = readValue(parser, token, start, below, depth + 1);
      if (value == null) {
        return null;
      }
      array.add(value);
      token = parser.nextToken();
    }
    return array;
  }

  private boolean isTooDeep(JsonParser parser, int start, int depth) {
    boolean tooDeep = depth == JsonDocument.MAX_DEPTH;
    if (tooDeep) {
      problems.add(problem(TextProblem.Kind.DEPTH, tokenOffset(parser, start), ""));
    }
    return tooDeep;
  }

  private void readEnd(JsonParser parser, int start) {
    int end = JsonText.skipBlanks(text, start + (int) parser.currentLocation().getCharOffset());
    if (end < text.length()) {
      problems.add(problem(TextProblem.Kind.TRAILING_TEXT, end, ""));
    }
  }

  private JsonNode integer(JsonParser parser, int start, Way way) {
    if (parser.getStringLength() > MAX_INTEGER_LENGTH) {
      return unusable(parser, start, way);
    }
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> {
        BigInteger value = parser.getBigIntegerValue();
        yield Double.isInfinite(value.doubleValue())
            ? unusable(parser, start, way)
            : NODES.numberNode(value);
      }
    };
  }

  private JsonNode decimal(JsonParser parser, int start, Way way) {
    double value = parser.getDoubleValue();
    if (Double.isInfinite(value)) {
      return unusable(parser, start, way);
    }
    // Beyond a long there are no fractions, and networknt wants such numbers as integers.
    return Math.abs(value) >= 0x1p63
        ? NODES.numberNode(new BigDecimal(value).toBigInteger())
        : NODES.numberNode(value);
  }

  /**
   * Notes the problem; the stand-in keeps the tree whole, and nobody judges a noted place again, or
   * compares anything with it.
   */
  private JsonNode unusable(JsonParser parser, int start, Way way) {
    problems.add(
        new TextProblem(TextProblem.Kind.NUMBER, way.pointer(), tokenOffset(parser, start), ""));
    return NODES.nullNode();
  }

  private char at(int offset) {
    return offset >= 0 && offset < text.length() ? text.charAt(offset) : ' ';
  }

  /** The end of the text without white space after it. */
  private int end() {
    int end = text.length();
    while (end > 0 && JsonText.isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Jackson notices a wrong word at its end, but a wrong character of a string where it is. */
  private int faultyWord(int offset) {
    if (insideString(offset)) {
      return offset;
    }
    int start = offset;
    while (start > 0 && isWord(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private boolean insideString(int offset) {
    boolean inside = false;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        inside = !inside;
      } else if (c == '\\' && inside) {
        i++;
      }
    }
    return inside;
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '+' || c == '-';
  }

  private String describe(int offset) {
    int c = text.codePointAt(offset);
    return Words.visible(c)
        ? "'" + Character.toString(c) + "'"
        : String.format(Locale.ROOT, "U+%04X", c);
  }

  private static TextProblem problem(TextProblem.Kind kind, int offset, String detail) {
    return new TextProblem(kind, Pointers.ROOT, offset, detail);
  }

  private static int tokenOffset(JsonParser parser, int start) {
    return start + (int) parser.currentTokenLocation().getCharOffset();
  }

  private int offset(JacksonException e, int start) {
    long offset = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
    return (int) Math.max(0, Math.min(start + offset, text.length()));
  }
}
