package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Shape;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Words for what was expected and what was found. */
final class Values {

  private static final int SHOWN_LENGTH = 60;
  private static final int SHOWN_ITEMS = 8;

  private final boolean showSensitive;

  Values(boolean showSensitive) {
    this.showSensitive = showSensitive;
  }

  boolean showSensitive() {
    return showSensitive;
  }

  /** The name of a member, in quotes unless it is a plain word. */
  String name(String name) {
    return quoted(name);
  }

  /**
   * Returns whether a value stands in place of an object or a list, and so may be anything, query
   * texts included.
   */
  static boolean astray(Shape shape, JsonNode value) {
    return switch (shape.kind()) {
      case STRUCTURE, UNION, MAP -> !value.isObject();
      case LIST -> !value.isArray();
      default -> value.isContainer();
    };
  }

  /** A value that has the wrong type. */
  String typed(JsonNode value, boolean sensitive) {
    if (value.isString()) {
      return sensitive && !showSensitive ? "a string" : "the string " + quoted(value.asString());
    }
    if (value.isNumber()) {
      return sensitive && !showSensitive ? "a number" : "the number " + shown(value.asString());
    }
    if (value.isObject()) {
      return "an object";
    }
    if (value.isArray()) {
      return "a list";
    }
    return value.asString("null");
  }

  /** A string or number that is not allowed. */
  String plain(JsonNode value, boolean sensitive) {
    if (sensitive && !showSensitive) {
      return "a redacted value";
    }
    return value.isString() ? quoted(value.asString()) : shown(value.asString());
  }

  /** A string in quotes, cut to a readable length, with control characters made visible. */
  String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    int shown = 0;
    int at = 0;
    while (at < text.length() && shown < SHOWN_LENGTH) {
      int c = text.codePointAt(at);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (visible(c)) {
            quoted.appendCodePoint(c);
          } else {
            quoted.append(String.format("\\u%04X", c));
          }
        }
      }
      at += Character.charCount(c);
      shown++;
    }
    if (at < text.length()) {
      quoted.append('…');
    }
    return clean(quoted.append('"').toString());
  }

  private String shown(String number) {
    return clean(
        number.length() <= SHOWN_LENGTH ? number : number.substring(0, SHOWN_LENGTH) + "…");
  }

  /** A text without account numbers and access keys. */
  String clean(String text) {
    return showSensitive ? text : Redaction.clean(text);
  }

  private static boolean visible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** What a value of a kind is. */
  static String type(Shape.Kind kind) {
    return switch (kind) {
      case STRUCTURE, MAP -> "an object";
      case UNION -> "an object with one member";
      case LIST -> "a list";
      case STRING, ENUM -> "a string";
      case INTEGER -> "a whole number";
      case NUMBER -> "a number";
      case TIMESTAMP -> "a number: seconds since 1970";
      case BOOLEAN -> "true or false";
    };
  }

  /** A list of names, in which long ones are cut short. */
  static String names(List<String> names) {
    return names.size() <= SHOWN_ITEMS
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, SHOWN_ITEMS)) + ", … (" + names.size() + " values)";
  }

  /** A list of names as a sentence has it: {@code s3, member and distribute}. */
  static String and(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** The bounds of a length or size: {@code 1 to 100 characters}. */
  static String bounds(OptionalLong min, OptionalLong max, String unit) {
    if (min.isPresent() && max.isPresent()) {
      return min.getAsLong() == max.getAsLong()
          ? "exactly " + count(max.getAsLong(), unit)
          : String.format(Locale.ROOT, "%,d to %s", min.getAsLong(), count(max.getAsLong(), unit));
    }
    return max.isPresent()
        ? "at most " + count(max.getAsLong(), unit)
        : "at least " + count(min.orElse(0), unit);
  }

  /** The bounds of a number: {@code between 2 and 1,024}. */
  static String range(OptionalDouble min, OptionalDouble max) {
    if (min.isPresent() && max.isPresent()) {
      return "between " + number(min.getAsDouble()) + " and " + number(max.getAsDouble());
    }
    return max.isPresent()
        ? "at most " + number(max.getAsDouble())
        : "at least " + number(min.orElse(0));
  }

  /** A number of things: {@code 1 item}, {@code 2,000 items}. */
  static String count(long count, String unit) {
    String plural = unit.equals("entry") ? "entries" : unit + "s";
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? unit : plural);
  }

  static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : Double.toString(value);
  }
}
