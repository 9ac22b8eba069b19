package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.Way;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What is to be checked at values of a shape and below them. Immutable. */
final class Plan {

  static final Plan NOTHING = new Plan(Map.of(), Map.of(), null, null);

  private final Map<Direction, List<Check>> checks;

  /** What is below members, of those where there is something. */
  private final Map<String, Plan> members;

  /** What is below each item of a list; null if nothing. */
  private final Plan items;

  /** What is below each value of a map; null if nothing. */
  private final Plan values;

  private Plan(
      Map<Direction, List<Check>> checks, Map<String, Plan> members, Plan items, Plan values) {
    this.checks = checks;
    this.members = members;
    this.items = items;
    this.values = values;
  }

  /**
   * Returns the plan of a shape.
   *
   * @param checks those that are made at its values
   * @param plans knows the plans of the shapes below
   */
  static Plan of(Shape shape, List<Check> checks, Function<Shape, Plan> plans) {
    Map<String, Plan> members = new HashMap<>();
    Plan items = null;
    Plan values = null;
    switch (shape.kind()) {
      case STRUCTURE, UNION -> {
        for (Member member : shape.members()) {
          Plan plan = some(plans.apply(member.shape()));
          if (plan != null) {
            members.put(member.name(), plan);
          }
        }
      }
      case LIST -> items = some(plans.apply(shape.item()));
      case MAP -> values = some(plans.apply(shape.value()));
      default -> {
        // Nothing below.
      }
    }
    boolean nothing = checks.isEmpty() && members.isEmpty() && items == null && values == null;
    return nothing ? NOTHING : new Plan(byDirection(checks), members, items, values);
  }

  private static Plan some(Plan plan) {
    return plan == NOTHING ? null : plan;
  }

  private static Map<Direction, List<Check>> byDirection(List<Check> checks) {
    Map<Direction, List<Check>> byDirection = new EnumMap<>(Direction.class);
    for (Direction direction : Direction.values()) {
      byDirection.put(
          direction,
          checks.stream()
              .filter(check -> check.direction().orElse(direction) == direction)
              .toList());
    }
    return byDirection;
  }

  /** Takes a check that is to be made at a value. */
  @FunctionalInterface
  interface Visitor {
    void visit(Check check, Way way, JsonNode value);
  }

  /** Goes through a payload, and hands on each check with the value that it is to be made at. */
  void walk(Direction direction, JsonNode payload, Visitor visitor) {
    walk(direction, Way.TOP, payload, visitor);
  }

  private void walk(Direction direction, Way way, JsonNode value, Visitor visitor) {
    for (Check check : checks.getOrDefault(direction, List.of())) {
      visitor.visit(check, way, value);
    }
    if (!members.isEmpty()) {
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        Plan member = members.get(entry.getKey());
        if (member != null) {
          member.walk(direction, way.to(entry.getKey()), entry.getValue(), visitor);
        }
      }
    }
    if (items != null && value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        items.walk(direction, way.to(i), value.get(i), visitor);
      }
    }
    if (values != null) {
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        values.walk(direction, way.to(entry.getKey()), entry.getValue(), visitor);
      }
    }
  }
}
