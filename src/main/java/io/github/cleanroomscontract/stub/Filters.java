package io.github.cleanroomscontract.stub;

import java.util.Map;

/** By what requests narrow lists. */
final class Filters {

  /** What the entries call it, by what requests call it. */
  private static final Map<String, String> NAMES =
      Map.of(
          "memberStatus", "memberStatus",
          "privacyBudgetType", "privacyBudgetType",
          "schemaType", "type",
          "status", "status");

  private Filters() {}

  /** Returns whether a resource is among those that a request asks for. */
  static boolean pass(Ask ask, Resource resource) {
    return NAMES.entrySet().stream()
        .allMatch(
            name ->
                !ask.has(name.getKey())
                    || resource.text(name.getValue()).equals(ask.text(name.getKey())));
  }
}
