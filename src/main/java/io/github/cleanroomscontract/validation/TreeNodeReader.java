package io.github.cleanroomscontract.validation;

import com.networknt.schema.InputFormat;
import com.networknt.schema.serialization.NodeReader;
import io.github.cleanroomscontract.json.JsonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Reads schema files for networknt without the mapper that its own reader would set up. */
final class TreeNodeReader implements NodeReader {

  @Override
  public JsonNode readTree(String content, InputFormat format) {
    return JsonDocument.parse(content).root().orElseThrow();
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
