package io.github.cleanroomscontract.recording;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts into a payload what must not be in a recording of it, wherever a text is free. */
final class Markers {

  static final String WORD = "zq7vx";
  static final String ACCOUNT = "987654321098";
  static final String ID = "5ec2e75e";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private int placed;

  /** Returns how many were placed. */
  int placed() {
    return placed;
  }

  /** Returns a payload with them. */
  JsonNode in(JsonNode value, Shape shape) {
    if (value.isString()) {
      return JSON.stringNode(marked(value.asString(), shape));
    }
    return switch (shape.kind()) {
      case STRUCTURE, UNION -> value.isObject() ? structure(value, shape) : value;
      case MAP -> value.isObject() ? map(value, shape) : value;
      case LIST -> {
        ArrayNode items = JSON.arrayNode();
        value.forEach(item -> items.add(in(item, shape.item())));
        yield items;
      }
      case DOCUMENT -> JSON.objectNode().put(WORD, WORD);
      default -> value;
    };
  }

  private ObjectNode structure(JsonNode value, Shape shape) {
    ObjectNode marked = JSON.objectNode();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      Optional<Member> member = shape.member(entry.getKey());
      marked.set(
          entry.getKey(),
          member.map(each -> in(entry.getValue(), each.shape())).orElse(entry.getValue()));
    }
    if (shape.kind() == Shape.Kind.STRUCTURE) {
      marked.set(
          "novelMember",
          JSON.objectNode()
              .put(WORD, "arn:aws:s3:::" + WORD + "/" + ID)
              .put("number", Long.parseLong(ACCOUNT))
              .put("text", "of " + ACCOUNT));
    }
    return marked;
  }

  private ObjectNode map(JsonNode value, Shape shape) {
    ObjectNode marked = JSON.objectNode();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      marked.set(marked(entry.getKey(), shape.key()), in(entry.getValue(), shape.value()));
    }
    return marked;
  }

  private String marked(String text, Shape shape) {
    boolean constant =
        shape.kind() == Shape.Kind.ENUM || text.startsWith("ANY_") || text.equals("NaN");
    if (constant || text.isEmpty()) {
      return text;
    }
    placed++;
    String elsewhere =
        text.replaceAll("[0-9]{12}(?![0-9a-f])", ACCOUNT)
            .replaceAll("(?<![0-9a-f])[0-9a-f]{8}(?=-[0-9a-f]{4}-)", ID);
    String longer = elsewhere + WORD;
    return Likeness.of(shape, longer).equals(Likeness.of(shape, text)) ? longer : elsewhere;
  }
}
