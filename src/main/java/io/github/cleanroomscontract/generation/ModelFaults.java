package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.finding.Rules;
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

  /** Creates faults of payloads that a sampler makes. */
  ModelFaults(Message message, Sampler sampler) {
    this.message = message;
    this.sampler = sampler.lenient();
  }

  Stream<GeneratedCase> stream() {
    return Place.all(message.shape()).flatMap(place -> at(place).stream());
  }

  private List<GeneratedCase> at(Place place) {
    List<GeneratedCase> cases = new ArrayList<>();
    Object payload;
    try {
      payload = payload(place);
    } catch (ConflictException e) {
      return List.of();
    }
    Object before = Trees.get(payload, place.path());
    for (Fault fault : Fault.all(place.shape(), place.spot(), sampler, before)) {
      Object broken = broken(place, payload, fault);
      cases.add(
          message.invalid(
              place.name() + " " + fault.label(),
              fault.rule(),
              place,
              place.name() + ": from " + brief(before) + " to " + brief(fault.value()),
              broken,
              Unavoidable.besides(place, fault)));
    }
    return cases;
  }

  /** Returns a new payload that is valid, and has the place. */
  private Object payload(Place place) {
    return sampler.payload(
        message.shape(),
        place.path(),
        false,
        (with, shape, spot) -> with.value(shape, spot, false));
  }

  private Object broken(Place place, Object payload, Fault fault) {
    if (fault.rule().equals(Rules.SIZE.id())) {
      try {
        return sampler.payload(
            message.shape(), place.path(), false, (with, shape, spot) -> fault.value());
      } catch (ConflictException e) {
        // Then what is beside it stays as it is.
      }
    }
    return Trees.with(payload, place.path(), fault.value());
  }

  static String brief(Object value) {
    String json = Trees.json(value);
    return json.length() > 80 ? json.substring(0, json.offsetByCodePoints(0, 60)) + "…" : json;
  }
}
