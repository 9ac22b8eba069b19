package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.sample.ConflictException;
import io.github.cleanroomscontract.internal.sample.Decisions;
import io.github.cleanroomscontract.internal.sample.Place;
import io.github.cleanroomscontract.internal.sample.Sampler;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The payloads of a message that break one constraint of the published model, at one place. */
final class ModelFaults {

  private final Message message;
  private final Sampler sampler;
  private final Sampler simplest;

  /** Creates faults of payloads that a sampler makes. */
  ModelFaults(Message message, Sampler sampler) {
    this.message = message;
    this.sampler = sampler.breaking();
    this.simplest = this.sampler.deciding(Decisions.SIMPLEST);
  }

  /**
   * A fault by name, which is the same in all payloads that can have it.
   *
   * @param message the message
   * @param place where it is
   * @param rule the id of the rule that it breaks
   * @param label how
   */
  private record Named(Message message, Place place, String rule, String label) implements Way {

    @Override
    public Optional<GeneratedCase> made(Sampler sampler) {
      return new ModelFaults(message, sampler).at(this);
    }
  }

  /** Returns all faults. */
  Stream<Way> ways() {
    return Place.all(message.shape())
        .flatMap(
            place ->
                faults(place, payload(place)).stream()
                    .map(fault -> new Named(message, place, fault.rule(), fault.label())));
  }

  private Optional<GeneratedCase> at(Named named) {
    Optional<Object> payload = payload(named.place());
    return faults(named.place(), payload).stream()
        .filter(fault -> fault.label().equals(named.label()))
        .findFirst()
        .map(fault -> broken(named.place(), payload.orElseThrow(), fault));
  }

  Stream<GeneratedCase> stream() {
    return Place.all(message.shape())
        .flatMap(
            place -> {
              Optional<Object> payload = payload(place);
              return faults(place, payload).stream()
                  .map(fault -> broken(place, payload.orElseThrow(), fault));
            });
  }

  private List<Fault> faults(Place place, Optional<Object> payload) {
    return payload
        .map(whole -> Trees.get(whole, place.path()))
        .map(good -> Fault.all(place.shape(), place.spot(), sampler.lenient(), good))
        .orElse(List.of());
  }

  private GeneratedCase broken(Place place, Object payload, Fault fault) {
    Object before = Trees.get(payload, place.path());
    return message.invalid(
        place.name() + " " + fault.label(),
        fault.rule(),
        place,
        place.name() + ": from " + brief(before) + " to " + brief(fault.value()),
        whole(place, payload, fault),
        Unavoidable.besides(place, fault));
  }

  /**
   * Returns a new payload that has the place, and is valid unless a documented rule refuses all
   * that have it; empty if there is none.
   */
  private Optional<Object> payload(Place place) {
    Sampler.End end = (with, shape, spot) -> with.valueToBreak(shape, spot);
    return made(place, simplest, end).isPresent()
        ? made(place, sampler, end)
        : made(place, simplest.lenient(), end);
  }

  private Optional<Object> made(Place place, Sampler with, Sampler.End end) {
    try {
      return Optional.of(with.payload(message.shape(), place.path(), false, end));
    } catch (ConflictException e) {
      return Optional.empty();
    }
  }

  private Object whole(Place place, Object payload, Fault fault) {
    Shape.Kind kind = place.shape().kind();
    if (fault.rule().equals(Rules.SIZE.id())) {
      // What is beside it may be able to agree with that size.
      return made(place, sampler, (with, shape, spot) -> fault.value())
          .orElseGet(() -> Trees.with(payload, place.path(), fault.value()));
    }
    boolean gone = fault.rule().equals(Rules.TYPE.id()) && kind == Shape.Kind.LIST;
    // What is beside it agrees with no items.
    Sampler.End none = (with, shape, spot) -> with.ofSize(shape, spot, 0);
    Object around = gone ? made(place, sampler, none).orElse(payload) : payload;
    return Trees.with(around, place.path(), fault.value());
  }

  static String brief(Object value) {
    String json = Trees.json(value);
    return json.length() > 80 ? json.substring(0, json.offsetByCodePoints(0, 60)) + "…" : json;
  }
}
