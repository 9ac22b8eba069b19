package io.github.cleanroomscontract.internal.pojo;

import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.text.Nearest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Fills builders of the SDK from plain values; what does not fit is told with its place. */
final class SdkReader {

  /** Beyond it lie only numbers that no point in time has. */
  private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

  private static final String OTHER_NUMBER = "a number of another kind";

  private final String type;

  /** Creates a reader for a class of that name. */
  SdkReader(String type) {
    this.type = type;
  }

  /**
   * Sets the members of a builder; null is the same as not given.
   *
   * @throws IllegalArgumentException if the class has no such member, or one of another type
   */
  void fill(SdkPojo builder, Map<?, ?> members) {
    fill(builder, members, Pointers.ROOT);
  }

  /** Returns the value of a member that the SDK keeps outside of its fields; null if not given. */
  String text(Object value, String member) {
    String pointer = Pointers.append(Pointers.ROOT, member);
    return value == null ? null : as(String.class, value, "a string", pointer);
  }

  private void fill(SdkPojo builder, Map<?, ?> members, String pointer) {
    Map<String, SdkField<?>> fields =
        builder.sdkFields().stream().collect(Collectors.toMap(SdkField::memberName, f -> f));
    members.forEach(
        (name, value) -> {
          SdkField<?> field = fields.get(name);
          if (field == null) {
            throw unknown((String) name, fields, pointer);
          }
          field.set(builder, value(value, field, Pointers.append(pointer, name)));
        });
  }

  private IllegalArgumentException unknown(
      String name, Map<String, SdkField<?>> fields, String pointer) {
    String meant =
        Nearest.to(name, fields.keySet())
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("it may be newer than the AWS SDK that is used here");
    return new IllegalArgumentException(
        type
            + " of the AWS SDK has no member \""
            + name
            + "\""
            + (pointer.isEmpty() ? "" : " at " + pointer)
            + "; "
            + meant);
  }

  private Object value(Object value, SdkField<?> field, String pointer) {
    if (value == null) {
      return null;
    }
    return switch (field.marshallingType().getKnownType()) {
      case SDK_POJO -> {
        SdkPojo builder = field.constructor().get();
        fill(builder, as(Map.class, value, "an object", pointer), pointer);
        yield ((Buildable) builder).build();
      }
      case LIST -> {
        SdkField<?> item = field.getTrait(ListTrait.class).memberFieldInfo();
        List<Object> items = new ArrayList<>();
        for (Object each : as(List.class, value, "a list", pointer)) {
          items.add(value(each, item, Pointers.append(pointer, items.size())));
        }
        yield items;
      }
      case MAP -> {
        SdkField<?> entry = field.getTrait(MapTrait.class).valueFieldInfo();
        Map<Object, Object> entries = new LinkedHashMap<>();
        Map<?, ?> given = as(Map.class, value, "an object", pointer);
        given.forEach((k, v) -> entries.put(k, value(v, entry, Pointers.append(pointer, k))));
        yield entries;
      }
      case STRING -> as(String.class, value, "a string", pointer);
      case BOOLEAN -> as(Boolean.class, value, "true or false", pointer);
      case INTEGER -> as(Integer.class, value, "a whole number of 32 bits", pointer);
      case LONG ->
          value instanceof Integer small
              ? (Object) small.longValue()
              : as(Long.class, value, "a whole number of 64 bits", pointer);
      case FLOAT -> (float) floating(value, pointer);
      case DOUBLE -> floating(value, pointer);
      case INSTANT -> instant(value, pointer);
      case DOCUMENT -> document(value);
      default -> throw misfit("what no payload of the API has", PlainJson.kind(value), pointer);
    };
  }

  private <T> T as(Class<T> kind, Object value, String expected, String pointer) {
    if (!kind.isInstance(value)) {
      boolean numeric = value instanceof Number && Number.class.isAssignableFrom(kind);
      throw misfit(expected, numeric ? OTHER_NUMBER : PlainJson.kind(value), pointer);
    }
    return kind.cast(value);
  }

  /** What is no number travels as text. */
  private double floating(Object value, String pointer) {
    if (List.of("NaN", "Infinity", "-Infinity").contains(value)) {
      return Double.parseDouble((String) value);
    }
    return as(Number.class, value, "a number", pointer).doubleValue();
  }

  private Instant instant(Object value, String pointer) {
    String expected = "a point in time as seconds since 1970";
    Number number = as(Number.class, value, expected, pointer);
    BigDecimal seconds = new BigDecimal(number.toString());
    if (seconds.abs().compareTo(LAST_SECOND) > 0) {
      throw misfit(expected, OTHER_NUMBER, pointer);
    }
    BigDecimal nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9);
    return Instant.ofEpochSecond(seconds.longValue(), nanos.longValue());
  }

  private static Document document(Object value) {
    if (value instanceof Map<?, ?> entries) {
      Map<String, Document> members = new LinkedHashMap<>();
      entries.forEach((key, entry) -> members.put((String) key, document(entry)));
      return Document.fromMap(members);
    }
    if (value instanceof List<?> items) {
      return Document.fromList(items.stream().map(SdkReader::document).toList());
    }
    if (value instanceof String text) {
      return Document.fromString(text);
    }
    if (value instanceof Boolean truth) {
      return Document.fromBoolean(truth);
    }
    return value == null
        ? Document.fromNull()
        : Document.fromNumber(new BigDecimal(value.toString()));
  }

  private IllegalArgumentException misfit(String expected, String found, String pointer) {
    return new IllegalArgumentException(
        type + " of the AWS SDK takes " + expected + " at " + pointer + "; found " + found);
  }
}
