package io.github.cleanroomscontract.catalogue;

import io.github.cleanroomscontract.internal.schema.SchemaFiles;
import io.github.cleanroomscontract.internal.schema.SchemaPlace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the API. Its schema file is read when something beyond name and resource is asked
 * for. Immutable and thread-safe.
 */
public final class Operation {

  private final Catalogue catalogue;
  private final SchemaFiles files;
  private final String resource;
  private final String name;
  private final String path;
  private final String requestUri;
  private final String responseUri;
  private final Map<Direction, Shape> messages = new ConcurrentHashMap<>();

  Operation(Catalogue catalogue, SchemaFiles files, String resource, String name) {
    this.catalogue = catalogue;
    this.files = files;
    this.resource = resource;
    this.name = name;
    this.path = resource + "/" + name + ".schema.json";
    // Asked for with each message.
    this.requestUri = SchemaFiles.BASE + path + "#/$defs/" + Direction.REQUEST.label();
    this.responseUri = SchemaFiles.BASE + path + "#/$defs/" + Direction.RESPONSE.label();
  }

  /** Returns the name, such as {@code StartProtectedQuery}. */
  public String name() {
    return name;
  }

  /** Returns the resource it belongs to, such as {@code protected-query}. */
  public String resource() {
    return resource;
  }

  /** Returns a sentence on what it does. */
  public String description() {
    return root().path("description").asString();
  }

  /** Returns the release that brought it: the launch, unless the schema names a later one. */
  public LocalDate since() {
    return Shape.date(root().path("x-since")).orElse(Catalogue.LAUNCH);
  }

  /** Returns how its request travels. */
  public HttpBinding http() {
    return HttpBinding.parse(root().path("x-http").asString());
  }

  /** Returns the HTTP status of an answer that is no error. */
  public int status() {
    return root().path("x-status").asInt();
  }

  /** Returns the errors that it declares, in alphabetical order. */
  public List<ErrorShape> errors() {
    List<ErrorShape> errors = new ArrayList<>();
    for (JsonNode error : root().path("x-errors")) {
      errors.add(catalogue.error(error.asString()).orElseThrow());
    }
    return List.copyOf(errors);
  }

  /** Returns what its input has to be, path and query members included. */
  public Shape request() {
    return message(Direction.REQUEST);
  }

  /** Returns what its output has to be. */
  public Shape response() {
    return message(Direction.RESPONSE);
  }

  /**
   * Returns the URI of the schema of a request or a response.
   *
   * @throws IllegalArgumentException for errors, whose schemas are the catalogue's
   */
  public String schemaUri(Direction direction) {
    return switch (direction) {
      case REQUEST -> requestUri;
      case RESPONSE -> responseUri;
      case ERROR ->
          throw new IllegalArgumentException("an operation has no error schema of its own");
    };
  }

  private Shape message(Direction direction) {
    Shape known = messages.get(direction);
    return known == null ? read(direction) : known;
  }

  private Shape read(Direction direction) {
    return messages.computeIfAbsent(
        direction,
        which -> {
          SchemaPlace place = files.place(path, "/$defs/" + which.label());
          return new Shape(place, name + " " + which.label());
        });
  }

  private JsonNode root() {
    return files.file(path);
  }

  @Override
  public String toString() {
    return name;
  }
}
