package io.github.cleanroomscontract.internal.schema;

import io.github.cleanroomscontract.internal.json.Pointers;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A schema where it stands.
 *
 * @param files the files it belongs to
 * @param path the path of its file
 * @param pointer its place in that file
 * @param node the schema itself
 */
public record SchemaPlace(SchemaFiles files, String path, String pointer, JsonNode node) {

  /** Returns the schema below this one that the segments lead to. */
  public SchemaPlace at(String... segments) {
    String below = pointer;
    for (String segment : segments) {
      below = Pointers.append(below, segment);
    }
    return files.place(path, below);
  }

  /** Returns this schema, or the one that it refers to. */
  public SchemaPlace resolved() {
    SchemaPlace place = this;
    while (place.node.has("$ref")) {
      place = place.referred();
    }
    return place;
  }

  /** Returns the schema that this one refers to. */
  public SchemaPlace referred() {
    String reference = node.get("$ref").asString();
    int hash = reference.indexOf('#');
    String file = hash == 0 ? path : sibling(reference.substring(0, hash));
    return files.place(file, reference.substring(hash + 1));
  }

  /** Returns the id of the documented rule that this is part of; empty if it is the model's. */
  public String rule() {
    return files.rule(path, pointer);
  }

  /** Returns the name of the shape that a {@code $defs} entry defines; empty for other places. */
  public String shapeName() {
    List<String> segments = Pointers.segments(pointer);
    return segments.size() == 2 && segments.get(0).equals("$defs") ? segments.get(1) : "";
  }

  /** Schema files lie one folder deep, so a reference climbs at most once. */
  private String sibling(String reference) {
    return reference.startsWith("../")
        ? reference.substring(3)
        : path.substring(0, path.indexOf('/') + 1) + reference;
  }
}
