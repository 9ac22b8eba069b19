package io.github.cleanroomscontract.internal.schema;

import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The schema files of the kit in one edition, by their path below {@code schemas/}. A file is read
 * when somebody first asks for it, and once. Thread-safe.
 */
public final class SchemaFiles {

  /** What the {@code $id} of each schema file begins with. */
  public static final String BASE = "https://cleanroomscontract.github.io/schemas/";

  private static final String FOLDER = "/io/github/cleanroomscontract/schemas/";

  /** The first allOf on the way is the shape's own; a rule may hold others. */
  private static final Pattern RULE = Pattern.compile("^.*?/allOf/[0-9]+");

  private final ConcurrentHashMap<String, JsonNode> files = new ConcurrentHashMap<>();
  private final Edition edition;
  private final Function<String, JsonNode> source;

  /** Creates the files of an edition. */
  public SchemaFiles(Edition edition) {
    this(edition, SchemaFiles::read);
  }

  /** Creates the files of an edition from their trees as written, which it changes. */
  public SchemaFiles(Edition edition, Function<String, JsonNode> source) {
    this.edition = edition;
    this.source = source;
  }

  /** Returns the tree of the file at {@code path}, such as {@code common/shapes.schema.json}. */
  public JsonNode file(String path) {
    return files.computeIfAbsent(
        path,
        each -> {
          JsonNode file = source.apply(each);
          edition.apply(file);
          return file;
        });
  }

  /** Returns the place that a pointer names in a file. */
  public SchemaPlace place(String path, String pointer) {
    JsonNode node = file(path);
    for (String segment : Pointers.segments(pointer)) {
      node = node.isArray() ? node.path(Integer.parseInt(segment)) : node.path(segment);
    }
    if (node.isMissingNode()) {
      throw new IllegalStateException("no schema at " + path + "#" + pointer);
    }
    return new SchemaPlace(this, path, pointer, node);
  }

  /**
   * Returns the id of the documented rule that a place in a file is part of; empty if it is the
   * model's. Rules stand in members of allOf, with their id beside their keywords.
   */
  public String rule(String path, String pointer) {
    Matcher matcher = RULE.matcher(pointer);
    return matcher.find() ? place(path, matcher.group()).node().path("x-rule").asString("") : "";
  }

  /** Opens the file at {@code path}. */
  public static InputStream open(String path) {
    InputStream stream = SchemaFiles.class.getResourceAsStream(FOLDER + path);
    if (stream == null) {
      throw new IllegalStateException("no schema file " + path + " on the class path");
    }
    return stream;
  }

  /** Returns the tree of the file at {@code path} as it is written, before any edition. */
  public static JsonNode read(String path) {
    try (InputStream stream = open(path)) {
      JsonDocument document = JsonDocument.parse(stream.readAllBytes());
      return document
          .root()
          .filter(root -> document.problems().isEmpty())
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "schema file " + path + " is not JSON: " + document.problems()));
    } catch (IOException e) {
      throw new UncheckedIOException("schema file " + path + " cannot be read", e);
    }
  }
}
