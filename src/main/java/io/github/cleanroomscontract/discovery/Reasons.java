package io.github.cleanroomscontract.discovery;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.replay.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why operations were not called after a walk. */
final class Reasons {

  private final Atlas atlas;
  private final Session session;
  private final Caller caller;
  private final List<Place> met;

  Reasons(Atlas atlas, Session session, Caller caller, List<Place> met) {
    this.atlas = atlas;
    this.session = session;
    this.caller = caller;
    this.met = List.copyOf(met);
  }

  String why(Operation operation) {
    Optional<Opener> missing = missing(operation);
    if (session.isPlanned()) {
      return "is called once "
          + missing.map(Opener::noun).orElse("ARNs of resources")
          + " are known";
    }
    if (!session.goesOn()) {
      return "the run was at its end before";
    }
    return missing.map(this::none).orElse("no resource was met that could have tags");
  }

  /** Returns the outermost of what an operation needs that was not met. */
  private Optional<Opener> missing(Operation operation) {
    List<String> level = needed(operation);
    for (int i = 1; i <= level.size(); i++) {
      List<String> outer = level.subList(0, i);
      if (at(outer).isEmpty()) {
        return atlas.opener(outer);
      }
    }
    return atlas.opener(level);
  }

  private List<String> needed(Operation operation) {
    return Atlas.more(operation).stream()
        .map(Member::shape)
        .filter(shape -> shape.kind() == Shape.Kind.LIST)
        .flatMap(shape -> atlas.named(Atlas.level(operation), shape.item()).stream())
        .findFirst()
        .orElse(Atlas.level(operation));
  }

  private String none(Opener missing) {
    for (Opener around : around(missing)) {
      List<Place> places = at(around.level());
      if (!places.isEmpty() && places.stream().noneMatch(Place::active)) {
        return "none of the " + around.noun() + " looked into is active";
      }
    }
    Optional<Operation> list = missing.list();
    if (list.isPresent() && caller.told(list.get()).isEmpty()) {
      return list.get() + " did not succeed";
    }
    if (list.flatMap(caller::told).orElse(0) > 0) {
      return "the "
          + missing.noun()
          + " that are listed tell no "
          + missing.source()
          + " to ask for";
    }
    return "there are no "
        + missing.noun()
        + atlas
            .opener(missing.outer())
            .map(outer -> " in the " + outer.noun() + " looked into")
            .orElse("");
  }

  private List<Opener> around(Opener missing) {
    return Stream.concat(Stream.of(missing), atlas.opener(missing.outer()).stream()).toList();
  }

  private List<Place> at(List<String> level) {
    return met.stream().filter(place -> place.level().equals(level)).toList();
  }
}
