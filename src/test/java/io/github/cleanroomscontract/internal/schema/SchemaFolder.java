package io.github.cleanroomscontract.internal.schema;

import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The schema files as they lie in the checkout. */
public final class SchemaFolder {

  private static final Path ROOT = Path.of("schemas");

  private SchemaFolder() {}

  /** The trees of all schema files but the meta-schemas, by path. */
  public static Map<String, JsonNode> files() {
    try (Stream<Path> paths = Files.walk(ROOT)) {
      Map<String, JsonNode> files = new TreeMap<>();
      for (Path path : paths.filter(p -> p.toString().endsWith(".schema.json")).toList()) {
        String name = ROOT.relativize(path).toString();
        if (!name.startsWith("meta/")) {
          files.put(name, read(path));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tree of a file below the schemas folder. */
  public static JsonNode file(String path) {
    return read(ROOT.resolve(path));
  }

  /** The operations by resource. */
  public static Map<String, List<String>> catalogue() {
    Map<String, List<String>> catalogue = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : file("catalogue.json").properties()) {
      List<String> names = new ArrayList<>();
      entry.getValue().forEach(name -> names.add(name.asString()));
      catalogue.put(entry.getKey(), names);
    }
    return catalogue;
  }

  /** Visits every object of a tree with its pointer. */
  public static void visit(JsonNode tree, BiConsumer<String, JsonNode> visitor) {
    visit("", tree, visitor);
  }

  private static void visit(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
    if (node.isObject()) {
      visitor.accept(pointer, node);
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      visit(pointer + "/" + entry.getKey(), entry.getValue(), visitor);
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        visit(pointer + "/" + i, node.get(i), visitor);
      }
    }
  }

  private static JsonNode read(Path path) {
    try {
      JsonDocument document = JsonDocument.parse(Files.readAllBytes(path));
      if (!document.problems().isEmpty()) {
        throw new AssertionError(path + ": " + document.problems());
      }
      return document.root().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
