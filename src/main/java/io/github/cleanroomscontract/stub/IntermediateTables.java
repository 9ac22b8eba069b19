package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Intermediate tables, which queries populate. */
final class IntermediateTables implements Family {

  private static final String STATUS = "status";
  private static final String STARTED = "POPULATE_STARTED";
  private static final String SUCCESS = "POPULATE_SUCCESS";
  private static final String DISALLOWED = "DISALLOWED_BY_DATA_PROVIDER";
  private static final String SCHEMA = "schema";
  private static final String COLUMNS = "columns";

  private static final int LONGEST_TYPE = 255;

  /** What no view shows: each time that it was populated. */
  private static final String VERSIONS = "versions";

  private static final List<String> OUTPUT =
      List.of("resultConfiguration", "outputConfiguration", "intermediateTable", "id");

  private final World world;

  IntermediateTables(World world) {
    this.world = world;
  }

  @Override
  public void unique(Resource membership, Map<String, Object> told, Ask ask) {
    TableNames.unique(membership, told);
  }

  @Override
  public void create(Resource table, Ask ask) {
    table.members().put(STATUS, "CREATED");
    table.members().putIfAbsent("retentionInDays", 30);
  }

  @Override
  public void adopt(Resource table, Ask ask) {
    create(table, ask);
    if (ask.has(COLUMNS)) {
      // Only what was populated has columns to change.
      table.members().put(STATUS, SUCCESS);
    }
  }

  @Override
  public void update(Resource table, Map<String, Object> told, Ask ask) {
    table.members().putAll(told);
    if (ask.has(COLUMNS)) {
      table.members().put(SCHEMA, Map.of(COLUMNS, changed(table, ask.list(COLUMNS))));
    }
  }

  private static List<Object> changed(Resource table, List<?> changes) {
    Map<Object, Object> columns = new LinkedHashMap<>();
    if (Trees.find(table.members(), List.of(SCHEMA, COLUMNS)) instanceof List<?> before) {
      before.forEach(column -> columns.put(Trees.find(column, List.of("name")), column));
    }
    for (Object column : changes) {
      // Requests take longer types than answers have room for.
      if (((String) Trees.find(column, List.of("type"))).length() <= LONGEST_TYPE) {
        columns.put(Trees.find(column, List.of("name")), column);
      }
    }
    return List.copyOf(columns.values());
  }

  @Override
  public void goOn(Resource table) {
    if (table.is(STATUS, STARTED)) {
      Map<String, Object> version = versions(table).get(versions(table).size() - 1);
      world
          .find(Kind.PROTECTED_QUERY, null, (String) version.get("analysisId"))
          .ifPresent(query -> ((Analyses) world.family(Kind.PROTECTED_QUERY)).succeed(query));
    }
  }

  /** Answers that a query has begun to populate a table. */
  Map<String, Object> populate(Ask ask) {
    Resource table = world.named(Kind.INTERMEDIATE_TABLE, ask);
    if (table.is(STATUS, STARTED, DISALLOWED, "BASE_TABLE_REMOVED")) {
      throw Refusal.conflict(
          table.kind(), table.key(), "INVALID_STATE", "is " + table.text(STATUS));
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put(
        "resultConfiguration",
        Map.of(
            "outputConfiguration",
            Map.of(
                "intermediateTable",
                Map.of("id", table.key(), "arn", table.text("arn"), "name", table.text("name")))));
    Object sql =
        Trees.find(table.members(), List.of("populationAnalysisConfiguration", "sqlParameters"));
    told.put("sqlParameters", sql);
    String id = world.newId();
    world.create(Kind.PROTECTED_QUERY, id, table.in(Kind.MEMBERSHIP), told, ask);
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("versionId", world.newId());
    version.put("tableId", table.key());
    version.put("createTime", world.settings().now());
    version.put("analysisId", id);
    version.put("analysisType", "QUERY");
    version.put(STATUS, STARTED);
    if (table.members().containsKey("kmsKeyArn")) {
      version.put("kmsKeyArn", table.text("kmsKeyArn"));
    }
    if (ask.has("parameters")) {
      version.put("parameters", ask.input().get("parameters"));
    }
    versions(table).add(version);
    table.members().put(STATUS, STARTED);
    world.touch(table);
    return Answers.members(ask.operation().response(), version);
  }

  /** Returns whether an analysis is there to populate a table. */
  static boolean isPopulatedBy(Resource analysis) {
    return Trees.find(analysis.members(), OUTPUT) != null;
  }

  /** Says that an analysis has ended, which may have been there to populate a table. */
  static void populatedBy(Resource analysis, World world) {
    if (Trees.find(analysis.members(), OUTPUT) instanceof String id) {
      world
          .find(Kind.INTERMEDIATE_TABLE, null, id)
          .filter(table -> table.is(STATUS, STARTED))
          .ifPresent(table -> populated(table, world));
    }
  }

  private static void populated(Resource table, World world) {
    Map<String, Object> version = versions(table).get(versions(table).size() - 1);
    version.put(STATUS, SUCCESS);
    if (table.members().get("retentionInDays") instanceof Number days) {
      BigDecimal seconds = BigDecimal.valueOf(days.longValue() * 86_400);
      version.put("expirationTime", new BigDecimal(world.settings().now().toString()).add(seconds));
    }
    table.members().put(STATUS, SUCCESS);
    world.touch(table);
    Shape shape = world.shape(Kind.INTERMEDIATE_TABLE).orElseThrow();
    Shape active = Answers.below(shape, "intermediateTableVersion");
    table.members().put("intermediateTableVersion", world.answers().view(version, active));
    world.answers().learn(table.members(), shape, "/schema");
  }

  /** Lists each time that a table was populated. */
  Map<String, Object> listVersions(Ask ask) {
    Resource table = world.named(Kind.INTERMEDIATE_TABLE, ask);
    Shape entry = Answers.entries(ask.operation().response()).shape().item();
    List<Map<String, Object>> all = versions(table);
    return Pages.page(ask, all, all::indexOf, each -> world.answers().view(each, entry));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> versions(Resource table) {
    return (List<Map<String, Object>>)
        table.members().computeIfAbsent(VERSIONS, name -> new ArrayList<>());
  }

  /** Answers that a table may be used no longer. */
  Map<String, Object> disallow(Ask ask) {
    Resource membership = world.named(Kind.MEMBERSHIP, ask);
    String name = ask.text("intermediateTableName");
    Optional<Resource> found =
        World.ofMembers(membership.parent(), Kind.INTERMEDIATE_TABLE).stream()
            .filter(table -> table.is("name", name))
            .findFirst();
    boolean deleted =
        world.every(Kind.INTERMEDIATE_TABLE).stream()
            .anyMatch(
                table ->
                    table.is("name", name) && table.in(Kind.COLLABORATION) == membership.parent());
    boolean refused = deleted || world.settings().unknown() == UnknownResources.NOT_FOUND;
    if (found.isEmpty() && refused) {
      throw Refusal.notFound(ask, Kind.INTERMEDIATE_TABLE, name);
    }
    Resource table =
        found.orElseGet(
            () ->
                world.create(
                    Kind.INTERMEDIATE_TABLE,
                    world.newId(),
                    membership,
                    new LinkedHashMap<>(Map.of("name", name)),
                    ask));
    table.members().put(STATUS, DISALLOWED);
    table.members().remove(SCHEMA);
    table.members().remove("intermediateTableVersion");
    world.touch(table);
    return Map.of();
  }
}
