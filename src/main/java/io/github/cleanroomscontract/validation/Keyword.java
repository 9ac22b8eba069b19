package io.github.cleanroomscontract.validation;

import tools.jackson.databind.JsonNode;

/** What a schema, or one of its keywords, asks of a value. Thread-safe. */
interface Keyword {

  /** Takes anything. */
  Keyword NOTHING = (value, trial) -> true;

  /** Returns whether a value is as asked; what fails is told to the trial. */
  boolean holds(JsonNode value, Trial trial);

  /** Returns the keyword that asks for all of these, in their order. */
  static Keyword all(Keyword... keywords) {
    return switch (keywords.length) {
      case 0 -> NOTHING;
      case 1 -> keywords[0];
      default -> inTurn(keywords.clone());
    };
  }

  private static Keyword inTurn(Keyword[] keywords) {
    return (value, trial) -> {
      boolean holds = true;
      for (Keyword keyword : keywords) {
        if (!keyword.holds(value, trial)) {
          if (trial.silent()) {
            return false;
          }
          holds = false;
        }
      }
      return holds;
    };
  }
}
