package io.github.cleanroomscontract.generation;

/** Ways to break what is documented of tables. */
final class TableMutants {

  private static final String CREATE = "CreateConfiguredTable request";
  private static final String UPDATE = "UpdateConfiguredTable request";
  private static final String METHOD = "/analysisMethod";
  private static final String METHODS = "/selectedAnalysisMethods";
  private static final String SCHEMA = "Schema";
  private static final String DETAILS = "/schemaStatusDetails";

  private TableMutants() {}

  static void register(Mutants mutants) {
    requests(mutants);
    snowflake(mutants);
    answers(mutants);
    schemas(mutants);
  }

  private static void requests(Mutants mutants) {
    mutants.in("allowed-columns.unique", "AllowedColumnList").set("", "['region','region']");
    mutants
        .in("selected-analysis-methods.unique", "SelectedAnalysisMethods")
        .set("", "['DIRECT_QUERY','DIRECT_QUERY']");
    mutants
        .in("selected-analysis-methods.min-two", CREATE)
        .set(METHOD, "'MULTIPLE'")
        .set(METHODS, "['DIRECT_QUERY']")
        .at(METHODS);
    mutants
        .in("selected-analysis-methods.with-multiple", CREATE)
        .set(METHOD, "'DIRECT_QUERY'")
        .set(METHODS, "['DIRECT_QUERY','DIRECT_JOB']")
        .at(METHOD);
    mutants
        .in("id-namespace.owned-by-caller", "IdNamespaceAssociationInputReferenceConfig")
        .caller(Mutant.PARTNER)
        .at("/inputReferenceArn");
  }

  private static void snowflake(Mutants mutants) {
    mutants
        .in("snowflake.allowed-columns-in-schema", CREATE, UPDATE)
        .having("/tableReference/snowflake")
        .set("/allowedColumns", "['secret']")
        .at("/allowedColumns/0");
    mutants
        .in("snowflake.column-names-unique", "SnowflakeTableSchemaList")
        .set("/-", "@/0")
        .at("/1/columnName");
    mutants
        .in("snowflake.column-type-supported", "SnowflakeTableSchemaV1")
        .set("/columnType", "'GEOGRAPHY'")
        .at("/columnType");
  }

  private static void answers(Mutants mutants) {
    mutants
        .in("id-mapping.one-source-one-target", "IdMappingTableInputSourceList")
        .set("/1/type", "@/0/type");
    mutants
        .in("configured-table.one-rule-type", "ConfiguredTableAnalysisRuleTypeList")
        .set("", "['LIST','AGGREGATION']");
    mutants
        .in("association-name.lowercase", "ConfiguredTableAssociation")
        .set("/name", "'Purchases'")
        .at("/name");
  }

  private static void schemas(Mutants mutants) {
    mutants
        .in("schema.one-rule-type", SCHEMA)
        .set("/analysisRuleTypes", "['LIST','AGGREGATION']")
        .at("/analysisRuleTypes");
    mutants
        .in("schema.one-status-detail", SCHEMA)
        .from("2024-07-24")
        .set(
            DETAILS,
            """
            [{'status':'READY','analysisType':'DIRECT_ANALYSIS'},
             {'status':'READY','analysisType':'ADDITIONAL_ANALYSIS'}]""")
        .at(DETAILS);
    mutants
        .in("schema.one-status-detail", SCHEMA)
        .until("2024-07-24")
        .set(DETAILS, "[{'status':'READY'},{'status':'READY'}]")
        .at(DETAILS);
    mutants.in("schema.not-ready-has-reasons", "SchemaStatusDetail").set("/status", "'NOT_READY'");
    mutants
        .in("schema.not-ready-has-reasons", "SchemaStatusDetail")
        .having("/reasons/0")
        .set("/status", "'READY'")
        .at("/reasons");
    mutants
        .in("schema.type-properties-match-type", SCHEMA)
        .having("/schemaTypeProperties/idMappingTable")
        .set("/type", "'TABLE'")
        .at("/schemaTypeProperties");
  }
}
