package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.catalogue.EnumValue;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import tools.jackson.databind.JsonNode;

/**
 * What can be exercised in a message by the contract, each part with a number. No shape of the API
 * holds itself, so there is an end to it. Immutable and thread-safe.
 */
final class MessageParts {

  /** A place in messages, with the numbers of what can be there. */
  private static final class Node {
    private final Map<String, Node> members = new HashMap<>();
    private final Map<String, Integer> values = new HashMap<>();
    private int number = -1;

    /** Items of a list or values of a map. */
    private Node each;
  }

  private final List<Part> parts = new ArrayList<>();
  private final Node root;

  private final String message;
  private final LocalDate day;

  /** Lists the parts of a message by the contract of the day. */
  MessageParts(Shape shape, LocalDate day) {
    this.message = shape.name();
    this.day = day;
    this.root = node(shape, Pointers.ROOT);
  }

  private Node node(Shape shape, String pointer) {
    Node node = new Node();
    switch (shape.kind()) {
      case STRUCTURE, UNION -> {
        Part.Kind kind = shape.kind() == Shape.Kind.UNION ? Part.Kind.VARIANT : Part.Kind.MEMBER;
        for (Member member : shape.members()) {
          String below = Pointers.append(pointer, member.name());
          int number = add(new Part(kind, below, ""));
          Node inner = node(member.shape(), below);
          inner.number = number;
          node.members.put(member.name(), inner);
        }
      }
      case LIST -> node.each = node(shape.item(), pointer + "/*");
      case MAP -> node.each = node(shape.value(), pointer + "/*");
      case ENUM -> {
        for (EnumValue value : shape.enumValues()) {
          Part part = new Part(Part.Kind.VALUE, pointer, value.value());
          if (!RefusedValues.contain(message, part.name(), day)) {
            node.values.put(value.value(), add(part));
          }
        }
      }
      default -> {
        // Present or not is all there is to it.
      }
    }
    return node;
  }

  private int add(Part part) {
    parts.add(part);
    return parts.size() - 1;
  }

  /** Returns what there is, in the order of the contract; the index is the number. */
  List<Part> all() {
    return parts;
  }

  /** Tells the numbers of what a payload exercises, some several times. */
  void exercisedBy(JsonNode payload, IntConsumer seen) {
    look(root, payload, seen);
  }

  private static void look(Node node, JsonNode value, IntConsumer seen) {
    if (value.isString()) {
      Integer number = node.values.get(value.asString());
      if (number != null) {
        seen.accept(number);
      }
    } else if (value.isArray() || node.each != null && value.isObject()) {
      if (node.each != null) {
        value.forEach(inner -> look(node.each, inner, seen));
      }
    } else if (value.isObject()) {
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        Node member = node.members.get(entry.getKey());
        // No value of the API is null: some clients write it for what they leave out.
        if (member != null && !entry.getValue().isNull()) {
          seen.accept(member.number);
          look(member, entry.getValue(), seen);
        }
      }
    }
  }
}
