package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What {@code --generate-cli-skeleton} of the AWS CLI writes: every member, every variant of each
 * union, and values that only hold the place.
 */
final class Skeletons {

  /** What is smaller may as well be a payload with values forgotten. */
  private static final int LEAST = 3;

  private Skeletons() {}

  /** Returns whether a payload is a skeleton beyond doubt. */
  static boolean isSkeleton(Shape shape, JsonNode payload) {
    return places(shape, payload, "") && leaves(payload) >= LEAST;
  }

  private static int leaves(JsonNode node) {
    return node.isContainer()
        ? node.valueStream().mapToInt(Skeletons::leaves).sum()
        : node.isString() && node.asString().isEmpty() ? 1 : 0;
  }

  private static boolean places(Shape shape, JsonNode value, String name) {
    return switch (shape.kind()) {
      case STRUCTURE, UNION -> structure(shape, value);
      case LIST ->
          value.isArray()
              && value.size() <= 1
              && value.valueStream().allMatch(each -> places(shape.item(), each, ""));
      case MAP ->
          value.isObject()
              && value.propertyNames().stream()
                  .allMatch(key -> key.isEmpty() || key.equals("KeyName"))
              && value.valueStream().allMatch(each -> places(shape.value(), each, ""));
      case ENUM ->
          isText(value, name) || value.isString() && shape.enumTexts().contains(value.asString());
      case STRING -> isText(value, name);
      case INTEGER, NUMBER -> value.isNumber() && value.asDouble() == 0;
      case BOOLEAN -> value.isBoolean() && value.asBoolean();
      case TIMESTAMP -> value.isString() && value.asString().startsWith("1970-01-01T00:00:00");
      case DOCUMENT -> value.isEmpty();
    };
  }

  /** A skeleton of outputs has the names of members for their values. */
  private static boolean isText(JsonNode value, String name) {
    return value.isString() && (value.asString().isEmpty() || value.asString().equals(name));
  }

  /** A CLI of an earlier day knows fewer members, but most. */
  private static boolean structure(Shape shape, JsonNode value) {
    List<Member> members = shape.members();
    return value.isObject()
        && value.size() * 2 >= members.size()
        && value.properties().stream()
            .allMatch(
                each ->
                    shape
                        .member(each.getKey())
                        .map(member -> places(member.shape(), each.getValue(), each.getKey()))
                        .orElse(false));
  }
}
