package io.github.cleanroomscontract.stub;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

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

  /** Returns what tells whether a resource is among those that a request asks for. */
  static Predicate<Resource> of(Ask ask) {
    Map<String, String> wanted = new HashMap<>();
    NAMES.forEach(
        (name, member) -> {
          if (ask.has(name)) {
            wanted.put(member, ask.text(name));
          }
        });
    return resource ->
        wanted.entrySet().stream()
            .allMatch(entry -> resource.text(entry.getKey()).equals(entry.getValue()));
  }
}
