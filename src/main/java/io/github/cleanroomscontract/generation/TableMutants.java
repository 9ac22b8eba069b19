package io.github.cleanroomscontract.generation;

/** Ways to break what is documented of tables. */
final class TableMutants {

  private static final String CREATE = "CreateConfiguredTable";
  private static final String SNOWFLAKE = "/tableReference/snowflake/tableSchema/v1";
  private static final String INPUTS =
      "/idMappingTable/inputReferenceProperties/idMappingTableInputSource";

  private TableMutants() {}

  static void register(Mutants mutants) {

    mutants
        .request("allowed-columns.unique", CREATE)
        .set("/allowedColumns", "['region','region']")
        .at("/allowedColumns");
    mutants
        .request("selected-analysis-methods.unique", "UpdateConfiguredTable")
        .set("/analysisMethod", "'MULTIPLE'")
        .set("/selectedAnalysisMethods", "['DIRECT_QUERY','DIRECT_QUERY']")
        .at("/selectedAnalysisMethods");
    mutants
        .request("selected-analysis-methods.min-two", CREATE)
        .set("/analysisMethod", "'MULTIPLE'")
        .set("/selectedAnalysisMethods", "['DIRECT_QUERY']")
        .at("/selectedAnalysisMethods");
    mutants
        .request("selected-analysis-methods.with-multiple", CREATE)
        .set("/analysisMethod", "'DIRECT_QUERY'")
        .set("/selectedAnalysisMethods", "['DIRECT_QUERY','DIRECT_JOB']")
        .at("/analysisMethod");
    mutants
        .request("snowflake.allowed-columns-in-schema", CREATE)
        .having("/tableReference/snowflake")
        .set("/allowedColumns", "['secret']")
        .at("/allowedColumns/0");
    mutants
        .request("snowflake.column-names-unique", CREATE)
        .having(SNOWFLAKE)
        .set(SNOWFLAKE + "/-", "{'columnName':'customer_id','columnType':'VARCHAR'}")
        .at(SNOWFLAKE + "/1/columnName");
    mutants
        .request("snowflake.column-type-supported", CREATE)
        .having(SNOWFLAKE)
        .set(SNOWFLAKE + "/0/columnType", "'GEOGRAPHY'")
        .at(SNOWFLAKE + "/0/columnType");
    mutants
        .response("id-mapping.one-source-one-target", "GetIdMappingTable")
        .having(INPUTS)
        .set(INPUTS + "/1/type", "'SOURCE'")
        .at(INPUTS);
    mutants
        .request("id-namespace.owned-by-caller", "CreateIdNamespaceAssociation")
        .caller("444455556666")
        .at("/inputReferenceConfig/inputReferenceArn");
    mutants
        .response("configured-table.one-rule-type", "GetConfiguredTable")
        .set("/configuredTable/analysisRuleTypes", "['LIST','CUSTOM']")
        .at("/configuredTable/analysisRuleTypes");
    mutants
        .response("association-name.lowercase", "GetConfiguredTableAssociation")
        .set("/configuredTableAssociation/name", "'Purchases'")
        .at("/configuredTableAssociation/name");
    mutants
        .response("schema.one-rule-type", "GetSchema")
        .set("/schema/analysisRuleTypes", "['LIST','CUSTOM']")
        .at("/schema/analysisRuleTypes");
    mutants
        .response("schema.one-status-detail", "GetSchema")
        .set(
            "/schema/schemaStatusDetails",
            "[{'status':'READY','analysisType':'DIRECT_ANALYSIS'},{'status':'READY','analysisType':'ADDITIONAL_ANALYSIS'}]")
        .at("/schema/schemaStatusDetails");
    mutants
        .response("schema.not-ready-has-reasons", "GetSchema")
        .set(
            "/schema/schemaStatusDetails",
            "[{'status':'NOT_READY','analysisType':'DIRECT_ANALYSIS'}]")
        .at("/schema/schemaStatusDetails/0");
    mutants
        .response("schema.type-properties-match-type", "GetSchema")
        .having("/schema/schemaTypeProperties/idMappingTable")
        .set("/schema/type", "'TABLE'")
        .at("/schema/schemaTypeProperties");
    mutants.request("tag.count-fifty", "TagResource").set("/tags", tags()).at("/tags");
    mutants
        .request("batch-request.items-unique", "BatchGetSchema")
        .set("/names", "['purchases','purchases']")
        .at("/names");
  }

  private static String tags() {
    StringBuilder tags = new StringBuilder("{'team':'insights'");
    for (int i = 1; i <= 50; i++) {
      tags.append(",'project-").append(i).append("':'overlap'");
    }
    return tags.append('}').toString();
  }
}
