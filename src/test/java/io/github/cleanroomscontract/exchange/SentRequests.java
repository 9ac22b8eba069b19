package io.github.cleanroomscontract.exchange;

import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Inputs as clients send them: path, query and body by the operation's HTTP line. */
public final class SentRequests {

  private SentRequests() {}

  /** Returns the request that carries an input. */
  public static WireRequest of(Operation operation, String input) {
    ObjectNode tree = (ObjectNode) tree(input);
    String path = operation.http().path();
    for (String name : operation.http().pathMembers()) {
      path = path.replace("{" + name + "}", escaped(tree.remove(name).asString()));
    }
    List<String> query = new ArrayList<>();
    for (String name : operation.http().queryMembers()) {
      JsonNode value = tree.remove(name);
      if (value != null && value.isArray()) {
        value.forEach(item -> query.add(name + "=" + escaped(item.asString())));
      } else if (value != null) {
        query.add(name + "=" + escaped(value.asString()));
      }
    }
    String target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    boolean body = !operation.http().method().matches("GET|DELETE");
    return WireRequest.of(operation.http().method(), target, body ? tree.toString() : "");
  }

  /** Returns a text as a tree. */
  public static JsonNode tree(String json) {
    return JsonDocument.parse(json).root().orElseThrow();
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
