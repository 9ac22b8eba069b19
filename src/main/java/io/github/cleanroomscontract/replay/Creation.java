package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How what an operation creates is removed again.
 *
 * @param kind what it creates, such as {@code ConfiguredTable}
 * @param delete the operation that removes it
 */
record Creation(String kind, Operation delete) {

  private static final String CREATE = "Create";

  /**
   * Something that was created.
   *
   * @param label its kind with its ARN, identifier, or whatever else tells it
   * @param delete the operation that removes it
   * @param input the input of that operation
   */
  record Thing(String label, Operation delete, String input) {}

  /** Returns how what an operation creates is removed; empty if it creates nothing such. */
  static Optional<Creation> of(Operation operation, Catalogue catalogue) {
    if (!operation.name().startsWith(CREATE)) {
      return Optional.empty();
    }
    String kind = operation.name().substring(CREATE.length());
    return catalogue.operation("Delete" + kind).map(delete -> new Creation(kind, delete));
  }

  /** Returns what was created; empty if the answer does not tell. */
  Optional<Thing> thing(String input, String output) {
    JsonNode asked = tree(input);
    JsonNode answered = tree(output);
    // The output holds what was created, in its only member.
    JsonNode subject = answered.isEmpty() ? answered : answered.values().iterator().next();
    ObjectNode removing = JsonNodeFactory.instance.objectNode();
    List<String> names = new ArrayList<>();
    for (String member : delete.http().pathMembers()) {
      JsonNode value = asked.has(member) ? asked.get(member) : subject.path("id");
      if (!value.isString()) {
        return Optional.empty();
      }
      removing.set(member, value);
      names.add(value.asString());
    }
    String name =
        subject.path("arn").isString() ? subject.path("arn").asString() : String.join(" ", names);
    return Optional.of(new Thing(kind + " " + name, delete, removing.toString()));
  }

  private static JsonNode tree(String json) {
    return JsonDocument.parse(json)
        .root()
        .filter(JsonNode::isObject)
        .orElseGet(() -> JsonNodeFactory.instance.objectNode());
  }
}
