package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.Way;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Goes through a payload and its shape side by side. */
final class ShapeWalk {

  /** Is told of each value, and says whether to go on below it. */
  interface Visitor {

    /**
     * Visits a value.
     *
     * @param way its place
     * @param shape what it should be; empty for the value of an unknown member
     * @param value the value, which may be something else
     */
    boolean visit(Way way, Optional<Shape> shape, JsonNode value);
  }

  private ShapeWalk() {}

  static void walk(Shape shape, JsonNode payload, Visitor visitor) {
    walk(Way.TOP, Optional.of(shape), payload, visitor);
  }

  private static void walk(Way way, Optional<Shape> shape, JsonNode value, Visitor visitor) {
    if (!visitor.visit(way, shape, value) || shape.isEmpty()) {
      return;
    }
    switch (shape.get().kind()) {
      case STRUCTURE, UNION -> {
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
          Optional<Shape> member = shape.get().member(entry.getKey()).map(Member::shape);
          walk(way.to(entry.getKey()), member, entry.getValue(), visitor);
        }
      }
      case MAP -> {
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
          Optional<Shape> below = Optional.of(shape.get().value());
          walk(way.to(entry.getKey()), below, entry.getValue(), visitor);
        }
      }
      case LIST -> {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
          walk(way.to(i), Optional.of(shape.get().item()), value.get(i), visitor);
        }
      }
      default -> {
        // Nothing below.
      }
    }
  }
}
