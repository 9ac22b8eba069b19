package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.EnumValue;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.sample.ConflictException;
import io.github.cleanroomscontract.internal.sample.Place;
import io.github.cleanroomscontract.internal.sample.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The valid payloads of a message: everything that can be there, and every bound that holds. */
final class ValidCases {

  private final Message message;
  private final Sampler sampler;

  ValidCases(Message message, Sampler sampler) {
    this.message = message;
    this.sampler = sampler;
  }

  Stream<GeneratedCase> stream() {
    Shape shape = message.shape();
    return Stream.concat(
        Stream.of(
            message.valid("minimal", "only what is required", sampler.payload(shape, false)),
            message.valid("maximal", "all that fits together", sampler.payload(shape, true))),
        Place.all(shape).flatMap(place -> at(place).stream()));
  }

  private List<GeneratedCase> at(Place place) {
    List<GeneratedCase> cases = new ArrayList<>();
    String name = place.name();
    Shape shape = place.shape();
    if (place.optional()) {
      add(cases, place, "with " + name, (with, of, spot) -> with.value(of, spot, true));
    }
    switch (shape.kind()) {
      case ENUM ->
          shape.enumValues().stream()
              .map(EnumValue::value)
              .forEach(value -> add(cases, place, name + " " + value, value));
      case BOOLEAN -> {
        add(cases, place, name + " true", true);
        add(cases, place, name + " false", false);
      }
      case STRING ->
          lengths(place)
              .forEach(
                  length ->
                      add(
                          cases,
                          place,
                          name + " of " + length + (length == 1 ? " character" : " characters"),
                          Sampler.ofLength(shape, place.spot(), length)));
      case INTEGER ->
          numbers(shape).forEach(number -> add(cases, place, name + " " + number, number));
      case NUMBER ->
          doubles(shape).forEach(number -> add(cases, place, name + " " + number, number));
      case LIST, MAP ->
          sizes(shape)
              .forEach(
                  size ->
                      add(
                          cases,
                          place,
                          name + " of size " + size,
                          (with, of, spot) -> with.ofSize(of, spot, size)));
      default -> {
        // What is below has places of its own.
      }
    }
    return cases;
  }

  private void add(List<GeneratedCase> cases, Place place, String name, Object value) {
    add(cases, place, name, (with, of, spot) -> value);
  }

  /** Adds a case, unless a documented rule refuses all payloads that have this. */
  private void add(List<GeneratedCase> cases, Place place, String name, Sampler.End end) {
    try {
      Object payload = sampler.payload(message.shape(), place.path(), false, end);
      cases.add(message.valid(name, name, payload));
    } catch (ConflictException e) {
      // Then it is no valid case; what it would break has mutants of its own.
    }
  }

  private static Set<Integer> lengths(Place place) {
    Shape shape = place.shape();
    Set<Integer> lengths = new TreeSet<>();
    shape.minLength().ifPresent(min -> lengths.addAll(List.of((int) min, (int) min + 1)));
    shape.maxLength().ifPresent(max -> lengths.addAll(List.of((int) max - 1, (int) max)));
    lengths.removeIf(
        length ->
            !Sampler.takes(shape, place.spot(), length)
                || length < shape.minLength().orElse(0)
                || length > shape.maxLength().orElse(Long.MAX_VALUE));
    return lengths;
  }

  private static Set<Integer> sizes(Shape shape) {
    int min = (int) shape.minSize().orElse(0);
    Set<Integer> sizes = new TreeSet<>(List.of(min, min + 1, min + 2));
    shape.maxSize().ifPresent(max -> sizes.addAll(List.of((int) max - 1, (int) max)));
    sizes.removeIf(size -> size < min || size > shape.maxSize().orElse(Long.MAX_VALUE));
    return sizes;
  }

  private static Set<Long> numbers(Shape shape) {
    Set<Long> numbers = new TreeSet<>();
    shape.minimum().ifPresent(min -> numbers.addAll(List.of((long) min, (long) min + 1)));
    shape.maximum().ifPresent(max -> numbers.addAll(List.of((long) max - 1, (long) max)));
    numbers.removeIf(
        number ->
            number < shape.minimum().orElse(Long.MIN_VALUE)
                || number > shape.maximum().orElse(Long.MAX_VALUE));
    return numbers;
  }

  private static List<Object> doubles(Shape shape) {
    List<Object> numbers = new ArrayList<>();
    shape.minimum().ifPresent(numbers::add);
    shape.maximum().ifPresent(numbers::add);
    return numbers.isEmpty() ? List.of(0.25, "NaN", "Infinity", "-Infinity") : numbers;
  }
}
