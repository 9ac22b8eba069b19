package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether what is spoken of exists already on the day of a shape. */
final class Existence {

  private Existence() {}

  /** Returns what has to stand at a place, if there is such a place. */
  static Optional<Shape> find(Shape shape, List<String> path) {
    Optional<Shape> at = Optional.of(shape);
    for (String segment : path) {
      at = at.flatMap(each -> below(each, segment));
    }
    return at;
  }

  private static Optional<Shape> below(Shape shape, String segment) {
    return switch (shape.kind()) {
      case STRUCTURE, UNION -> shape.member(segment).map(Member::shape);
      case LIST -> Optional.of(shape.item());
      case MAP -> Optional.of(shape.value());
      default -> Optional.empty();
    };
  }

  /** Returns whether nothing in a payload came later. */
  static boolean of(Shape shape, Object payload) {
    if (payload instanceof Map<?, ?> members) {
      return members.entrySet().stream()
          .allMatch(
              entry ->
                  below(shape, (String) entry.getKey())
                      .map(inner -> of(inner, entry.getValue()))
                      .orElse(shape.laterMember((String) entry.getKey()).isEmpty()));
    }
    if (payload instanceof List<?> items && shape.kind() == Shape.Kind.LIST) {
      return items.stream().allMatch(item -> of(shape.item(), item));
    }
    return !(payload instanceof String text)
        || shape.kind() != Shape.Kind.ENUM
        || shape.laterValue(text).isEmpty();
  }
}
