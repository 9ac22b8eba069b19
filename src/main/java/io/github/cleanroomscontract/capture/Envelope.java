package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Locator;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An object that says what its payload is: {@code {"operation": "GetMembership", "direction":
 * "response", "payload": {…}}}, and for an answer perhaps {@code "httpStatus": 404} and {@code
 * "error": "ResourceNotFoundException"}. It may say what is known of this message alone ({@link
 * EnvelopeContext}). Whatever else it says is carried through.
 */
record Envelope(
    Optional<String> operation,
    Optional<Direction> direction,
    Optional<String> error,
    OptionalInt status,
    Optional<JsonNode> context,
    Optional<JsonNode> request,
    Map<String, String> carried,
    Optional<String> fault) {

  static final String PAYLOAD = "payload";

  private static final Set<String> OWN = Set.of("operation", "direction", PAYLOAD);

  /** Returns whether an object is meant as an envelope; no shape of the API has such a member. */
  static boolean isMeant(JsonNode node) {
    return node.has(PAYLOAD) || node.has("operation") && node.has("direction");
  }

  /**
   * Reads an object as an envelope; what it lacks or has wrong is its fault.
   *
   * @param around what its surroundings say of it, where it does not say it itself
   */
  static Envelope read(JsonDocument document, JsonNode node, Identity around) {
    List<String> faults = new ArrayList<>();
    if (!node.has(PAYLOAD)) {
      faults.add("member \"payload\" is missing");
    }
    Optional<String> operation = string(node, "operation", faults);
    Optional<String> label = string(node, "direction", faults);
    Optional<Direction> direction = label.flatMap(Direction::of);
    if (label.isPresent() && direction.isEmpty()) {
      faults.add("\"direction\" is one of request, response, error");
    }
    Optional<String> error = string(node, "error", faults);
    OptionalInt status = status(node, faults);
    Optional<String> fault =
        faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
    Optional<JsonNode> context =
        node.optional(EnvelopeContext.CONTEXT).filter(EnvelopeContext::isMeant);
    Optional<JsonNode> request =
        direction.or(around::direction).equals(Optional.of(Direction.REQUEST))
            ? Optional.empty()
            : node.optional(EnvelopeContext.REQUEST)
                .filter(each -> EnvelopeContext.isRequest(each, operation.or(around::operation)));
    Set<String> own = new HashSet<>(OWN);
    context.ifPresent(each -> own.add(EnvelopeContext.CONTEXT));
    request.ifPresent(each -> own.add(EnvelopeContext.REQUEST));
    return new Envelope(
        operation, direction, error, status, context, request, carried(document, node, own), fault);
  }

  /** The members that are not ours, to the letter: numbers may be too long for any type. */
  private static Map<String, String> carried(
      JsonDocument document, JsonNode node, Set<String> own) {
    List<String> names = node.propertyNames().stream().filter(n -> !own.contains(n)).toList();
    if (names.isEmpty()) {
      return Map.of();
    }
    Locator locator = new Locator(document);
    names.forEach(name -> locator.want(Pointers.append(Pointers.ROOT, name)));
    Map<String, String> carried = new LinkedHashMap<>();
    for (String name : names) {
      Locator.Span span = locator.value(Pointers.append(Pointers.ROOT, name)).orElseThrow();
      // A line break can only stand between tokens, and results are a line each.
      carried.put(
          name, document.text().substring(span.start(), span.end()).replaceAll("[\\r\\n]", ""));
    }
    return carried;
  }

  private static Optional<String> string(JsonNode node, String name, List<String> faults) {
    JsonNode value = node.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isString()) {
      faults.add("\"" + name + "\" is a string");
    }
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }

  private static OptionalInt status(JsonNode node, List<String> faults) {
    JsonNode value = node.path("httpStatus");
    if (value.isMissingNode() || value.isNull()) {
      return OptionalInt.empty();
    }
    if (!value.isInt() || value.asInt() < 100 || value.asInt() > 599) {
      faults.add("\"httpStatus\" is a whole number between 100 and 599");
      return OptionalInt.empty();
    }
    return OptionalInt.of(value.asInt());
  }
}
