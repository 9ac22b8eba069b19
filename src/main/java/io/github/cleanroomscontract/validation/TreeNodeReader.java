package io.github.cleanroomscontract.validation;

import com.networknt.schema.InputFormat;
import com.networknt.schema.resource.InputStreamSource;
import com.networknt.schema.serialization.NodeReader;
import io.github.cleanroomscontract.internal.schema.SchemaFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Hands the schema files to networknt as the trees that they are already, and notes how long a
 * string with a pattern may be. Thread-safe.
 */
final class TreeNodeReader implements NodeReader {

  private final Map<String, Integer> maxLengths = new ConcurrentHashMap<>();
  private final SchemaFiles files;

  TreeNodeReader(SchemaFiles files) {
    this.files = files;
  }

  /** networknt insists on a stream of text, so the path of a file stands for the file. */
  static InputStreamSource asking(String path) {
    return () -> new ByteArrayInputStream(path.getBytes(StandardCharsets.UTF_8));
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
  public JsonNode readTree(String path, InputFormat format) {
    JsonNode tree = files.file(path);
    note(tree);
    return tree;
  }

  @Override
  public JsonNode readTree(InputStream path, InputFormat format) {
    try {
      return readTree(new String(path.readAllBytes(), StandardCharsets.UTF_8), format);
    } catch (IOException e) {
      throw new UncheckedIOException("a schema file cannot be read", e);
    }
  }
}
