package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.exchange.Headers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** HTTP headers as captures hold them: an object, or a list of names and values. */
final class HeaderReader {

  private HeaderReader() {}

  static Headers read(JsonNode node) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    if (node.isArray()) {
      for (JsonNode header : node) {
        if (header.path("name").isString()) {
          add(headers, header.get("name").asString(), header.path("value"));
        }
      }
    } else {
      node.properties().forEach(header -> add(headers, header.getKey(), header.getValue()));
    }
    return Headers.of(headers);
  }

  private static void add(Map<String, List<String>> headers, String name, JsonNode value) {
    List<String> values = headers.computeIfAbsent(name, each -> new ArrayList<>());
    if (value.isArray()) {
      value.forEach(each -> values.add(each.asString("")));
    } else {
      values.add(value.asString(""));
    }
  }
}
