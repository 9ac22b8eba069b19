package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.validation.Trial.Failure;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** No other members may be there. */
  static Keyword closed(Set<String> known, Failure failure) {
    return (value, trial) -> {
      if (!value.isObject()) {
        return true;
      }
      boolean holds = true;
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        holds &= known.contains(member.getKey()) || trial.fails(failure, member.getKey());
      }
      return holds;
    };
  }

  /** Other members have one schema. */
  static Keyword others(Set<String> known, Keyword schema) {
    return (value, trial) -> {
      boolean holds = true;
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        if (!known.contains(member.getKey())) {
          holds &= trial.member(member.getKey(), schema, member.getValue());
        }
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
