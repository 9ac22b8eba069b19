package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.internal.json.DerivedText;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  private final Optional<DerivedText> origin;
  private final List<String> unverifiable;
  private final Optional<JsonNode> tree;

  private Payload(JsonDocument document, String base, int firstLine) {
    this(document, base, firstLine, Optional.empty(), List.of());
  }

  private Payload(
      JsonDocument document,
      String base,
      int firstLine,
      Optional<DerivedText> origin,
      List<String> unverifiable) {
    this.document = document;
    this.base = base;
    this.firstLine = firstLine;
    this.origin = origin;
    this.unverifiable = List.copyOf(unverifiable);
    // Asked for again and again.
    this.tree = base.isEmpty() ? document.root() : document.root().map(root -> at(root, base));
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

  /**
   * Returns this payload as one that was made out of parts of a larger text, which is where
   * findings are shown. Internal to the kit.
   *
   * @param from where its text came from
   * @param line the number of that source's first line
   */
  public Payload derivedFrom(DerivedText from, int line) {
    return new Payload(document, base, line, Optional.of(from), unverifiable);
  }

  /**
   * Returns this payload with places of which nothing can be said, since they were redacted or cut
   * off. Internal to the kit.
   *
   * @param pointers their places in the payload
   */
  public Payload unverifiableAt(List<String> pointers) {
    return new Payload(document, base, firstLine, origin, pointers);
  }

  /** Returns whether the payload is a text of its own, not a value inside a larger one. */
  public boolean isWhole() {
    return base.isEmpty();
  }

  /** Returns whether there are places of which nothing can be said. Internal to the kit. */
  public boolean isUnverifiable() {
    return !unverifiable.isEmpty();
  }

  /** Returns the text, sensitive values included; of a value in a larger text, that text. */
  public String text() {
    return document.text();
  }

  JsonDocument document() {
    return document;
  }

  private static JsonNode at(JsonNode root, String base) {
    JsonNode node = root;
    for (String segment : Pointers.segments(base)) {
      node = node.get(segment);
    }
    return node;
  }

  /** The payload's own tree; empty if the document is not JSON. */
  Optional<JsonNode> tree() {
    return tree;
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

  /** The place of the document that a place in the payload is. */
  String outside(String pointer) {
    return base.isEmpty() ? pointer : base + pointer;
  }

  /** What the user has: the document itself, or what it was made of. */
  JsonDocument source() {
    return origin.map(DerivedText::source).orElse(document);
  }

  /** Where its text came from, if that is not the source itself. */
  Optional<DerivedText> origin() {
    return origin;
  }

  /** The places in the payload of which nothing can be said. */
  List<String> unverifiable() {
    return unverifiable;
  }

  /** The number of the document's first line in its source. */
  int firstLine() {
    return firstLine;
  }
}
