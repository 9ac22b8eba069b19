package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.internal.schema.SchemaFiles;
import io.github.cleanroomscontract.internal.schema.SchemaPlace;
import io.github.cleanroomscontract.validation.Trial.Failure;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Turns schemas of an edition into keywords to judge by. What a schema refers to is compiled when a
 * payload first gets there. Thread-safe.
 */
final class SchemaCompiler {

  /** What says nothing about a value, or is read with another keyword. */
  private static final Set<String> SILENT =
      Set.of(
          "title",
          "description",
          "default",
          "examples",
          "$comment",
          "then",
          "else",
          "minContains",
          "maxContains");

  /** What is judged together with the keyword on other members, so that each is looked at once. */
  private static final Set<String> OF_MEMBERS = Set.of("properties", "required");

  private final ConcurrentHashMap<String, Keyword> compiled = new ConcurrentHashMap<>();
  private final SchemaFiles files;
  private final PatternLengths lengths = new PatternLengths();

  SchemaCompiler(SchemaFiles files) {
    this.files = files;
  }

  /** Thrown for a schema that says something that is not known here. */
  static final class Unfamiliar extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unfamiliar(SchemaPlace place, String what) {
      super(what + " in " + place.path() + "#" + place.pointer());
    }
  }

  /**
   * Returns the schema at a place of a file, compiled once.
   *
   * @throws Unfamiliar if it holds a keyword, or a form of one, that is not known here. The
   *     compiled schema throws it too, when a payload reaches such a schema through a reference
   */
  Keyword schema(String path, String pointer) {
    return compiled.computeIfAbsent(
        path + "#" + pointer,
        key -> {
          lengths.note(files.file(path));
          return compile(files.place(path, pointer));
        });
  }

  /** Compiles the schema at a place, together with those inside it. */
  Keyword compile(SchemaPlace place) {
    JsonNode node = place.node();
    if (node.isBoolean()) {
      Failure failure = new Failure("false", place.rule());
      return node.asBoolean() ? Keyword.NOTHING : (value, trial) -> trial.fails(failure);
    }
    if (!node.isObject()) {
      throw new Unfamiliar(place, "no schema");
    }
    return Keyword.all(
        node.propertyNames().stream()
            .filter(name -> !SILENT.contains(name) && !name.startsWith("x-"))
            .filter(name -> !(OF_MEMBERS.contains(name) && node.has("additionalProperties")))
            .map(name -> new KeywordSource(this, place, name).keyword())
            .toArray(Keyword[]::new));
  }

  /** Returns a pattern of a schema, to be matched where strings may have that length. */
  PortablePattern pattern(String regex, Integer maxLength) {
    return new PortablePattern(regex, maxLength == null ? lengths.longest(regex) : maxLength);
  }
}
