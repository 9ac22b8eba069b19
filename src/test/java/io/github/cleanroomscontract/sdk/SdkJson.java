package io.github.cleanroomscontract.sdk;

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
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The SDK's objects as JSON trees and back, by the fields that its classes declare. Timestamps are
 * seconds since 1970, as they travel. Stateless.
 */
final class SdkJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SdkJson() {}

  /** Returns an object of the SDK as a tree: what is not set is not there. */
  static ObjectNode write(SdkPojo object) {
    ObjectNode tree = NODES.objectNode();
    for (SdkField<?> field : object.sdkFields()) {
      Object value = field.getValueOrDefault(object);
      if (isSet(value)) {
        tree.set(field.memberName(), tree(value));
      }
    }
    return tree;
  }

  /** The SDK puts an empty list or map of its own where none was given. */
  private static boolean isSet(Object value) {
    return value != null
        && !(value instanceof SdkAutoConstructList)
        && !(value instanceof SdkAutoConstructMap);
  }

  private static JsonNode tree(Object value) {
    if (value instanceof SdkPojo object) {
      return write(object);
    }
    if (value instanceof List<?> items) {
      ArrayNode list = NODES.arrayNode();
      items.forEach(item -> list.add(tree(item)));
      return list;
    }
    if (value instanceof Map<?, ?> entries) {
      ObjectNode map = NODES.objectNode();
      entries.forEach((key, entry) -> map.set((String) key, tree(entry)));
      return map;
    }
    if (value instanceof String text) {
      return NODES.stringNode(text);
    }
    if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Instant instant) {
      BigDecimal seconds = BigDecimal.valueOf(instant.getEpochSecond());
      return NODES.numberNode(seconds.add(BigDecimal.valueOf(instant.getNano(), 9)));
    }
    if (value instanceof Document document) {
      return document(document);
    }
    throw new IllegalArgumentException("no member of the API is a " + value.getClass().getName());
  }

  /** JSON has no words for what is no number; the API writes strings. */
  private static JsonNode number(Number number) {
    return Double.isFinite(number.doubleValue())
        ? NODES.numberNode(new BigDecimal(number.toString()))
        : NODES.stringNode(number.toString());
  }

  private static JsonNode document(Document document) {
    if (document.isMap()) {
      return tree(document.asMap());
    }
    if (document.isList()) {
      return tree(document.asList());
    }
    if (document.isString()) {
      return NODES.stringNode(document.asString());
    }
    if (document.isBoolean()) {
      return NODES.booleanNode(document.asBoolean());
    }
    return document.isNumber()
        ? NODES.numberNode(document.asNumber().bigDecimalValue())
        : NODES.nullNode();
  }

  /**
   * Fills a builder of the SDK from a tree.
   *
   * @return what was built
   * @throws IllegalArgumentException if the tree has a member that the SDK does not know
   */
  static Object read(JsonNode tree, SdkPojo builder) {
    Map<String, SdkField<?>> fields =
        builder.sdkFields().stream().collect(Collectors.toMap(SdkField::memberName, f -> f));
    for (Map.Entry<String, JsonNode> member : tree.properties()) {
      SdkField<?> field = fields.get(member.getKey());
      if (field == null) {
        throw new IllegalArgumentException(
            builder.getClass().getName() + " has no " + member.getKey());
      }
      field.set(builder, value(member.getValue(), field));
    }
    return ((Buildable) builder).build();
  }

  private static Object value(JsonNode tree, SdkField<?> field) {
    MarshallingKnownType type = field.marshallingType().getKnownType();
    return switch (type) {
      case SDK_POJO -> read(tree, field.constructor().get());
      case LIST -> {
        SdkField<?> item = field.getTrait(ListTrait.class).memberFieldInfo();
        List<Object> items = new ArrayList<>();
        tree.forEach(node -> items.add(value(node, item)));
        yield items;
      }
      case MAP -> {
        SdkField<?> entry = field.getTrait(MapTrait.class).valueFieldInfo();
        Map<String, Object> entries = new LinkedHashMap<>();
        tree.properties().forEach(e -> entries.put(e.getKey(), value(e.getValue(), entry)));
        yield entries;
      }
      case STRING -> tree.stringValue();
      case BOOLEAN -> tree.booleanValue();
      case INTEGER -> tree.intValue();
      case LONG -> tree.longValue();
      case FLOAT -> Float.valueOf(tree.asString());
      case DOUBLE -> Double.valueOf(tree.asString());
      case INSTANT -> instant(tree.decimalValue());
      case DOCUMENT -> document(tree);
      default -> throw new IllegalArgumentException("no member of the API is of type " + type);
    };
  }

  private static Instant instant(BigDecimal seconds) {
    BigDecimal nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9);
    return Instant.ofEpochSecond(seconds.longValue(), nanos.longValueExact());
  }

  private static Document document(JsonNode tree) {
    if (tree.isObject()) {
      Map<String, Document> members = new LinkedHashMap<>();
      tree.properties().forEach(e -> members.put(e.getKey(), document(e.getValue())));
      return Document.fromMap(members);
    }
    if (tree.isArray()) {
      List<Document> items = new ArrayList<>();
      tree.forEach(item -> items.add(document(item)));
      return Document.fromList(items);
    }
    if (tree.isString()) {
      return Document.fromString(tree.stringValue());
    }
    if (tree.isBoolean()) {
      return Document.fromBoolean(tree.booleanValue());
    }
    return tree.isNumber() ? Document.fromNumber(tree.decimalValue()) : Document.fromNull();
  }
}
