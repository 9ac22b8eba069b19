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

  /** The objects and lists whose end has not been read yet, and the last of them. */
  private final List<JsonNode> open = new ArrayList<>();

  private JsonNode innermost;

  /** The way to the innermost; followed only where problems are looked for. */
  private Way way = Way.TOP;

  /** The newest key of the innermost, if that is an object. */
  private String key;

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
      root = readValue(parser, start);
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
   * Reads a value; null if something is nested too deep in it. Without recursion, since threads of
   * users may have small stacks.
   */
  private JsonNode readValue(JsonParser parser, int start) {
    while (true) {
      JsonToken token = parser.nextToken();
      switch (token) {
        case PROPERTY_NAME -> {
          key = parser.currentName();
          if (careful && innermost.has(key)) {
            problems.add(
                new TextProblem(
                    TextProblem.Kind.DUPLICATE_KEY,
                    way.pointer(),
                    tokenOffset(parser, start),
                    key));
          }
        }
        case START_OBJECT, START_ARRAY -> {
          if (open.size() == JsonDocument.MAX_DEPTH) {
            problems.add(problem(TextProblem.Kind.DEPTH, tokenOffset(parser, start), ""));
            return null;
          }
          open(token == JsonToken.START_OBJECT ? NODES.objectNode() : NODES.arrayNode());
        }
        case END_OBJECT, END_ARRAY -> {
          JsonNode closed = innermost;
          if (close()) {
            return closed;
          }
        }
        default -> {
          JsonNode value = scalar(parser, token, start);
          if (innermost == null) {
            return value;
          }
          add(value);
        }
      }
    }
  }

  private JsonNode scalar(JsonParser parser, JsonToken token, int start) {
    return switch (token) {
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> integer(parser, start);
      case VALUE_NUMBER_FLOAT -> decimal(parser, start);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new IllegalStateException("token " + token);
    };
  }

  private void open(JsonNode container) {
    if (careful) {
      way = here();
    }
    if (innermost != null) {
      add(container);
    }
    open.add(container);
    innermost = container;
  }

  /** Closes the innermost object or list; returns whether it was the last. */
  private boolean close() {
    open.remove(open.size() - 1);
    way = careful ? way.outer() : way;
    innermost = open.isEmpty() ? null : open.get(open.size() - 1);
    return open.isEmpty();
  }

  private void add(JsonNode value) {
    if (innermost instanceof ObjectNode object) {
      suspicious |= object.replace(key, value) != null;
    } else {
      ((ArrayNode) innermost).add(value);
    }
  }

  /** The way to the value being read. */
  private Way here() {
    return innermost == null ? Way.TOP : way.to(innermost.isArray() ? innermost.size() : key);
  }

  private void readEnd(JsonParser parser, int start) {
    int end = JsonText.skipBlanks(text, start + (int) parser.currentLocation().getCharOffset());
    if (end < text.length()) {
      problems.add(problem(TextProblem.Kind.TRAILING_TEXT, end, ""));
    }
  }

  private JsonNode integer(JsonParser parser, int start) {
    if (parser.getStringLength() > MAX_INTEGER_LENGTH) {
      return unusable(parser, start);
    }
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> {
        BigInteger value = parser.getBigIntegerValue();
        yield Double.isInfinite(value.doubleValue())
            ? unusable(parser, start)
            : NODES.numberNode(value);
      }
    };
  }

  private JsonNode decimal(JsonParser parser, int start) {
    double value = parser.getDoubleValue();
    if (Double.isInfinite(value)) {
      return unusable(parser, start);
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
  private JsonNode unusable(JsonParser parser, int start) {
    problems.add(
        new TextProblem(TextProblem.Kind.NUMBER, here().pointer(), tokenOffset(parser, start), ""));
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
