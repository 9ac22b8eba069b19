package io.github.cleanroomscontract.stub;

import java.util.List;
import java.util.Map;

/** The names that queries know tables by: no two tables of a collaboration have the same. */
final class TableNames {

  private static final List<Kind> TABLES =
      List.of(Kind.TABLE_ASSOCIATION, Kind.ID_MAPPING_TABLE, Kind.INTERMEDIATE_TABLE);

  private TableNames() {}

  /**
   * Makes sure that a name is free.
   *
   * @param membership what the table would belong to
   * @param told what its request tells
   * @throws Refusal if another table has the name
   */
  static void unique(Resource membership, Map<String, Object> told) {
    for (Kind kind : TABLES) {
      for (Resource table : World.ofMembers(membership.parent(), kind)) {
        if (table.is("name", (String) told.get("name"))) {
          throw Refusal.conflict(kind, table.key(), "ALREADY_EXISTS", "has that name");
        }
      }
    }
  }
}
