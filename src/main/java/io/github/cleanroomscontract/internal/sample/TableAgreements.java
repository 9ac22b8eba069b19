package io.github.cleanroomscontract.internal.sample;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the members of tables, and of what a collaboration sees of them, agree on. */
final class TableAgreements {

  private TableAgreements() {}

  static void register(Agreements agreements) {
    for (String request :
        List.of("CreateConfiguredTable request", "UpdateConfiguredTable request")) {
      agreements.add(request, TableAgreements::methods);
      agreements.add(request, TableAgreements::columnsOfSnowflake);
    }
    for (String inputs :
        List.of("IdMappingTableInputReferenceProperties", "IdMappingTableSchemaTypeProperties")) {
      agreements.add(inputs, TableAgreements::sourceAndTarget);
    }
    agreements.add("SchemaStatusDetail", TableAgreements::reasons);
    agreements.add("Schema", TableAgreements::kind);
    agreements.add("Schema", schema -> atMostOne(schema, "schemaStatusDetails"));
    for (String table : List.of("Schema", "ConfiguredTable", "ConfiguredTableSummary")) {
      agreements.add(table, each -> atMostOne(each, "analysisRuleTypes"));
    }
  }

  private static void atMostOne(Draft table, String list) {
    if (table.list(list).size() > 1 && table.pinned(list)) {
      table.refuse("more than one of " + list);
    } else if (table.list(list).size() > 1) {
      table.set(list, new ArrayList<>(table.list(list).subList(0, 1)));
    }
  }

  private static void methods(Draft table) {
    if (table.has("selectedAnalysisMethods")) {
      if (table.pinned("analysisMethod") && !table.is("analysisMethod", "MULTIPLE")) {
        table.remove("selectedAnalysisMethods");
      } else {
        table.set("analysisMethod", "MULTIPLE");
        table.atLeast("selectedAnalysisMethods", 2);
        differ(table);
      }
    } else if (table.is("analysisMethod", "MULTIPLE")) {
      table.atLeast("selectedAnalysisMethods", 2);
    }
  }

  private static void differ(Draft table) {
    List<Object> methods = table.list("selectedAnalysisMethods");
    if (methods.size() == 2 && methods.get(0).equals(methods.get(1))) {
      methods.set(1, methods.get(0).equals("DIRECT_JOB") ? "DIRECT_QUERY" : "DIRECT_JOB");
    }
  }

  private static void columnsOfSnowflake(Draft table) {
    Draft schema = table.at("tableReference", "snowflake", "tableSchema").orElse(null);
    if (schema == null || !table.has("allowedColumns")) {
      return;
    }
    if (schema.pinned("v1", "0") && schema.list("v1").size() == 1) {
      // What is wrong about one column is not to touch what is allowed.
      schema.append("v1");
    }
    Set<Object> names = new LinkedHashSet<>();
    schema
        .items("v1")
        .forEach(column -> names.add(column.text("columnName").toLowerCase(Locale.ROOT)));
    if (table.pinned("tableReference") && !names.isEmpty()) {
      table.set("allowedColumns", new ArrayList<>(names).subList(names.size() - 1, names.size()));
    } else {
      throw new ConflictException("columns that Snowflake has not");
    }
  }

  private static void sourceAndTarget(Draft inputs) {
    List<Draft> sources = inputs.items("idMappingTableInputSource");
    if (sources.size() == 2) {
      boolean first = sources.get(0).pinned("type") ? sources.get(0).is("type", "SOURCE") : true;
      sources.get(0).set("type", first ? "SOURCE" : "TARGET");
      sources.get(1).set("type", first ? "TARGET" : "SOURCE");
    }
  }

  private static void reasons(Draft detail) {
    boolean wished = detail.pinned("reasons") && !detail.list("reasons").isEmpty();
    if (detail.is("status", "READY") && !detail.list("reasons").isEmpty()) {
      if (wished) {
        detail.set("status", "NOT_READY");
      } else {
        detail.remove("reasons");
      }
    }
    if (detail.is("status", "NOT_READY")) {
      detail.atLeast("reasons", 1);
    }
  }

  private static void kind(Draft schema) {
    Draft properties = schema.at("schemaTypeProperties").orElse(null);
    if (properties != null && schema.pinned("schemaTypeProperties")) {
      schema.set(
          "type",
          switch (properties.names().get(0)) {
            case "idMappingTable" -> "ID_MAPPING_TABLE";
            case "intermediateTable" -> "INTERMEDIATE_TABLE";
            default -> "TABLE";
          });
    } else if (properties != null) {
      String variant =
          switch (schema.text("type")) {
            case "ID_MAPPING_TABLE" -> "idMappingTable";
            case "INTERMEDIATE_TABLE" -> "intermediateTable";
            default -> "configuredTableAssociation";
          };
      if (schema.knowsVariant("schemaTypeProperties", variant)) {
        schema.choose("schemaTypeProperties", variant);
      } else {
        schema.remove("schemaTypeProperties");
      }
    }
  }
}
