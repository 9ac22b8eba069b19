package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.validation.Trial.Failure;
import java.util.List;

/** Keywords that combine schemas. */
final class LogicKeywords {

  private LogicKeywords() {}

  /** One schema has to hold; if none does, all that is wrong is told. */
  static Keyword anyOf(List<Keyword> schemas) {
    return (value, trial) -> {
      for (Keyword schema : schemas) {
        if (trial.silently(schema, value)) {
          return true;
        }
      }
      schemas.forEach(schema -> schema.holds(value, trial));
      return false;
    };
  }

  /** One schema has to hold, and no other; what is wrong by those tried is told as well. */
  static Keyword oneOf(List<Keyword> schemas, Failure failure) {
    return (value, trial) -> {
      int holding = 0;
      int tried = 0;
      while (tried < schemas.size() && holding < 2) {
        holding += trial.silently(schemas.get(tried), value) ? 1 : 0;
        tried++;
      }
      if (holding == 1) {
        return true;
      }
      trial.fails(failure);
      schemas.subList(0, tried).forEach(schema -> schema.holds(value, trial));
      return false;
    };
  }

  /** A schema must not hold. */
  static Keyword not(Keyword schema, Failure failure) {
    return (value, trial) -> !trial.silently(schema, value) || trial.fails(failure);
  }

  /** Which of two schemas has to hold, a third tells. */
  static Keyword conditional(Keyword condition, Keyword then, Keyword otherwise) {
    return (value, trial) ->
        (trial.silently(condition, value) ? then : otherwise).holds(value, trial);
  }
}
