package io.github.cleanroomscontract.discovery;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A resource that is known. Immutable.
 *
 * @param inputs the path members that name it, in the order of paths
 * @param entry what a list tells of it; empty of what no list tells
 */
record Place(Map<String, String> inputs, JsonNode entry) {

  /** The account. */
  static final Place ACCOUNT = new Place(Map.of(), JsonNodeFactory.instance.objectNode());

  /** What tells whether one takes part, without which it shows nothing but itself. */
  private static final Map<List<String>, String> STATES =
      Map.of(
          List.of("membershipIdentifier"), "status",
          List.of("collaborationIdentifier"), "memberStatus");

  /** Returns the level that it is of. */
  List<String> level() {
    return List.copyOf(inputs.keySet());
  }

  /** Returns a resource in it. */
  Place inner(String member, String value, JsonNode told) {
    Map<String, String> more = new LinkedHashMap<>(inputs);
    more.put(member, value);
    return new Place(Collections.unmodifiableMap(more), told);
  }

  /** Returns whether the account takes part in it, or it is nothing to take part in. */
  boolean active() {
    String state = entry.path(STATES.getOrDefault(level(), "")).asString("ACTIVE");
    return state.equals("ACTIVE");
  }

  /** Returns its ARN; empty if none is told. */
  String arn() {
    return entry.path("arn").asString("");
  }
}
