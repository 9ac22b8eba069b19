package io.github.cleanroomscontract.internal.pojo;

import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Plain values as JSON and back: null, text, numbers, truths, maps by text and collections of them;
 * on the way to JSON also points in time, constants, and objects of the SDK. Stateless.
 */
final class PlainJson {

  private PlainJson() {}

  /**
   * Writes a value.
   *
   * @throws IllegalArgumentException if it holds something else; the message says where
   */
  static void write(Object value, JsonGenerator json) {
    write(value, json, Pointers.ROOT, 0);
  }

  private static void write(Object value, JsonGenerator json, String pointer, int depth) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof CharSequence || value instanceof Enum<?>) {
      json.writeString(value.toString());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Number number) {
      write(number, json, pointer);
    } else if (value instanceof Instant instant) {
      json.writeNumber(seconds(instant));
    } else if (value instanceof Map<?, ?> members) {
      json.writeStartObject();
      members.forEach(
          (name, member) -> {
            String key = key(name, pointer);
            json.writeName(key);
            write(member, json, Pointers.append(pointer, key), deeper(depth));
          });
      json.writeEndObject();
    } else if (value instanceof Collection<?> items) {
      json.writeStartArray();
      int index = 0;
      for (Object item : items) {
        write(item, json, Pointers.append(pointer, index++), deeper(depth));
      }
      json.writeEndArray();
    } else if (SdkObjects.isObject(value)) {
      write(SdkObjects.plain(value), json, pointer, depth);
    } else {
      throw new IllegalArgumentException(
          "a payload holds null, text, numbers, true and false, Instants, constants, maps,"
              + " collections and objects of the AWS SDK; found "
              + value.getClass().getName()
              + at(pointer));
    }
  }

  private static int deeper(int depth) {
    if (depth + 1 == JsonDocument.MAX_DEPTH) {
      throw new IllegalArgumentException(
          "a payload nests at most "
              + JsonDocument.MAX_DEPTH
              + " levels; this map goes on, or holds itself");
    }
    return depth + 1;
  }

  private static String key(Object name, String pointer) {
    if (name instanceof CharSequence || name instanceof Enum<?>) {
      return name.toString();
    }
    throw new IllegalArgumentException(
        "the names of members are text; found "
            + (name == null ? "null" : name.getClass().getName())
            + " in the map"
            + at(pointer));
  }

  private static String at(String pointer) {
    return pointer.isEmpty() ? "" : " at " + pointer;
  }

  /** JSON has no words for what is no number; the API writes strings. */
  private static void write(Number number, JsonGenerator json, String pointer) {
    if ((number instanceof Double || number instanceof Float)
        && !Double.isFinite(number.doubleValue())) {
      json.writeString(number.toString());
      return;
    }
    try {
      json.writeNumber(new BigDecimal(number.toString()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          number.getClass().getName() + " does not write itself as a number" + at(pointer), e);
    }
  }

  private static BigDecimal seconds(Instant instant) {
    BigDecimal nanos = BigDecimal.valueOf(instant.getNano(), 9).stripTrailingZeros();
    return BigDecimal.valueOf(instant.getEpochSecond()).add(nanos);
  }

  /** Returns a tree as plain values, whole numbers in the smallest type from Integer up. */
  static Object read(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> members = new LinkedHashMap<>();
      node.properties().forEach(each -> members.put(each.getKey(), read(each.getValue())));
      return members;
    }
    if (node.isArray()) {
      List<Object> items = new ArrayList<>();
      node.forEach(item -> items.add(read(item)));
      return items;
    }
    if (node.isString()) {
      return node.stringValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNumber() ? node.numberValue() : null;
  }

  /** Returns what a plain value is, without the value. */
  static String kind(Object value) {
    if (value instanceof Map<?, ?>) {
      return "an object";
    }
    if (value instanceof List<?>) {
      return "a list";
    }
    if (value instanceof String) {
      return "a string";
    }
    return value instanceof Boolean ? "true or false" : "a number";
  }
}
