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
import tools.jackson.databind.JsonNode;

/**
 * Hands the schema files to networknt as the trees that they are already, and notes their patterns.
 * Thread-safe.
 */
final class TreeNodeReader implements NodeReader {

  private final SchemaFiles files;
  private final PatternLengths lengths;

  TreeNodeReader(SchemaFiles files, PatternLengths lengths) {
    this.files = files;
    this.lengths = lengths;
  }

  /** networknt insists on a stream of text, so the path of a file stands for the file. */
  static InputStreamSource asking(String path) {
    return () -> new ByteArrayInputStream(path.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public JsonNode readTree(String path, InputFormat format) {
    JsonNode tree = files.file(path);
    lengths.note(tree);
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
