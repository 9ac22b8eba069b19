package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A JSON payload to judge: a text of its own, or a value inside a larger text. Immutable and
 * thread-safe. It need not be JSON: whether it is, the report says.
 */
public final class Payload {

  private final JsonDocument document;
  private final String base;
  private final int firstLine;

  private Payload(JsonDocument document, String base, int firstLine) {
    this.document = document;
    this.base = base;
    this.firstLine = firstLine;
  }

  /** Returns the payload with that text. */
  public static Payload of(String json) {
    return new Payload(JsonDocument.parse(json), Pointers.ROOT, 1);
  }

  /** Returns the payload with those bytes, which should be UTF-8. */
  public static Payload of(byte[] json) {
    return new Payload(JsonDocument.parse(json), Pointers.ROOT, 1);
  }

  /**
   * Reads a stream to its end, and leaves it open.
   *
   * @throws IOException if the stream cannot be read
   */
  public static Payload read(InputStream stream) throws IOException {
    return of(stream.readAllBytes());
  }

  /**
   * Reads a file.
   *
   * @throws IOException if the file cannot be read
   */
  public static Payload read(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  /**
   * Returns a value inside a larger document. Internal to the kit.
   *
   * @param document the document, which has a tree
   * @param base the pointer of the value in it, through objects only
   * @param firstLine the number of the document's first line in its source
   */
  public static Payload within(JsonDocument document, String base, int firstLine) {
    return new Payload(Objects.requireNonNull(document), Objects.requireNonNull(base), firstLine);
  }

  /** Returns whether the payload is a text of its own, not a value inside a larger one. */
  public boolean isWhole() {
    return base.isEmpty();
  }

  /** Returns the text, sensitive values included; of a value in a larger text, that text. */
  public String text() {
    return document.text();
  }

  JsonDocument document() {
    return document;
  }

  /** The payload's own tree; empty if the document is not JSON. */
  Optional<JsonNode> tree() {
    return document
        .root()
        .map(
            root -> {
              JsonNode node = root;
              for (String segment : Pointers.segments(base)) {
                node = node.get(segment);
              }
              return node;
            });
  }

  /** The pointer of the payload in its document. */
  String base() {
    return base;
  }

  /** Whether a place of the document is in the payload. */
  boolean holds(String pointer) {
    return pointer.equals(base) || pointer.startsWith(base + "/");
  }

  /** The place in the payload that a place of the document is; the whole of it for one outside. */
  String inside(String pointer) {
    return holds(pointer) ? pointer.substring(base.length()) : Pointers.ROOT;
  }

  /** The number of the document's first line in its source. */
  int firstLine() {
    return firstLine;
  }
}
