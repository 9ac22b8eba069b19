package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.sample.ConflictException;
import io.github.cleanroomscontract.internal.sample.Demands;
import io.github.cleanroomscontract.internal.sample.Sampler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes structures of what is known, and makes up what nothing tells. Thread-safe. */
final class Answers {

  /** Whose account the made-up world is of, and where it is. */
  private static final String MADE_UP_ACCOUNT = "111122223333";

  private static final String MADE_UP_REGION = ":us-east-1:";

  private final Settings settings;
  private final Sampler sampler;

  Answers(Settings settings) {
    this.settings = settings;
    this.sampler = new Sampler(Direction.RESPONSE, settings.catalogue().day()).lenient();
  }

  /**
   * Returns how a resource looks as a shape. What has to be made up is known of it from then on.
   */
  Map<String, Object> view(Resource resource, Shape shape) {
    return view(resource.members(), shape);
  }

  /** Returns how something looks as a shape, which learns what has to be made up. */
  Map<String, Object> view(Map<String, Object> known, Shape shape) {
    boolean whole =
        shape.members().stream()
            .noneMatch(member -> member.required() && !known.containsKey(member.name()));
    if (!whole) {
      learn(known, shape);
    }
    return members(shape, known);
  }

  /** Makes up what a shape must have beside what is known, and some more that is demanded. */
  void learn(Map<String, Object> known, Shape shape, String... demanded) {
    Map<String, Object> given = members(shape, known);
    Map<String, Object> made;
    try {
      made = sampler.demanding(fitting(shape, demanded)).around(shape, given);
    } catch (ConflictException e) {
      // What was demanded does not go with what is known.
      made = sampler.around(shape, given);
    }
    made.forEach((name, value) -> known.computeIfAbsent(name, each -> settled(value)));
  }

  private static Demands fitting(Shape shape, String... demanded) {
    Demands demands = Demands.NONE;
    for (String pointer : demanded) {
      Demands one = demands.with(pointer);
      demands = one.fit(shape) ? one : demands;
    }
    return demands;
  }

  /** The made-up world is the caller's. */
  private Object settled(Object value) {
    if (value instanceof Map<?, ?> members) {
      Map<String, Object> copy = new LinkedHashMap<>();
      members.forEach((name, member) -> copy.put((String) name, settled(member)));
      return copy;
    }
    if (value instanceof List<?> items) {
      List<Object> copy = new ArrayList<>();
      items.forEach(item -> copy.add(settled(item)));
      return copy;
    }
    return value instanceof String text
        ? text.replace(MADE_UP_ACCOUNT, settings.account())
            .replace(MADE_UP_REGION, ":" + settings.region() + ":")
        : value;
  }

  /** Returns a copy of a structure with no more than a shape has. */
  static Map<String, Object> members(Shape shape, Map<String, Object> known) {
    Map<String, Object> some = new LinkedHashMap<>();
    for (Member member : shape.members()) {
      Object value = known.get(member.name());
      if (value != null) {
        some.put(member.name(), copy(member.shape(), value));
      }
    }
    return some;
  }

  /** Returns a copy of a value with no more than a shape has. */
  @SuppressWarnings("unchecked")
  static Object copy(Shape shape, Object value) {
    return switch (shape.kind()) {
      case STRUCTURE, UNION ->
          value instanceof Map<?, ?> map ? members(shape, (Map<String, Object>) map) : value;
      case LIST -> {
        List<Object> items = new ArrayList<>();
        Shape item = shape.item();
        Predicate<Object> known = known(item);
        for (Object each : (List<?>) value) {
          if (known.test(each)) {
            items.add(copy(item, each));
          }
        }
        yield items;
      }
      case MAP -> {
        Map<String, Object> entries = new LinkedHashMap<>();
        ((Map<String, Object>) value)
            .forEach((name, entry) -> entries.put(name, copy(shape.value(), entry)));
        yield entries;
      }
      default -> value;
    };
  }

  /** Of an earlier day a list has no values that came later. */
  private static Predicate<Object> known(Shape item) {
    return item.kind() == Shape.Kind.ENUM ? item.enumTexts()::contains : each -> true;
  }

  /** Returns the shape of a member. */
  static Shape below(Shape shape, String member) {
    return shape.member(member).map(Member::shape).orElseThrow();
  }

  /** Returns the one structure that an output is about, if there is one. */
  static Optional<Member> subject(Shape output) {
    return output.members().stream()
        .filter(member -> member.shape().kind() == Shape.Kind.STRUCTURE)
        .findFirst();
  }

  /** Returns the list of an output that has pages. */
  static Member entries(Shape output) {
    return output.members().stream()
        .filter(member -> member.shape().kind() == Shape.Kind.LIST)
        .findFirst()
        .orElseThrow();
  }
}
