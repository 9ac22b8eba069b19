package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Values of a shape in all combinations of what a rule speaks of: its members there or not, its
 * texts and numbers met or just missed.
 */
final class RuleValues {

  /** Combinations beyond are thinned out. */
  private static final int MOST = 600;

  private final Set<String> members = new LinkedHashSet<>();
  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<Long> numbers = new LinkedHashSet<>();

  private RuleValues(JsonNode rule) {
    read(rule);
  }

  static List<Object> of(Shape shape, JsonNode rule) {
    return new RuleValues(rule).values(shape);
  }

  private void read(JsonNode rule) {
    members.addAll(rule.path("properties").propertyNames());
    if (rule.isString()) {
      texts.add(rule.asString());
      members.add(rule.asString());
    } else if (rule.isIntegralNumber()) {
      numbers.addAll(List.of(rule.asLong() - 1, rule.asLong(), rule.asLong() + 1));
    }
    rule.forEach(this::read);
  }

  private List<Object> values(Shape shape) {
    return thinned(
        switch (shape.kind()) {
          case STRUCTURE -> structures(shape);
          case UNION -> variants(shape);
          case LIST -> lists(shape);
          case MAP -> maps(shape);
          case ENUM -> new ArrayList<>(shape.enumTexts());
          case BOOLEAN -> List.of(true, false);
          case STRING -> strings(shape);
          case INTEGER, NUMBER, TIMESTAMP -> with(numbers, Specimen.minimal(shape));
          default -> List.of(Specimen.minimal(shape));
        });
  }

  private static List<Object> with(Collection<?> values, Object other) {
    List<Object> all = new ArrayList<>(values);
    all.add(other);
    return all;
  }

  /** The numbers as lengths and sizes. */
  private List<Integer> sizes() {
    return numbers.stream().map(number -> Math.toIntExact(Math.max(0, number))).toList();
  }

  private List<Object> strings(Shape shape) {
    List<Object> strings = with(texts, Specimen.minimal(shape));
    for (int length : sizes()) {
      strings.add(Sample.of(shape).ofLength(length));
    }
    return strings;
  }

  private List<Object> structures(Shape shape) {
    List<Map<String, Object>> found = List.of(Specimen.structure(shape, false));
    for (Member member : shape.members()) {
      if (members.contains(member.name())) {
        found = combined(found, member);
      }
    }
    return with(found, Specimen.full(shape));
  }

  private List<Map<String, Object>> combined(List<Map<String, Object>> others, Member member) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (Map<String, Object> other : others) {
      found.add(Specimen.without(other, member.name()));
      for (Object value : values(member.shape())) {
        found.add(Specimen.with(other, member.name(), value));
      }
    }
    return thinned(found);
  }

  /** Each variant, none, and each beside the first. */
  private List<Object> variants(Shape shape) {
    List<Object> found = new ArrayList<>();
    found.add(Map.of());
    Map<String, Object> first = Specimen.variant(shape.members().get(0), false);
    for (Member variant : shape.members()) {
      found.add(Specimen.with(first, variant.name(), Specimen.minimal(variant.shape())));
      for (Object value : values(variant.shape())) {
        found.add(Map.of(variant.name(), value));
      }
    }
    return found;
  }

  private List<Object> lists(Shape shape) {
    List<Object> items = values(shape.item());
    List<Object> found = new ArrayList<>();
    found.add(List.of());
    for (Object item : items) {
      found.add(List.of(item));
      for (Object other : items) {
        found.add(List.of(item, other));
      }
    }
    for (int size : sizes()) {
      found.add(Specimen.list(shape, size));
    }
    return found;
  }

  private List<Object> maps(Shape shape) {
    List<Object> found = new ArrayList<>();
    for (Object value : values(shape.value())) {
      found.add(Map.of(Sample.of(shape.key()).shortest(shape.key()), value));
    }
    for (int size : sizes()) {
      found.add(Specimen.map(shape, size));
    }
    return found;
  }

  private static <T> List<T> thinned(List<T> values) {
    int step = 1 + values.size() / MOST;
    List<T> kept = new ArrayList<>();
    for (int i = 0; i < values.size(); i += step) {
      kept.add(values.get(i));
    }
    return kept;
  }
}
