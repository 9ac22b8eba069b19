package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A message that a shape occurs in.
 *
 * @param operation the operation
 * @param direction which way the message goes
 * @param error the name of the error, if it is one
 */
record Use(Operation operation, Direction direction, Optional<String> error) {

  /** All uses of all shapes in the newest contract, by the name of the shape. */
  static Map<String, List<Use>> byShape() {
    Map<String, List<Use>> uses = new HashMap<>();
    for (Operation operation : Catalogue.current().operations()) {
      for (Use use : of(operation)) {
        for (String shape : shapes(use.shape(Catalogue.current()).orElseThrow()).keySet()) {
          uses.computeIfAbsent(shape, name -> new ArrayList<>()).add(use);
        }
      }
    }
    return uses;
  }

  private static List<Use> of(Operation operation) {
    List<Use> uses = new ArrayList<>();
    uses.add(new Use(operation, Direction.REQUEST, Optional.empty()));
    uses.add(new Use(operation, Direction.RESPONSE, Optional.empty()));
    for (ErrorShape error : operation.errors()) {
      uses.add(new Use(operation, Direction.ERROR, Optional.of(error.name())));
    }
    return uses;
  }

  /** A shape and all below it, by name. */
  static Map<String, Shape> shapes(Shape root) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    collect(root, shapes);
    return shapes;
  }

  private static void collect(Shape shape, Map<String, Shape> shapes) {
    if (shapes.putIfAbsent(shape.name(), shape) == null) {
      below(shape).forEach(inner -> collect(inner, shapes));
    }
  }

  private static Stream<Shape> below(Shape shape) {
    return switch (shape.kind()) {
      case STRUCTURE, UNION -> shape.members().stream().map(Member::shape);
      case LIST -> Stream.of(shape.item());
      case MAP -> Stream.of(shape.key(), shape.value());
      default -> Stream.of();
    };
  }

  /** What the message has to be in a contract; empty if that has no such message. */
  Optional<Shape> shape(Catalogue catalogue) {
    Optional<Operation> asOf = catalogue.operation(operation.name());
    return switch (direction) {
      case REQUEST -> asOf.map(Operation::request);
      case RESPONSE -> asOf.map(Operation::response);
      case ERROR ->
          asOf.stream()
              .flatMap(each -> each.errors().stream())
              .filter(each -> error.equals(Optional.of(each.name())))
              .map(ErrorShape::shape)
              .findFirst();
    };
  }

  /** The message with that payload. */
  Message message(String json, OptionalInt status) {
    return new Message(operation.name(), direction, error, status, Payload.of(json));
  }
}
