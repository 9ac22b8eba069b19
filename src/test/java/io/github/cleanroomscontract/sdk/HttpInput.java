package io.github.cleanroomscontract.sdk;

import io.github.cleanroomscontract.catalogue.HttpBinding;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts the input of an operation back together from the HTTP request that carries it. */
final class HttpInput {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Operation operation;
  private final HttpBinding http;
  private final ObjectNode input = NODES.objectNode();

  private HttpInput(Operation operation) {
    this.operation = operation;
    this.http = operation.http();
  }

  /**
   * Returns the input of an operation.
   *
   * @param method the HTTP method
   * @param path the path as it travels, escapes included
   * @param query the values of the query by name, without escapes
   * @param body the body; empty where there is none
   * @throws IllegalArgumentException if the request is of another operation
   */
  static ObjectNode of(
      Operation operation,
      String method,
      String path,
      Map<String, List<String>> query,
      String body) {
    HttpInput input = new HttpInput(operation);
    if (!method.equals(input.http.method())) {
      throw new IllegalArgumentException(operation + " does not travel by " + method);
    }
    input.path(path);
    query.forEach(input::query);
    input.body(body);
    return input.input;
  }

  /** No member spans segments: the SDK escapes the slashes of ARNs. */
  private void path(String path) {
    String[] template = http.uri().replaceFirst("\\{\\?.*", "").split("/", -1);
    String[] segments = path.split("/", -1);
    boolean fits = template.length == segments.length;
    for (int i = 0; fits && i < segments.length; i++) {
      if (template[i].startsWith("{")) {
        // In a path, a plus is a plus.
        String escaped = segments[i].replace("+", "%2B");
        String text = URLDecoder.decode(escaped, StandardCharsets.UTF_8);
        put(template[i].substring(1, template[i].length() - 1), NODES.stringNode(text));
      } else {
        fits = template[i].equals(segments[i]);
      }
    }
    if (!fits) {
      throw new IllegalArgumentException(path + " is no path of " + operation);
    }
  }

  private void query(String name, List<String> values) {
    if (!http.queryMembers().contains(name)) {
      throw new IllegalArgumentException(operation + " has no " + name + " in its query");
    }
    Shape shape = operation.request().member(name).orElseThrow().shape();
    if (shape.kind() == Shape.Kind.LIST) {
      values.forEach(input.putArray(name)::add);
    } else if (values.size() == 1) {
      put(name, scalar(shape, values.get(0)));
    } else {
      throw new IllegalArgumentException(name + " is more than once in the query");
    }
  }

  private static JsonNode scalar(Shape shape, String text) {
    return switch (shape.kind()) {
      case INTEGER, NUMBER -> NODES.numberNode(new BigDecimal(text));
      case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(text));
      default -> NODES.stringNode(text);
    };
  }

  private void body(String body) {
    if (body.isEmpty()) {
      return;
    }
    for (Map.Entry<String, JsonNode> member :
        JsonDocument.parse(body).root().orElseThrow().properties()) {
      if (http.pathMembers().contains(member.getKey())
          || http.queryMembers().contains(member.getKey())) {
        throw new IllegalArgumentException(member.getKey() + " does not travel in the body");
      }
      put(member.getKey(), member.getValue());
    }
  }

  private void put(String name, JsonNode value) {
    input.set(name, value);
  }
}
