package io.github.cleanroomscontract.validation;

import com.networknt.schema.InputFormat;
import com.networknt.schema.serialization.NodeReader;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.schema.Edition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Reads schema files of an edition for networknt, without the mapper that its own reader would set
 * up, and notes how long a string with a pattern may be. Thread-safe.
 */
final class TreeNodeReader implements NodeReader {

  private final Map<String, Integer> maxLengths = new ConcurrentHashMap<>();
  private final Edition edition;

  TreeNodeReader(Edition edition) {
    this.edition = edition;
  }

  /** Returns the greatest maxLength beside a pattern in the files read so far. */
  int maxLength(String pattern) {
    return maxLengths.getOrDefault(pattern, Integer.MAX_VALUE);
  }

  private void note(JsonNode node) {
    JsonNode pattern = node.path("pattern");
    JsonNode maxLength = node.path("maxLength");
    if (pattern.isString() && maxLength.isInt()) {
      maxLengths.merge(pattern.asString(), maxLength.asInt(), Math::max);
    }
    node.forEach(this::note);
  }

  @Override
  public JsonNode readTree(String content, InputFormat format) {
    JsonNode tree = JsonDocument.parse(content).root().orElseThrow();
    edition.apply(tree);
    note(tree);
    return tree;
  }

  @Override
  public JsonNode readTree(InputStream content, InputFormat format) {
    try {
      return readTree(new String(content.readAllBytes(), StandardCharsets.UTF_8), format);
    } catch (IOException e) {
      throw new UncheckedIOException("a schema file cannot be read", e);
    }
  }
}
