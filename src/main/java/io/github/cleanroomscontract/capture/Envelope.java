package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Direction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An object that says what its payload is: {@code {"operation": "GetMembership", "direction":
 * "response", "payload": {…}}}, and for an answer perhaps {@code "httpStatus": 404} and {@code
 * "error": "ResourceNotFoundException"}. Whatever else it says is carried through.
 */
record Envelope(
    Optional<String> operation,
    Optional<Direction> direction,
    Optional<String> error,
    OptionalInt status,
    Map<String, String> carried) {

  static final String PAYLOAD = "payload";

  private static final Set<String> OWN = Set.of("operation", "direction", PAYLOAD);

  /** Thrown for an object that means to be an envelope, and is not. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }
  }

  /** Returns whether an object is meant as an envelope; no shape of the API has such a member. */
  static boolean isMeant(JsonNode node) {
    return node.has(PAYLOAD) || node.has("operation") && node.has("direction");
  }

  static Envelope read(JsonNode node) throws MalformedException {
    if (!node.has(PAYLOAD)) {
      throw new MalformedException("member \"payload\" is missing");
    }
    Optional<String> operation = string(node, "operation");
    Optional<String> label = string(node, "direction");
    Optional<Direction> direction = label.flatMap(Direction::of);
    if (label.isPresent() && direction.isEmpty()) {
      throw new MalformedException("\"direction\" is one of request, response, error");
    }
    Map<String, String> carried = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!OWN.contains(entry.getKey())) {
        carried.put(entry.getKey(), entry.getValue().toString());
      }
    }
    return new Envelope(operation, direction, string(node, "error"), status(node), carried);
  }

  private static Optional<String> string(JsonNode node, String name) throws MalformedException {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw new MalformedException("\"" + name + "\" is a string");
    }
    return Optional.of(value.asString());
  }

  private static OptionalInt status(JsonNode node) throws MalformedException {
    JsonNode value = node.path("httpStatus");
    if (value.isMissingNode() || value.isNull()) {
      return OptionalInt.empty();
    }
    if (!value.isInt() || value.asInt() < 100 || value.asInt() > 599) {
      throw new MalformedException("\"httpStatus\" is a whole number between 100 and 599");
    }
    return OptionalInt.of(value.asInt());
  }
}
