package io.github.cleanroomscontract.scenario;

import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Texts with placeholders, {@code ${name}}. */
final class Templates {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

  private Templates() {}

  /** Returns the names in a text, in order. */
  static List<String> names(String text) {
    return PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).toList();
  }

  /** Returns the names in the texts of a JSON value. */
  static Set<String> namesIn(String json) {
    // Names have no characters that JSON escapes.
    return new TreeSet<>(names(json));
  }

  /** Returns a JSON value with its placeholders filled in; those without a value stay. */
  static String filled(String json, Map<String, String> values) {
    JsonNode tree = JsonDocument.parse(json).root().orElseThrow();
    return filled(tree, values).toString();
  }

  private static JsonNode filled(JsonNode node, Map<String, String> values) {
    if (node.isString()) {
      return JsonNodeFactory.instance.stringNode(text(node.asString(), values));
    }
    if (node instanceof ArrayNode items) {
      for (int i = 0; i < items.size(); i++) {
        items.set(i, filled(items.get(i), values));
      }
    }
    if (node instanceof ObjectNode members) {
      List.copyOf(members.propertyNames())
          .forEach(name -> members.set(name, filled(members.get(name), values)));
    }
    return node;
  }

  private static String text(String text, Map<String, String> values) {
    return PLACEHOLDER.matcher(text).replaceAll(match -> value(match, values));
  }

  private static String value(MatchResult match, Map<String, String> values) {
    return Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group()));
  }
}
