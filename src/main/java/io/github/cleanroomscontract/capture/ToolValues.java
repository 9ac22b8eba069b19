package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.Locator;
import io.github.cleanroomscontract.internal.json.Locator.Span;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Finds the values of a payload that a tool wrote in its own way, by what they should be. */
final class ToolValues {

  /** What botocore makes of a variant of a union that it does not know. */
  private static final String UNKNOWN_VARIANT = "SDK_UNKNOWN_MEMBER";

  private ToolValues() {}

  /** Returns what a message should be; empty if that is not known, or an error. */
  static Optional<Shape> shape(Identity identity) {
    return identity
        .operation()
        .flatMap(Catalogue.current()::operation)
        .flatMap(
            operation ->
                identity
                    .direction()
                    .filter(direction -> direction != Direction.ERROR)
                    .map(
                        direction ->
                            direction == Direction.REQUEST
                                ? operation.request()
                                : operation.response()));
  }

  /** Tells of each time in a payload, and where it is. */
  static void times(Shape shape, JsonNode payload, BiConsumer<String, JsonNode> times) {
    walk(Pointers.ROOT, shape, payload, new LinkedHashMap<>(), times);
  }

  /** Writes the values of a payload anew that a tool wrote in its own way. */
  static void rewrite(
      Source source, String base, JsonNode payload, Identity identity, PayloadText text) {
    Optional<Shape> shape = shape(identity);
    if (shape.isEmpty()) {
      return;
    }
    Map<String, String> variants = new LinkedHashMap<>();
    Map<String, String> seconds = new LinkedHashMap<>();
    walk(
        base,
        shape.get(),
        payload,
        variants,
        (pointer, time) ->
            (time.isString() ? ToolTimes.seconds(time.asString()) : ToolTimes.seconds(time))
                .ifPresent(number -> seconds.put(pointer, number)));
    Locator locator = new Locator(source.document());
    variants.keySet().forEach(locator::want);
    seconds.keySet().forEach(locator::want);
    seconds.forEach((at, number) -> text.replace(locator.value(at).orElseThrow(), number));
    variants.forEach(
        (at, name) -> {
          Span key = locator.key(at).orElseThrow();
          text.replace(key, JsonNodeFactory.instance.stringNode(name).toString());
          text.replace(locator.value(at).orElseThrow(), "{}");
        });
  }

  private static void walk(
      String pointer,
      Shape shape,
      JsonNode value,
      Map<String, String> variants,
      BiConsumer<String, JsonNode> times) {
    switch (shape.kind()) {
      case TIMESTAMP -> times.accept(pointer, value);
      case STRUCTURE, UNION -> {
        JsonNode unknown = value.path(UNKNOWN_VARIANT).path("name");
        if (unknown.isString()) {
          variants.put(Pointers.append(pointer, UNKNOWN_VARIANT), unknown.asString());
        }
        value
            .properties()
            .forEach(
                each ->
                    shape
                        .member(each.getKey())
                        .ifPresent(
                            member ->
                                walk(
                                    Pointers.append(pointer, each.getKey()),
                                    member.shape(),
                                    each.getValue(),
                                    variants,
                                    times)));
      }
      case MAP ->
          value
              .properties()
              .forEach(
                  each ->
                      walk(
                          Pointers.append(pointer, each.getKey()),
                          shape.value(),
                          each.getValue(),
                          variants,
                          times));
      case LIST -> {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
          walk(Pointers.append(pointer, i), shape.item(), value.get(i), variants, times);
        }
      }
      default -> {
        // Tools write it as it travels.
      }
    }
  }
}
