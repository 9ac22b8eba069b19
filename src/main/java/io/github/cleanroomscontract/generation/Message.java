package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.sample.Place;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.List;
import java.util.Optional;

/** One direction of an operation, and how its cases are put together. */
record Message(Operation operation, Direction direction) {

  Shape shape() {
    return direction == Direction.REQUEST ? operation.request() : operation.response();
  }

  GeneratedCase valid(String name, String change, Object payload) {
    return new GeneratedCase(
        operation.name(),
        direction,
        name,
        Optional.empty(),
        Optional.empty(),
        change,
        Trees.json(payload),
        List.of(),
        Circumstances.NONE,
        Optional.empty());
  }

  GeneratedCase invalid(
      String name, String rule, Place place, String change, Object payload, List<String> besides) {
    return new GeneratedCase(
        operation.name(),
        direction,
        name,
        Optional.of(rule),
        Optional.of(place.pointer()),
        change,
        Trees.json(payload),
        besides,
        Circumstances.NONE,
        Optional.empty());
  }
}
