package io.github.cleanroomscontract.stub;

import java.util.Map;

/** Associations of configured tables with memberships. */
final class TableAssociations implements Family {

  private final World world;

  TableAssociations(World world) {
    this.world = world;
  }

  @Override
  public void unique(Resource membership, Map<String, Object> told, Ask ask) {
    TableNames.unique(membership, told);
  }

  @Override
  public void create(Resource association, Ask ask) {
    refer(association, association.text("configuredTableId"), ask);
  }

  @Override
  public void adopt(Resource association, Ask ask) {
    refer(association, world.newId(), ask);
  }

  private void refer(Resource association, String table, Ask ask) {
    Arns.refer(association, world.get(Kind.CONFIGURED_TABLE, null, table, ask));
  }
}
