package io.github.cleanroomscontract.validation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** How long a string with a pattern may be, by the schemas read so far. Thread-safe. */
final class PatternLengths {

  private final Map<String, Integer> longest = new ConcurrentHashMap<>();

  /** Notes the patterns of a schema file. */
  void note(JsonNode node) {
    JsonNode pattern = node.path("pattern");
    JsonNode maxLength = node.path("maxLength");
    if (pattern.isString() && maxLength.isInt()) {
      longest.merge(pattern.asString(), maxLength.asInt(), Math::max);
    }
    node.forEach(this::note);
  }

  /** Returns the greatest maxLength beside a pattern. */
  int longest(String pattern) {
    return longest.getOrDefault(pattern, Integer.MAX_VALUE);
  }
}
