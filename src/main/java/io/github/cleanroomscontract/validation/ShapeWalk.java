package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.Pointers;
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
     * @param pointer its place
     * @param shape what it should be; empty for the value of an unknown member
     * @param value the value, which may be something else
     */
    boolean visit(String pointer, Optional<Shape> shape, JsonNode value);
  }

  private ShapeWalk() {}

  static void walk(Shape shape, JsonNode payload, Visitor visitor) {
    walk(Pointers.ROOT, Optional.of(shape), payload, visitor);
  }

  private static void walk(String pointer, Optional<Shape> shape, JsonNode value, Visitor visitor) {
    if (!visitor.visit(pointer, shape, value) || shape.isEmpty()) {
      return;
    }
    switch (shape.get().kind()) {
      case STRUCTURE, UNION -> {
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
          Optional<Shape> member = shape.get().member(entry.getKey()).map(Member::shape);
          walk(Pointers.append(pointer, entry.getKey()), member, entry.getValue(), visitor);
        }
      }
      case MAP -> {
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
          String below = Pointers.append(pointer, entry.getKey());
          walk(below, Optional.of(shape.get().value()), entry.getValue(), visitor);
        }
      }
      case LIST -> {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
          String below = Pointers.append(pointer, i);
          walk(below, Optional.of(shape.get().item()), value.get(i), visitor);
        }
      }
      default -> {
        // Nothing below.
      }
    }
  }
}
