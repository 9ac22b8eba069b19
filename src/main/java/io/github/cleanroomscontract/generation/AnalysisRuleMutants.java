package io.github.cleanroomscontract.generation;

/** Ways to break what is documented of analysis rules. */
final class AnalysisRuleMutants {

  private static final String CREATE = "CreateConfiguredTableAnalysisRule";
  private static final String ASSOCIATE = "CreateConfiguredTableAssociationAnalysisRule";
  private static final String V1 = "/analysisRulePolicy/v1/";
  private static final String COLUMNS = "['customer_id','hashed_email','other_customer_id']";
  private static final String PRIVACY = V1 + "custom/differentialPrivacy";

  private AnalysisRuleMutants() {}

  static void register(Mutants mutants) {

    mutants
        .request("join-operators.unique", CREATE)
        .having(V1 + "list/allowedJoinOperators")
        .set(V1 + "list/allowedJoinOperators", "['OR','OR']")
        .at(V1 + "list/allowedJoinOperators");
    mutants
        .request("scalar-functions.unique", CREATE)
        .having(V1 + "aggregation")
        .set(V1 + "aggregation/scalarFunctions", "['ABS','ABS']")
        .at(V1 + "aggregation/scalarFunctions");
    mutants
        .request("join-required.needs-join-columns", CREATE)
        .having(V1 + "aggregation")
        .set(V1 + "aggregation/joinColumns", "[]")
        .set(V1 + "aggregation/joinRequired", "'QUERY_RUNNER'")
        .at(V1 + "aggregation/joinColumns");
    mutants
        .request("aggregation.no-additional-analyses", CREATE)
        .having(V1 + "aggregation")
        .set(V1 + "aggregation/additionalAnalyses", "'ALLOWED'")
        .at(V1 + "aggregation/additionalAnalyses");
    mutants
        .request("aggregation.join-dimension-disjoint", CREATE)
        .having(V1 + "aggregation")
        .set(V1 + "aggregation/joinColumns", "['customer_id']")
        .set(V1 + "aggregation/dimensionColumns", "['customer_id']")
        .at(V1 + "aggregation/dimensionColumns/0");
    mutants
        .request("aggregate-column.functions-distinct", CREATE)
        .having(V1 + "aggregation")
        .set(
            V1 + "aggregation/aggregateColumns",
            "[{'columnNames':['amount'],'function':'SUM'},{'columnNames':['amount'],'function':'SUM'}]")
        .at(V1 + "aggregation/aggregateColumns/1/columnNames/0");
    mutants
        .request("list.join-list-disjoint", CREATE)
        .having(V1 + "list")
        .set(V1 + "list/joinColumns", "['customer_id']")
        .set(V1 + "list/listColumns", "['customer_id']")
        .at(V1 + "list/listColumns/0");
    mutants
        .request("custom.any-job-needs-providers", CREATE)
        .having(V1 + "custom")
        .set(V1 + "custom/allowedAnalyses", "['ANY_JOB']")
        .set(V1 + "custom/allowedAnalysisProviders", "[]")
        .at(V1 + "custom/allowedAnalysisProviders");
    mutants
        .request("custom.any-query-needs-providers", CREATE)
        .having(V1 + "custom")
        .set(V1 + "custom/allowedAnalyses", "['ANY_QUERY']")
        .remove(V1 + "custom/allowedAnalysisProviders")
        .at(V1 + "custom");
    mutants
        .request("allowed-additional.needs-additional-analyses", CREATE)
        .having(V1 + "custom")
        .set(V1 + "custom/additionalAnalyses", "'NOT_ALLOWED'")
        .at(V1 + "custom/allowedAdditionalAnalyses");
    mutants
        .request("allowed-analyses.unique", CREATE)
        .having(V1 + "custom")
        .set(V1 + "custom/allowedAnalyses", "['ANY_QUERY','ANY_QUERY']")
        .set(V1 + "custom/allowedAnalysisProviders", "['444455556666']")
        .at(V1 + "custom/allowedAnalyses");
    mutants
        .request("account-lists.unique", CREATE)
        .having(V1 + "custom")
        .set(V1 + "custom/allowedAnalysisProviders", "['444455556666','444455556666']")
        .at(V1 + "custom/allowedAnalysisProviders");
    mutants
        .request("rule-type.matches-policy", CREATE)
        .having(V1 + "list")
        .set("/analysisRuleType", "'CUSTOM'")
        .at("/analysisRulePolicy/v1");
    mutants
        .request("rule-type-in-path.matches-policy", "UpdateConfiguredTableAnalysisRule")
        .having(V1 + "list")
        .set("/analysisRuleType", "'CUSTOM'")
        .at("/analysisRulePolicy/v1");
    mutants
        .request("association-rule-type.matches-policy", ASSOCIATE)
        .having(V1 + "list")
        .set("/analysisRuleType", "'CUSTOM'")
        .at("/analysisRulePolicy/v1");
    mutants
        .request("association-aggregation.no-additional-analyses", ASSOCIATE)
        .having(V1 + "aggregation")
        .set(
            V1 + "aggregation/allowedAdditionalAnalyses",
            "['arn:aws:cleanrooms:us-east-1:111122223333:membership/m/configuredaudiencemodelassociation/a']")
        .at(V1 + "aggregation/allowedAdditionalAnalyses");
    mutants
        .response(
            "configured-table.rule-type-matches-policy-response", "GetConfiguredTableAnalysisRule")
        .having("/analysisRule/policy/v1/list")
        .set("/analysisRule/type", "'CUSTOM'")
        .at("/analysisRule/policy/v1");
    mutants
        .response(
            "association-rule-type.matches-policy-response",
            "GetConfiguredTableAssociationAnalysisRule")
        .having("/analysisRule/policy/v1/list")
        .set("/analysisRule/type", "'CUSTOM'")
        .at("/analysisRule/policy/v1");
    mutants
        .response("schema.rule-type-matches-policy-response", "GetSchemaAnalysisRule")
        .having("/analysisRule/policy/v1/list")
        .set("/analysisRule/type", "'CUSTOM'")
        .at("/analysisRule/policy/v1");
    mutants
        .response("id-mapping.overlap-columns-are-join-columns", "GetSchemaAnalysisRule")
        .having("/analysisRule/policy/v1/idMappingTable")
        .set(
            "/analysisRule/policy/v1/idMappingTable/queryConstraints",
            "[{'requireOverlap':{'columns':['region']}}]")
        .at("/analysisRule/policy/v1/idMappingTable/queryConstraints/0/requireOverlap/columns/0");
    mutants
        .request("non-s3-source.custom-rule-only", CREATE)
        .having(V1 + "list")
        .known(
            "GetConfiguredTable",
            "/configuredTable/tableReference",
            "{'athena':{'workGroup':'analysts','databaseName':'sales','tableName':'visits'}}",
            "/configuredTable/allowedColumns",
            COLUMNS)
        .at("/analysisRuleType");
    mutants
        .request("rule-columns.in-allow-list", CREATE)
        .having(V1 + "list")
        .set(V1 + "list/joinColumns", "['secret']")
        .known("GetConfiguredTable", "/configuredTable/allowedColumns", COLUMNS)
        .at(V1 + "list/joinColumns/0");
    mutants
        .request("result-receivers.are-members", ASSOCIATE)
        .having(V1 + "list/allowedResultReceivers")
        .set(V1 + "list/allowedResultReceivers", "['210987654321']")
        .known("GetMembership")
        .known("ListMembers", "/memberSummaries", Mutant.STRANGERS)
        .at(V1 + "list/allowedResultReceivers/0");

    mutants
        .request("allowed-analyses.fit-analysis-method", CREATE)
        .having(V1 + "custom")
        .set(V1 + "custom/allowedAnalyses", "['ANY_QUERY']")
        .set(V1 + "custom/allowedAnalysisProviders", "['444455556666']")
        .remove(V1 + "custom/differentialPrivacy")
        .remove(V1 + "custom/disallowedOutputColumns")
        .known(
            "GetConfiguredTable",
            "/configuredTable/analysisMethod",
            "'DIRECT_JOB'",
            "/configuredTable/allowedColumns",
            COLUMNS)
        .at(V1 + "custom/allowedAnalyses/0");
    mutants
        .request("job-table.custom-rule-only", CREATE)
        .having(V1 + "list")
        .known(
            "GetConfiguredTable",
            "/configuredTable/analysisMethod",
            "'DIRECT_JOB'",
            "/configuredTable/allowedColumns",
            COLUMNS)
        .at("/analysisRuleType");
    mutants
        .request("analysis-rule.size", CREATE)
        .having(V1 + "list")
        .set(V1 + "list/listColumns", manyColumns())
        .at("/analysisRulePolicy");
    mutants
        .request("association-additional-analyses.need-table-opt-in", ASSOCIATE)
        .having(V1 + "list/allowedAdditionalAnalyses")
        .known("GetConfiguredTableAssociation")
        .known(
            "GetConfiguredTableAnalysisRule",
            "/analysisRule/type",
            "'LIST'",
            "/analysisRule/policy",
            "{'v1':{'list':{'joinColumns':['region'],'listColumns':[]}}}")
        .at(V1 + "list/allowedAdditionalAnalyses");
    mutants
        .request("association-rule-type.equals-table-rule-type", ASSOCIATE)
        .having(V1 + "custom/allowedResultReceivers")
        .known("GetConfiguredTableAssociation")
        .known(
            "GetConfiguredTableAnalysisRule",
            "/analysisRule/type",
            "'LIST'",
            "/analysisRule/policy",
            "{'v1':{'list':{'joinColumns':['region'],'listColumns':[]}}}")
        .at("/analysisRuleType");
    mutants
        .request("dp.engine-and-source", CREATE)
        .having(PRIVACY)
        .engine(io.github.cleanroomscontract.context.AnalyticsEngine.SPARK)
        .at(PRIVACY);
    mutants
        .request("dp.receiver-cannot-enable", CREATE)
        .having(PRIVACY)
        .known("GetConfiguredTableAssociation")
        .known("GetMembership", "/membership/memberAbilities", "['CAN_RECEIVE_RESULTS']")
        .at(PRIVACY);
  }

  private static String manyColumns() {
    StringBuilder columns = new StringBuilder("[");
    for (int i = 0; i < 1_000; i++) {
      columns.append(i == 0 ? "'" : ",'").append("c".repeat(110)).append(i).append('\'');
    }
    return columns.append(']').toString();
  }
}
