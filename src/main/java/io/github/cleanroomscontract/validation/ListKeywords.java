package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.validation.Trial.Failure;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;

/** Keywords about the items of a list, which take any other value. */
final class ListKeywords {

  private ListKeywords() {}

  /** Items have a schema. */
  static Keyword items(Keyword schema) {
    return (value, trial) -> {
      boolean holds = true;
      if (value.isArray()) {
        int size = value.size();
        for (int i = 0; i < size && (holds || !trial.silent()); i++) {
          holds &= trial.item(i, schema, value.get(i));
        }
      }
      return holds;
    };
  }

  /** How many items there are has to be right. */
  static Keyword size(IntPredicate right, Failure failure) {
    return (value, trial) -> !value.isArray() || right.test(value.size()) || trial.fails(failure);
  }

  /** No two items are equal. */
  static Keyword unique(Failure failure) {
    return (value, trial) -> {
      if (!value.isArray() || value.size() < 2) {
        return true;
      }
      Set<Object> contents = new HashSet<>();
      for (JsonNode item : value) {
        if (!contents.add(ValueKeywords.content(item))) {
          return trial.fails(failure);
        }
      }
      return true;
    };
  }

  /** So many items meet a schema. */
  static Keyword contains(Keyword schema, int least, Failure tooFew, int most, Failure tooMany) {
    return (value, trial) -> {
      if (!value.isArray()) {
        return true;
      }
      int count = 0;
      for (JsonNode item : value) {
        count += trial.silently(schema, item) ? 1 : 0;
      }
      return (count >= least || trial.fails(tooFew)) & (count <= most || trial.fails(tooMany));
    };
  }
}
