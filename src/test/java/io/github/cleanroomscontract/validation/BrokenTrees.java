package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Trees that are right but for one place, where anything may stand. They are one tree, changed in
 * turn.
 */
final class BrokenTrees {

  /** What is put in each place. */
  private static final List<JsonNode> VALUES =
      Stream.of(
              "null",
              "true",
              "\"\"",
              "\"x\"",
              "\"NaN\"",
              "\" \\t\"",
              "\"\\u0000\"",
              "\"\uD83D\uDE00\"",
              "\"\\uD83D\"",
              "\"" + "\uD83D\uDE00".repeat(63) + "\"",
              "\"" + "y".repeat(257) + "\"",
              "0",
              "-0",
              "-0.0",
              "1",
              "1.0",
              "1.5",
              "-1",
              "1e2",
              "2147483648",
              "253402300799.999",
              "253402300800",
              "9223372036854775807",
              "-9223372036854775809",
              "1e300",
              "1" + "0".repeat(300),
              "4.9e-324",
              "{}",
              "{\"a/b~\\u0001\":{\"\":null}}",
              "[]",
              "[[]]",
              "[null]",
              "[{}]",
              "[1,1.0]",
              "[\"x\",\"x\"]",
              "[{\"a\":1,\"b\":[]},{\"b\":[],\"a\":1.0}]")
          .map(text -> JsonDocument.parse(text).root().orElseThrow())
          .toList();

  private final Consumer<JsonNode> visitor;
  private final JsonNode root;

  private BrokenTrees(JsonNode root, Consumer<JsonNode> visitor) {
    this.root = root;
    this.visitor = visitor;
  }

  /** Shows the trees that can be made of one. */
  static void visit(JsonNode tree, Consumer<JsonNode> visitor) {
    VALUES.forEach(visitor);
    new BrokenTrees(tree, visitor).breakBelow(tree);
  }

  private void breakBelow(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
        String name = member.getKey();
        object.remove(name);
        visitor.accept(root);
        for (JsonNode value : VALUES) {
          object.set(name, value);
          visitor.accept(root);
        }
        object.set(name, member.getValue());
        breakBelow(member.getValue());
      }
      for (String stranger : List.of("", "#stranger", "a/b~", "\u0001\uD83D\uDE00")) {
        object.put(stranger, 1);
        visitor.accept(root);
        object.remove(stranger);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode item = array.get(i);
        for (JsonNode value : VALUES) {
          array.set(i, value);
          visitor.accept(root);
        }
        array.set(i, item);
        breakBelow(item);
        array.add(item);
        visitor.accept(root);
        array.remove(array.size() - 1);
      }
    }
  }
}
