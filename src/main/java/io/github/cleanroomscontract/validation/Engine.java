package io.github.cleanroomscontract.validation;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Judges a tree by a schema. Which implementation runs, nobody outside this package knows.
 * Implementations are thread-safe.
 */
interface Engine {

  /**
   * Judges.
   *
   * @param schemaUri the schema, as {@code $id#/$defs/name}
   * @param payload what to judge
   * @return every keyword that fails, in no particular order; empty if the payload is valid
   */
  List<Violation> judge(String schemaUri, JsonNode payload);

  /**
   * A keyword that fails.
   *
   * @param pointer the value that it judges; for the key of a map, the map
   * @param keyword the keyword; {@code propertyNames} for whatever fails about a key of a map
   * @param subject the missing member, the unknown member, the member that does not come without
   *     others, or the key of the map; else empty
   * @param rule the id of the documented rule that the keyword is part of; else empty
   */
  record Violation(String pointer, String keyword, String subject, String rule) {}
}
