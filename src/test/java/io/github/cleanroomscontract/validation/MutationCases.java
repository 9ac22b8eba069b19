package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.LaterShape;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Generated cases on an operation or a shape, as of a day: every variation of the shape, and of
 * what stands directly below it, at one place of one message. Not thread-safe.
 */
final class MutationCases {

  private static final Map<String, List<Use>> USES = Use.byShape();
  private static final Map<String, Shape> SHAPES = new HashMap<>();

  static {
    USES.values().stream()
        .flatMap(List::stream)
        .distinct()
        .forEach(use -> SHAPES.putAll(Use.shapes(use.shape(Catalogue.current()).orElseThrow())));
  }

  private final ContractValidator unchanged;
  private final Map<String, List<Case>> cases = new HashMap<>();
  private final Map<String, PayloadPlace> places = new LinkedHashMap<>();
  private final List<Spot> spots = new ArrayList<>();

  private record Spot(Use use, PayloadPlace place) {}

  MutationCases(String holder, LocalDate day) {
    this.unchanged = ContractValidator.builder().asOf(day).build();
    Catalogue.current()
        .operation(holder)
        .ifPresentOrElse(operation -> cases.put("", facts(operation)), () -> find(holder));
  }

  /** The operations that have to do with a shape, or the one of that name. */
  static Stream<Operation> operations(String holder) {
    return Catalogue.current()
        .operation(holder)
        .map(Stream::of)
        .orElseGet(() -> USES.getOrDefault(holder, List.of()).stream().map(Use::operation))
        .distinct();
  }

  /** Whether some case comes out otherwise by another contract; those on a member come first. */
  boolean tellApart(ContractValidator other, String member, boolean printed) {
    return Stream.concat(Stream.of(member, ""), places.keySet().stream())
        .flatMap(key -> cases.computeIfAbsent(key, this::generate).stream())
        .anyMatch(each -> each.tellsApart(unchanged, other, printed));
  }

  /** Whether some combination of what a rule speaks of comes out otherwise. */
  boolean tellRuleApart(ContractValidator other, String pointer, JsonNode rule) {
    return cases.computeIfAbsent(pointer, key -> onRule(rule)).stream()
        .anyMatch(each -> each.tellsApart(unchanged, other, false));
  }

  private List<Case> onRule(JsonNode rule) {
    List<Case> found = new ArrayList<>();
    for (Spot spot : spots) {
      for (Object value : RuleValues.of(spot.place().shape(), rule)) {
        found.add(new Case(spot.use().message(spot.place().json(value), OptionalInt.empty())));
      }
    }
    return found;
  }

  /** What an operation is, beside its request and its response. */
  private static List<Case> facts(Operation operation) {
    String name = operation.name();
    List<Case> facts = new ArrayList<>();
    facts.add(
        new Case(
            (validator, printed) ->
                validator.catalogue().operation(name).map(Operation::http).toString()));
    for (int status : List.of(200, 204)) {
      facts.add(
          new Case(message(name, Direction.RESPONSE, Optional.empty(), OptionalInt.of(status))));
    }
    for (ErrorShape error : Catalogue.current().errors()) {
      facts.add(
          new Case(message(name, Direction.ERROR, Optional.of(error.name()), OptionalInt.empty())));
    }
    return facts;
  }

  private static Message message(
      String operation, Direction direction, Optional<String> error, OptionalInt status) {
    return new Message(operation, direction, error, status, Payload.of("{}"));
  }

  /** Finds a place of the shape in each direction, and those directly below the first. */
  private void find(String shape) {
    for (Use candidate : USES.getOrDefault(shape, List.of())) {
      if (spots.stream().anyMatch(spot -> spot.use().direction() == candidate.direction())) {
        continue;
      }
      List<PayloadPlace> all =
          candidate.shape(unchanged.catalogue()).map(PayloadPlace::all).orElse(List.of());
      Optional<PayloadPlace> found =
          all.stream()
              .filter(place -> isOf(place, shape))
              .min(Comparator.comparingInt(place -> place.pointer().length()));
      if (found.isPresent() && spots.isEmpty()) {
        places.put("", found.get());
        all.stream()
            .filter(place -> parent(place).equals(found.get().pointer()))
            .forEach(place -> places.put(member(place), place));
      }
      found.ifPresent(place -> spots.add(new Spot(candidate, place)));
    }
  }

  /** Keys have no place of their own; they are tried with their map. */
  private static boolean isOf(PayloadPlace place, String shape) {
    return place.shape().name().equals(shape)
        || place.shape().kind() == Shape.Kind.MAP && place.shape().key().name().equals(shape);
  }

  private static String parent(PayloadPlace place) {
    String pointer = place.pointer();
    return pointer.isEmpty() ? "none" : pointer.substring(0, pointer.lastIndexOf('/'));
  }

  private static String member(PayloadPlace place) {
    return place.pointer().substring(place.pointer().lastIndexOf('/') + 1);
  }

  private List<Case> generate(String member) {
    PayloadPlace place = places.get(member);
    if (place == null) {
      return List.of();
    }
    Use use = spots.get(0).use();
    List<Case> found =
        shapes(place.shape())
            // Variations are for patterns that say how long, as all do by now.
            .filter(shape -> shape.pattern().isEmpty() || shape.maxLength().isPresent())
            .flatMap(MutationCases::values)
            .map(place::json)
            // What is short is quick.
            .sorted(Comparator.comparingInt(String::length))
            .map(json -> new Case(use.message(json, OptionalInt.empty())))
            .collect(Collectors.toCollection(ArrayList::new));
    use.error()
        .flatMap(unchanged.catalogue()::error)
        .map(error -> use.message("{}", OptionalInt.of(error.status())))
        .ifPresent(message -> found.add(new Case(message)));
    found.add(new Case((contract, printed) -> described(use, contract, place.shape().name())));
    return found;
  }

  /** What of a shape no payload tells: that it is there by its name, and what holds by default. */
  private static String described(Use use, ContractValidator contract, String shape) {
    Shape root = use.shape(contract.catalogue()).orElseThrow();
    return Optional.ofNullable(Use.shapes(root).get(shape))
        .map(found -> found.members().stream().map(Member::byDefault).toList())
        .toString();
  }

  private static Stream<Object> values(Shape shape) {
    Stream<Object> values = Variation.all(shape).stream().map(Variation::value);
    // Where rules may forbid that items are alike, this is no variation; it still tells the bound.
    return shape.kind() == Shape.Kind.LIST && !shape.rules().isEmpty()
        ? Stream.concat(values, longest(shape))
        : values;
  }

  private static Stream<Object> longest(Shape list) {
    return list.maxSize().stream().mapToObj(size -> Specimen.list(list, (int) size));
  }

  /** A shape as of the day, and all that has become of it. */
  private static Stream<Shape> shapes(Shape asOf) {
    return Stream.of(
            Stream.of(asOf),
            asOf.later().stream().map(LaterShape::shape),
            Stream.ofNullable(SHAPES.get(asOf.name())))
        .flatMap(each -> each)
        .distinct();
  }

  /** A question to a contract. */
  @FunctionalInterface
  private interface Question {
    String ask(ContractValidator contract, boolean printed);
  }

  private static final class Case {

    private final Question question;
    private String answer;

    Case(Question question) {
      this.question = question;
    }

    Case(Message message) {
      this((contract, printed) -> Verdict.of(contract.validate(message), printed));
    }

    boolean tellsApart(ContractValidator unchanged, ContractValidator other, boolean printed) {
      return !expected(unchanged, printed)
          .equals(Verdict.attempt(() -> question.ask(other, printed)));
    }

    private String expected(ContractValidator unchanged, boolean printed) {
      if (printed) {
        return question.ask(unchanged, true);
      }
      if (answer == null) {
        answer = question.ask(unchanged, false);
      }
      return answer;
    }
  }
}
