package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.internal.sample.ConflictException;
import io.github.cleanroomscontract.internal.sample.Place;
import io.github.cleanroomscontract.internal.sample.Sampler;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The payloads of a message that break one constraint of the published model, at one place. */
final class ModelFaults {

  private final Message message;
  private final Sampler sampler;

  ModelFaults(Operation operation, Direction direction) {
    this.message = new Message(operation, direction);
    this.sampler = new Sampler(direction);
  }

  Stream<GeneratedCase> stream() {
    return Place.all(message.shape()).flatMap(place -> at(place).stream());
  }

  private List<GeneratedCase> at(Place place) {
    List<GeneratedCase> cases = new ArrayList<>();
    Object before;
    try {
      before = Trees.get(payload(place), place.path());
    } catch (ConflictException e) {
      return List.of();
    }
    for (Fault fault : Fault.all(place.shape(), place.member(), before)) {
      Object broken = Trees.set(payload(place), place.path(), fault.value());
      cases.add(
          message.invalid(
              place.name() + " " + fault.label(),
              fault.rule(),
              place,
              place.name() + ": from " + brief(before) + " to " + brief(fault.value()),
              broken,
              List.of()));
    }
    return cases;
  }

  /** Returns a new payload that is valid, and has the place. */
  private Object payload(Place place) {
    return sampler.payload(
        message.shape(),
        place.path(),
        false,
        (with, shape, serial) -> with.value(shape, place.member(), serial, false));
  }

  private static String brief(Object value) {
    String json = Trees.json(value);
    return json.length() > 80 ? json.substring(0, json.offsetByCodePoints(0, 60)) + "…" : json;
  }
}
