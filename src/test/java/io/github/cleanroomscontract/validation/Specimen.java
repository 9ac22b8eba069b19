package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Valid values of any shape, as plain maps, lists, strings, numbers and booleans. */
final class Specimen {

  private Specimen() {}

  /** A value with nothing that could be left out. */
  static Object minimal(Shape shape) {
    return of(shape, false);
  }

  /** A value with every member at every depth; of unions, the first variant. */
  static Object full(Shape shape) {
    return of(shape, true);
  }

  private static Object of(Shape shape, boolean full) {
    int least = full ? 1 : 0;
    return switch (shape.kind()) {
      case STRUCTURE -> structure(shape, full);
      case UNION -> variant(shape.members().get(0), full);
      case LIST -> list(shape, Math.max(least, (int) shape.minSize().orElse(0)), full);
      case MAP -> map(shape, Math.max(least, (int) shape.minSize().orElse(0)), full);
      case STRING -> Sample.of(shape).shortest(shape);
      case ENUM -> shape.enumValues().get(0).value();
      case INTEGER -> (long) shape.minimum().orElse(0);
      case NUMBER -> shape.minimum().orElse(0);
      case TIMESTAMP -> 1_790_000_000.25;
      case BOOLEAN -> full;
      case DOCUMENT -> Map.of();
    };
  }

  static Map<String, Object> structure(Shape shape, boolean full) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Member member : shape.members()) {
      if (full || member.required()) {
        members.put(member.name(), of(member.shape(), full));
      }
    }
    return members;
  }

  static Map<String, Object> variant(Member variant, boolean full) {
    return with(Map.of(), variant.name(), of(variant.shape(), full));
  }

  static List<Object> list(Shape shape, int size) {
    return list(shape, size, false);
  }

  static Map<String, Object> map(Shape shape, int size) {
    return map(shape, size, false);
  }

  private static List<Object> list(Shape shape, int size, boolean full) {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(of(shape.item(), full));
    }
    return items;
  }

  private static Map<String, Object> map(Shape shape, int size, boolean full) {
    Sample keys = Sample.of(shape.key());
    Map<String, Object> entries = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      entries.put(keys.numbered(shape.key(), i), of(shape.value(), full));
    }
    return entries;
  }

  /** A copy with another member, or with another value of a member. */
  static Map<String, Object> with(Map<String, Object> members, String name, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(members);
    copy.put(name, value);
    return copy;
  }

  /** A copy without a member. */
  static Map<String, Object> without(Map<String, Object> members, String name) {
    Map<String, Object> copy = new LinkedHashMap<>(members);
    copy.remove(name);
    return copy;
  }
}
