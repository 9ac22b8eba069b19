package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a collaboration sees of the tables that its members associate, map or make. */
final class Schemas implements Family {

  private static final String TYPE = "type";
  private static final String RULES = "analysisRuleTypes";
  private static final String COLUMNS = "columns";
  private static final String STATUS = "status";

  private final World world;
  private final Rest rest;

  /** The tables by their schemas. */
  private final Map<Resource, Resource> sources = new HashMap<>();

  Schemas(World world, Rest rest) {
    this.world = world;
    this.rest = rest;
  }

  @Override
  public void adopt(Resource schema, Ask ask) {
    schema.members().put("name", schema.key());
    schema.members().put(TYPE, "TABLE");
  }

  Map<String, Object> list(Ask ask) {
    Resource collaboration = world.named(Kind.COLLABORATION, ask);
    look(collaboration, ask);
    return rest.list(ask, collaboration.children(Kind.SCHEMA));
  }

  Map<String, Object> get(Ask ask) {
    look(world.named(Kind.COLLABORATION, ask), ask);
    return rest.about(world.named(Kind.SCHEMA, ask), ask);
  }

  Map<String, Object> batch(Ask ask) {
    Resource collaboration = world.named(Kind.COLLABORATION, ask);
    look(collaboration, ask);
    return Batch.of(
        ask,
        "names",
        name -> world.get(Kind.SCHEMA, collaboration, (String) name, ask),
        name -> Map.of("name", name),
        world.answers());
  }

  Map<String, Object> getRule(Ask ask) {
    Resource collaboration = world.named(Kind.COLLABORATION, ask);
    look(collaboration, ask);
    return rest.about(rule(collaboration, ask.text("name"), ask.text(TYPE), ask), ask);
  }

  Map<String, Object> batchRules(Ask ask) {
    Resource collaboration = world.named(Kind.COLLABORATION, ask);
    look(collaboration, ask);
    return Batch.of(
        ask,
        "schemaAnalysisRuleRequests",
        one -> rule(collaboration, text(one, "name"), text(one, TYPE), ask),
        Trees::copy,
        world.answers());
  }

  private static String text(Object holder, String member) {
    return (String) Trees.find(holder, List.of(member));
  }

  /** Looks again at the tables that there are. */
  private void look(Resource collaboration, Ask ask) {
    sources.entrySet().stream()
        .filter(entry -> entry.getValue().deleted())
        .forEach(entry -> entry.getKey().delete());
    for (Kind kind :
        List.of(Kind.TABLE_ASSOCIATION, Kind.ID_MAPPING_TABLE, Kind.INTERMEDIATE_TABLE)) {
      for (Resource table : World.ofMembers(collaboration, kind)) {
        String name = table.text("name");
        Resource schema =
            collaboration.child(Kind.SCHEMA, name).filter(known -> !known.deleted()).orElse(null);
        if (schema == null && isName(name)) {
          schema = world.create(Kind.SCHEMA, name, collaboration, of(table), ask);
          sources.put(schema, table);
        } else if (schema != null && sources.get(schema) == table) {
          schema.members().putAll(of(table));
        }
      }
    }
  }

  /** Names of intermediate tables may be no names of schemas. */
  private boolean isName(String name) {
    Shape shape = world.shape(Kind.SCHEMA).map(each -> Answers.below(each, "name")).orElse(null);
    return shape != null && shape.fits(name);
  }

  private Map<String, Object> of(Resource table) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("name", table.text("name"));
    schema.put("description", table.text("description"));
    schema.put("creatorAccountId", table.text("creatorAccountId"));
    schema.put("createTime", table.members().get("createTime"));
    schema.put("updateTime", table.members().get("updateTime"));
    schema.put("partitionKeys", List.of());
    switch (table.kind()) {
      case TABLE_ASSOCIATION -> ofAssociation(schema, table);
      case ID_MAPPING_TABLE -> ofMapping(schema, table);
      default -> ofIntermediate(schema, table);
    }
    return schema;
  }

  private void ofAssociation(Map<String, Object> schema, Resource association) {
    Resource table =
        world
            .find(Kind.CONFIGURED_TABLE, null, association.text("configuredTableId"))
            .orElseThrow();
    schema.put(TYPE, "TABLE");
    List<Object> columns = new ArrayList<>();
    ((List<?>) table.members().get("allowedColumns"))
        .forEach(name -> columns.add(Map.of("name", name, TYPE, "string")));
    schema.put(COLUMNS, columns);
    schema.put(RULES, table.members().get(RULES));
    for (String member : List.of("analysisMethod", "selectedAnalysisMethods")) {
      if (table.members().containsKey(member)) {
        schema.put(member, table.members().get(member));
      }
    }
    schema.put("resourceArn", association.text("arn"));
    schema.put(
        "schemaTypeProperties",
        Map.of(
            "configuredTableAssociation",
            Map.of("configuredTableAssociationId", association.key())));
    status(schema, rules(table).isEmpty() ? "ANALYSIS_RULE_MISSING" : "");
  }

  private void ofMapping(Map<String, Object> schema, Resource table) {
    schema.put(TYPE, "ID_MAPPING_TABLE");
    schema.put(RULES, List.of("ID_MAPPING_TABLE"));
    schema.put("resourceArn", table.text("arn"));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("idMappingTableId", table.key());
    properties.put(
        "idMappingTableInputSource",
        Trees.find(
            table.members(), List.of("inputReferenceProperties", "idMappingTableInputSource")));
    schema.put("schemaTypeProperties", Map.of("idMappingTable", properties));
    boolean populated = table.members().containsKey(IdMappingTables.POPULATED);
    status(schema, populated ? "" : "ID_MAPPING_TABLE_NOT_POPULATED");
  }

  private void ofIntermediate(Map<String, Object> schema, Resource table) {
    schema.put(TYPE, "INTERMEDIATE_TABLE");
    schema.put(RULES, rules(table));
    Object columns = Trees.find(table.members(), List.of("schema", COLUMNS));
    schema.put(COLUMNS, columns == null ? List.of() : columns);
    schema.put(
        "schemaTypeProperties",
        Map.of("intermediateTable", Map.of("intermediateTableId", table.key())));
    String missing = rules(table).isEmpty() ? "INTERMEDIATE_TABLE_ANALYSIS_RULE_MISSING" : "";
    status(
        schema,
        switch (table.text(STATUS)) {
          case "POPULATE_SUCCESS" -> missing;
          case "DISALLOWED_BY_DATA_PROVIDER" -> "INTERMEDIATE_TABLE_DISALLOWED_BY_DATA_PROVIDER";
          default -> "INTERMEDIATE_TABLE_NOT_POPULATED";
        });
  }

  private static List<?> rules(Resource table) {
    return table.members().get(RULES) instanceof List<?> rules ? rules : List.of();
  }

  private static void status(Map<String, Object> schema, String missing) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("analysisType", "DIRECT_ANALYSIS");
    List<?> rules = (List<?>) schema.get(RULES);
    if (!rules.isEmpty()) {
      detail.put("analysisRuleType", rules.get(0));
    }
    detail.put(STATUS, missing.isEmpty() ? "READY" : "NOT_READY");
    if (!missing.isEmpty()) {
      detail.put("reasons", List.of(Map.of("code", missing, "message", missing)));
    }
    schema.put("schemaStatusDetails", List.of(detail));
  }

  /** Returns the rule of a type that a schema has. */
  private Resource rule(Resource collaboration, String name, String type, Ask ask) {
    Resource schema = world.get(Kind.SCHEMA, collaboration, name, ask);
    Resource table = sources.get(schema);
    boolean mapping = table != null && table.kind() == Kind.ID_MAPPING_TABLE;
    if (mapping && ((List<?>) schema.members().get(RULES)).contains(type)) {
      // Nobody creates it: the service makes it with the table.
      return world
          .find(Kind.SCHEMA_RULE, schema, type)
          .orElseGet(() -> world.adopt(Kind.SCHEMA_RULE, schema, type, ask));
    }
    if (table == null || mapping) {
      return world.get(Kind.SCHEMA_RULE, schema, type, ask);
    }
    Resource base = table;
    Kind kind = Kind.INTERMEDIATE_TABLE_RULE;
    if (table.kind() == Kind.TABLE_ASSOCIATION) {
      String id = table.text("configuredTableId");
      base = world.find(Kind.CONFIGURED_TABLE, null, id).orElseThrow();
      kind = Kind.CONFIGURED_TABLE_RULE;
    }
    Resource own =
        base.child(kind, type)
            .filter(each -> !each.deleted())
            .orElseThrow(() -> Refusal.notFound(ask, Kind.SCHEMA_RULE, type));
    Map<String, Object> told = new LinkedHashMap<>();
    told.put(
        "policy",
        own.members().get(own.members().containsKey("policy") ? "policy" : "analysisRulePolicy"));
    told.put("createTime", own.members().get("createTime"));
    told.put("updateTime", own.members().get("updateTime"));
    if (kind == Kind.CONFIGURED_TABLE_RULE) {
      table
          .child(Kind.TABLE_ASSOCIATION_RULE, type)
          .filter(each -> !each.deleted())
          .ifPresent(each -> told.put("collaborationPolicy", each.members().get("policy")));
    }
    return world.create(Kind.SCHEMA_RULE, type, schema, told, ask);
  }

  /** What a schema says of its rules. */
  static final class Rules implements Family {

    @Override
    public void create(Resource rule, Ask ask) {
      rule.members().put(TYPE, rule.key());
      rule.members().put("name", rule.parent().key());
    }

    @Override
    public void adopt(Resource rule, Ask ask) {
      create(rule, ask);
    }
  }
}
