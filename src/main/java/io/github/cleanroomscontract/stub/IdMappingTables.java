package io.github.cleanroomscontract.stub;

import java.util.Map;

/** ID mapping tables, which are usable once they are populated. */
final class IdMappingTables implements Family {

  /** What no view shows: whether there is something in it. */
  static final String POPULATED = "populated";

  private final World world;

  IdMappingTables(World world) {
    this.world = world;
  }

  @Override
  public void unique(Resource membership, Map<String, Object> told, Ask ask) {
    TableNames.unique(membership, told);
  }

  /** Answers that a job has begun to populate a table. */
  Map<String, Object> populate(Ask ask) {
    Resource table = world.named(Kind.ID_MAPPING_TABLE, ask);
    table.members().put(POPULATED, true);
    return Map.of("idMappingJobId", world.newId());
  }
}
