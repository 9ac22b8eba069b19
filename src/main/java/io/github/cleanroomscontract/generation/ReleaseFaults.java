package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.EnumValue;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.generation.GeneratedCase.Expected;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.sample.Place;
import io.github.cleanroomscontract.internal.sample.Sampler;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Payloads with something that came later than the day of the contract. */
final class ReleaseFaults {

  private final Message message;
  private final LocalDate day;
  private final Shape newest;
  private final Sampler sampler;
  private final Sampler later;

  ReleaseFaults(Message message, LocalDate day) {
    this.message = message;
    this.day = day;
    this.newest = newest(message);
    this.sampler = new Sampler(message.direction(), day).lenient();
    this.later = new Sampler(message.direction(), Catalogue.MODEL_DATE);
  }

  private static Shape newest(Message message) {
    Operation operation = Catalogue.current().operation(message.operation().name()).orElseThrow();
    return message.direction() == Direction.ERROR
        ? Catalogue.current().error(message.error().orElseThrow()).orElseThrow().shape()
        : new Message(operation, message.direction()).shape();
  }

  /** Returns the payloads of an operation that is not there yet, as of today. */
  static Stream<GeneratedCase> ofOperation(Operation operation, Direction direction) {
    Sampler sampler = new Sampler(direction, Catalogue.MODEL_DATE);
    Expected expected = new Expected(Rules.RELEASE_OPERATION.id(), Pointers.ROOT);
    String change = operation.name() + " exists since " + operation.since();
    return Message.all(operation, direction)
        .map(
            message -> {
              String payload = Trees.json(sampler.payload(message.shape(), false));
              return message.unread("before there was the operation", expected, change, payload);
            });
  }

  Stream<GeneratedCase> stream() {
    return day.isBefore(Catalogue.MODEL_DATE)
        ? Place.all(message.shape()).flatMap(this::at)
        : Stream.empty();
  }

  private Stream<GeneratedCase> at(Place place) {
    Shape now = Existence.find(newest, place.path()).orElseThrow();
    return switch (place.shape().kind()) {
      case STRUCTURE ->
          laterMembers(place.shape(), now)
              .map(member -> made(place, Rules.RELEASE_MEMBER, member.name(), more(place, member)));
      case UNION ->
          laterMembers(place.shape(), now)
              .map(
                  member ->
                      made(place, Rules.RELEASE_VARIANT, member.name(), instead(place, member)));
      case ENUM ->
          now.enumValues().stream()
              .map(EnumValue::value)
              .filter(value -> place.shape().laterValue(value).isPresent())
              .map(value -> made(place, Rules.RELEASE_ENUM_VALUE, value, value));
      default -> Stream.empty();
    };
  }

  private static Stream<Member> laterMembers(Shape then, Shape now) {
    return now.members().stream().filter(member -> then.laterMember(member.name()).isPresent());
  }

  private Object more(Place place, Member member) {
    Map<String, Object> members = Trees.copy(sampler.value(place.shape(), place.spot(), false));
    members.putAll(instead(place, member));
    return members;
  }

  private Map<String, Object> instead(Place place, Member member) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(
        member.name(),
        later.value(member.shape(), place.spot().member(place.shape(), member.name()), false));
    return members;
  }

  private GeneratedCase made(Place place, Rule rule, String what, Object value) {
    Object payload =
        sampler.payload(
            message.shape(),
            place.path(),
            false,
            (with, shape, spot) -> with.value(shape, spot, false));
    return message.invalid(
        place.name() + " with the later " + what,
        rule.id(),
        place,
        place.name() + ": with " + what + ", which came later",
        Trees.with(payload, place.path(), value),
        Unavoidable.besides(message, place, day));
  }
}
