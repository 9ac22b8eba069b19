package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.validation.Trial.Failure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Keywords about the members of an object, which take any other value. */
final class ObjectKeywords {

  private ObjectKeywords() {}

  /** Members have schemas of their own. */
  static Keyword properties(Map<String, Keyword> schemas) {
    String[] names = schemas.keySet().toArray(String[]::new);
    Keyword[] keywords = schemas.values().toArray(Keyword[]::new);
    return (value, trial) -> {
      boolean holds = true;
      for (int i = 0; i < names.length && (holds || !trial.silent()); i++) {
        JsonNode member = value.get(names[i]);
        holds &= member == null || trial.member(names[i], keywords[i], member);
      }
      return holds;
    };
  }

  /** Says of a member that the schema does not name whether it is as asked. */
  @FunctionalInterface
  interface Stranger {
    boolean holds(String name, JsonNode value, Trial trial);
  }

  /** What a schema asks of a member that it names. */
  private record Named(Keyword keyword, boolean required) {}

  /**
   * Members have schemas of their own, some have to be there, and there is something to say of
   * others.
   */
  static Keyword members(
      Map<String, Keyword> schemas, List<String> names, Failure missing, Stranger stranger) {
    Map<String, Named> named = new HashMap<>();
    schemas.forEach((name, schema) -> named.put(name, new Named(schema, names.contains(name))));
    // Those that are required and have no schema are not met on the way.
    int met = (int) names.stream().filter(named::containsKey).count();
    boolean allMet = met == names.size();
    Keyword required = required(names, missing);
    return (value, trial) -> {
      if (!value.isObject()) {
        return true;
      }
      boolean holds = true;
      int there = 0;
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        String name = member.getKey();
        Named known = named.get(name);
        if (known == null) {
          holds &= stranger.holds(name, member.getValue(), trial);
        } else {
          there += known.required ? 1 : 0;
          holds &= trial.member(name, known.keyword, member.getValue());
        }
        if (!holds && trial.silent()) {
          return false;
        }
      }
      return (allMet && there == met || required.holds(value, trial)) && holds;
    };
  }

  /** No other members may be there. */
  static Stranger closed(Failure failure) {
    return (name, value, trial) -> trial.fails(failure, name);
  }

  /** Other members have one schema. */
  static Stranger others(Keyword schema) {
    return (name, value, trial) -> trial.member(name, schema, value);
  }

  /** Members have to be there. */
  static Keyword required(List<String> names, Failure failure) {
    String[] required = names.toArray(String[]::new);
    return (value, trial) -> {
      if (!value.isObject()) {
        return true;
      }
      boolean holds = true;
      for (String name : required) {
        holds &= value.get(name) != null || trial.fails(failure, name);
      }
      return holds;
    };
  }

  /** Keys have a schema. */
  static Keyword propertyNames(Keyword schema, Failure failure) {
    return (value, trial) -> {
      boolean holds = true;
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        holds &=
            trial.silently(schema, StringNode.valueOf(member.getKey()))
                || trial.fails(failure, member.getKey());
      }
      return holds;
    };
  }

  /** How many members there are has to be right. */
  static Keyword size(IntPredicate right, Failure failure) {
    return (value, trial) -> !value.isObject() || right.test(value.size()) || trial.fails(failure);
  }

  /** Some members do not come without others; told is who misses one. */
  static Keyword dependentRequired(Map<String, List<String>> companions, Failure failure) {
    return (value, trial) -> {
      boolean holds = true;
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        for (String name : companions.getOrDefault(member.getKey(), List.of())) {
          holds &= value.has(name) || trial.fails(failure, member.getKey());
        }
      }
      return holds;
    };
  }
}
