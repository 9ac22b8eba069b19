package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Words for what was expected and what was found. */
final class Values {

  private static final int SHOWN_LENGTH = 60;
  private static final int SHOWN_ITEMS = 8;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.$-]{1,100}");

  /** Lists that findings enumerate. There are a few hundred. */
  private static final Map<List<String>, String> LISTS = new ConcurrentHashMap<>();

  private final boolean showSensitive;

  Values(boolean showSensitive) {
    this.showSensitive = showSensitive;
  }

  boolean showSensitive() {
    return showSensitive;
  }

  /** The name of a member or key in quotes, unless it may be a sensitive value gone astray. */
  String name(String name, boolean sensitive) {
    return maySay(name, sensitive) ? quoted(name) : "a redacted name";
  }

  /** Returns whether a name may be printed: where values are sensitive, names look like names. */
  boolean maySay(String name, boolean sensitive) {
    return showSensitive || !sensitive || NAME.matcher(name).matches();
  }

  /**
   * Returns whether a value stands in place of an object or a list, and so may be anything, query
   * texts included.
   */
  static boolean astray(Shape shape, JsonNode value) {
    return switch (shape.kind()) {
      case STRUCTURE, UNION, MAP -> !value.isObject();
      case LIST -> !value.isArray();
      case DOCUMENT -> false;
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
    // Before it is cut, so that no half of an account number remains.
    String clean = clean(text);
    if (clean.length() <= SHOWN_LENGTH && Words.plain(clean)) {
      return '"' + clean + '"';
    }
    StringBuilder quoted = new StringBuilder("\"");
    int shown = 0;
    int at = 0;
    while (at < clean.length() && shown < SHOWN_LENGTH) {
      int c = clean.codePointAt(at);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (Words.visible(c)) {
            quoted.appendCodePoint(c);
          } else {
            quoted.append(Words.escaped(Character.toString(c)));
          }
        }
      }
      at += Character.charCount(c);
      shown++;
    }
    if (at < clean.length()) {
      quoted.append('…');
    }
    return quoted.append('"').toString();
  }

  private String shown(String number) {
    return clean(
        number.length() <= SHOWN_LENGTH ? number : number.substring(0, SHOWN_LENGTH) + "…");
  }

  /** A text without account numbers and access keys. */
  String clean(String text) {
    return showSensitive ? text : Redaction.clean(text);
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
      case DOCUMENT -> "any JSON value";
    };
  }

  /** The names of a contract's enum values or variants; of many, only the first. */
  static String names(List<String> names) {
    return LISTS.computeIfAbsent(names, Values::listed);
  }

  private static String listed(List<String> names) {
    return names.size() <= SHOWN_ITEMS
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, SHOWN_ITEMS)) + ", … (" + names.size() + " values)";
  }

  /** The bounds of a length or size: {@code 1 to 100 characters}. */
  static String bounds(OptionalLong min, OptionalLong max, String unit) {
    if (min.isPresent() && max.isPresent()) {
      return min.getAsLong() == max.getAsLong()
          ? "exactly " + Words.count(max.getAsLong(), unit)
          : String.format(
              Locale.ROOT, "%,d to %s", min.getAsLong(), Words.count(max.getAsLong(), unit));
    }
    return max.isPresent()
        ? "at most " + Words.count(max.getAsLong(), unit)
        : "at least " + Words.count(min.orElse(0), unit);
  }

  /** The bounds of a number: {@code between 2 and 1,024}. */
  static String range(OptionalDouble min, OptionalDouble max) {
    if (min.isPresent() && max.isPresent()) {
      return "between "
          + Words.number(min.getAsDouble())
          + " and "
          + Words.number(max.getAsDouble());
    }
    return max.isPresent()
        ? "at most " + Words.number(max.getAsDouble())
        : "at least " + Words.number(min.orElse(0));
  }
}
