package io.github.cleanroomscontract.stub;

import java.util.ArrayList;

/** Configured tables, which cannot be deleted while a membership uses them. */
final class ConfiguredTables implements Family {

  private final World world;

  ConfiguredTables(World world) {
    this.world = world;
  }

  @Override
  public void create(Resource table, Ask ask) {
    table.members().put("analysisRuleTypes", new ArrayList<>());
  }

  @Override
  public void adopt(Resource table, Ask ask) {
    create(table, ask);
  }

  @Override
  public boolean needed(Resource table) {
    return !table.children().isEmpty()
        || world.all(Kind.TABLE_ASSOCIATION).stream()
            .anyMatch(each -> each.is("configuredTableId", table.key()));
  }
}
