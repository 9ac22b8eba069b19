package io.github.cleanroomscontract.exchange;

import io.github.cleanroomscontract.catalogue.HttpBinding;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.ObjectText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Takes an input apart into path, query and body, whether it is in the contract or not. What
 * travels in the body stays the text that it is. Stateless.
 */
public final class RequestWriter {

  private static final Set<String> BARE = Set.of("GET", "DELETE");

  private final Operation operation;
  private final HttpBinding http;
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final List<String> query = new ArrayList<>();
  private final List<String> body = new ArrayList<>();

  private RequestWriter(Operation operation) {
    this.operation = operation;
    this.http = operation.http();
  }

  /**
   * Returns the request that says an input, so that it is read back as the same.
   *
   * @param operation the operation
   * @param input its whole input as JSON
   * @return the request, with no headers but that of its body's type
   * @throws IllegalArgumentException if HTTP has no form for it, such as where it lacks a member
   *     that is in the path; the message says why, without values
   */
  public static WireRequest write(Operation operation, String input) {
    Optional<JsonNode> root = JsonDocument.parse(input).root().filter(JsonNode::isObject);
    RequestWriter writer = new RequestWriter(operation);
    if (root.isEmpty()) {
      return writer.bodyAlone(input);
    }
    writer.members(input, root.get());
    WireRequest request = writer.request(writer.body());
    if (!readsAs(operation, root.get(), request)) {
      throw writer.unsayable("no path or query says the same as it: there, everything is text");
    }
    return request;
  }

  private IllegalArgumentException unsayable(String why) {
    return new IllegalArgumentException(
        "this input of " + operation.name() + " cannot be sent: " + why);
  }

  /** What is no object has no members that travel elsewhere. */
  private WireRequest bodyAlone(String input) {
    if (!http.pathMembers().isEmpty() || BARE.contains(http.method())) {
      throw unsayable("it is no JSON object");
    }
    return request(input);
  }

  private void members(String input, JsonNode root) {
    for (ObjectText.Entry entry : ObjectText.members(input, input.indexOf('{'))) {
      String name = unescaped(entry.name());
      JsonNode value = root.get(name);
      if (http.pathMembers().contains(name)) {
        labels.put(name, label(name, value));
      } else if (http.queryMembers().contains(name) || BARE.contains(http.method())) {
        // What no request of the operation has could be nowhere else either.
        query(name, value);
      } else {
        body.add(input.substring(entry.start(), entry.value().end()));
      }
    }
  }

  private static String unescaped(String name) {
    return JsonDocument.parse('"' + name + '"').root().map(JsonNode::stringValue).orElse(name);
  }

  private String label(String name, JsonNode value) {
    String text = text(value).orElse("");
    if (text.equals(".") || text.equals("..")) {
      throw unsayable("\"" + text + "\" for " + name + " would be another path");
    }
    return Percent.encoded(text);
  }

  private void query(String name, JsonNode value) {
    if (value.isArray()) {
      value.forEach(item -> query(name, item));
    } else {
      text(value).ifPresent(text -> query.add(Percent.encoded(name) + "=" + Percent.encoded(text)));
    }
  }

  private static Optional<String> text(JsonNode value) {
    if (value.isString()) {
      return Optional.of(value.stringValue());
    }
    return value.isNumber() || value.isBoolean() ? Optional.of(value.toString()) : Optional.empty();
  }

  private String body() {
    boolean due =
        !BARE.contains(http.method())
            && operation.request().members().stream()
                .map(member -> member.name())
                .anyMatch(
                    name ->
                        !http.pathMembers().contains(name) && !http.queryMembers().contains(name));
    return body.isEmpty() && !due ? "" : "{" + String.join(",", body) + "}";
  }

  private WireRequest request(String text) {
    String path = http.path();
    for (String name : http.pathMembers()) {
      String label = labels.getOrDefault(name, "");
      if (label.isEmpty()) {
        throw unsayable("it has no path without " + name);
      }
      path = path.replace("{" + name + "}", label);
    }
    String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
    Headers headers =
        text.isEmpty() ? Headers.NONE : Headers.NONE.with("Content-Type", "application/json");
    return WireRequest.of(http.method(), target, headers, text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean readsAs(Operation operation, JsonNode root, WireRequest request) {
    String read = InputReader.read(operation, request).input().text();
    return JsonDocument.parse(read).root().filter(root::equals).isPresent();
  }
}
