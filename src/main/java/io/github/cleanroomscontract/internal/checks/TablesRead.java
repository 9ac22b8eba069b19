package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.internal.facts.Facts.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The tables that an analysis reads: those that its template names, or else those among the known
 * ones that its text surely reads.
 */
final class TablesRead {

  private final World world;
  private final Optional<String> collaboration;
  private final Set<String> named = new HashSet<>();
  private final SqlText text;

  private TablesRead(
      World world, Optional<String> collaboration, JsonNode schema, Optional<String> text) {
    this.world = world;
    this.collaboration = collaboration;
    this.text = new SqlText(text.orElse(""));
    schema.path("referencedTables").forEach(name -> named.add(name.asString("")));
  }

  /** Returns those of a text. */
  static TablesRead ofText(Subject text) {
    World world = text.world();
    return new TablesRead(
        world, world.collaborationId(), MissingNode.getInstance(), Optional.of(text.text()));
  }

  /** Returns those of a template, or of a request to create one. */
  static TablesRead ofTemplate(World world, JsonNode template) {
    return new TablesRead(
        world,
        template.path("collaborationId").asStringOpt().or(world::collaborationId),
        template.path("schema"),
        template.path("source").path("text").asStringOpt());
  }

  /** Returns what is known of them: their schemas, or their analysis rules. */
  List<JsonNode> known(Kind kind) {
    Predicate<String> read = named.isEmpty() ? text::reads : named::contains;
    return all(kind).stream().filter(table -> read.test(name(table))).toList();
  }

  /** Returns whether nothing more is to be known of them. */
  boolean complete(Kind kind) {
    Set<String> missing = new HashSet<>(named);
    List<JsonNode> all = all(kind);
    all.forEach(table -> missing.remove(name(table)));
    return !all.isEmpty() && missing.isEmpty();
  }

  private List<JsonNode> all(Kind kind) {
    return collaboration.map(id -> world.all(kind, id + "/")).orElse(List.of());
  }

  private static String name(JsonNode table) {
    return table.path("name").asString("");
  }
}
