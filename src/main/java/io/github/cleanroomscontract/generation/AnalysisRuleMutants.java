package io.github.cleanroomscontract.generation;

import static io.github.cleanroomscontract.context.AnalyticsEngine.SPARK;

import java.util.Collections;
import java.util.stream.LongStream;

/** Ways to break what is documented of analysis rules. */
final class AnalysisRuleMutants {

  private static final String CREATE = "CreateConfiguredTableAnalysisRule request";
  private static final String UPDATE = "UpdateConfiguredTableAnalysisRule request";
  private static final String[] BOTH = {CREATE, UPDATE};
  private static final String ASSOCIATE = "CreateConfiguredTableAssociationAnalysisRule request";
  private static final String REASSOCIATE = "UpdateConfiguredTableAssociationAnalysisRule request";
  private static final String[] ASSOCIATIONS = {ASSOCIATE, REASSOCIATE};
  private static final String AGGREGATION = "AnalysisRuleAggregation";
  private static final String CUSTOM = "AnalysisRuleCustom";
  private static final String V1 = "/analysisRulePolicy/v1";
  private static final String PRIVACY = V1 + "/custom/differentialPrivacy";
  private static final String PROVIDERS = "/allowedAnalysisProviders";
  private static final String ANALYSES = "/allowedAnalyses";
  private static final String GET_TABLE = "GetConfiguredTable";
  private static final String COLUMNS = "/configuredTable/allowedColumns";
  private static final String A_COUNT =
      """
      {'aggregation':{
        'aggregateColumns':[{'columnNames':['customer_id'],'function':'COUNT'}],
        'joinColumns':[],'dimensionColumns':[],'scalarFunctions':[],
        'outputConstraints':[
          {'columnName':'customer_id','minimum':50,'type':'COUNT_DISTINCT'}]}}""";
  private static final String ALL_COLUMNS = "['customer_id','hashed_email','other_customer_id']";

  private AnalysisRuleMutants() {}

  static void register(Mutants mutants) {
    lists(mutants);
    aggregations(mutants);
    customs(mutants);
    kinds(mutants);
    tables(mutants);
    associations(mutants);
    privacy(mutants);
    mutants
        .in("id-mapping.overlap-columns-are-join-columns", "AnalysisRuleIdMappingTable")
        .set("/queryConstraints", "[{'requireOverlap':{'columns':['region']}}]")
        .at("/queryConstraints/0/requireOverlap/columns/0");
  }

  private static void lists(Mutants mutants) {
    mutants.in("join-operators.unique", "JoinOperatorsList").set("", "['OR','OR']");
    mutants.in("scalar-functions.unique", "ScalarFunctionsList").set("", "['ABS','ABS']");
    mutants
        .in(
            "account-lists.unique",
            "AllowedAnalysisProviderList",
            "AllowedResultReceivers",
            "AnalysisRuleCustomAllowedAnalysisProvidersList")
        .set("", "['444455556666','444455556666']");
    mutants
        .in(
            "allowed-analyses.unique",
            "AllowedAnalysesList",
            "AnalysisRuleCustomAllowedAnalysesList")
        .set("", "['ANY_QUERY','ANY_QUERY']")
        .set("/.." + PROVIDERS, "['444455556666']");
    mutants
        .in("list.join-list-disjoint", "AnalysisRuleList")
        .set("/joinColumns", "['customer_id']")
        .set("/listColumns", "['customer_id']")
        .at("/listColumns/0");
    size(mutants);
  }

  /** Makes lists that have no bound so long that the policies have more than 100 KB. */
  private static void size(Mutants mutants) {
    String columns = Collections.nCopies(900, "'" + "c".repeat(127) + "'").toString();
    mutants
        .in("analysis-rule.size", "ConfiguredTableAnalysisRulePolicy")
        .having("/v1/list")
        .set("/v1/list/listColumns", columns);
    mutants
        .in("analysis-rule.size", "IntermediateTableAnalysisRulePolicy")
        .set("/v1/custom/disallowedOutputColumns", columns);
    String accounts =
        LongStream.range(100_000_000_000L, 100_000_007_000L)
            .mapToObj(account -> "'" + account + "'")
            .toList()
            .toString();
    mutants
        .in("analysis-rule.size", "ConfiguredTableAssociationAnalysisRulePolicy")
        .having("/v1/list/allowedResultReceivers")
        .set("/v1/list/allowedResultReceivers", accounts);
  }

  private static void aggregations(Mutants mutants) {
    mutants
        .in("join-required.needs-join-columns", AGGREGATION)
        .set("/joinColumns", "[]")
        .set("/joinRequired", "'QUERY_RUNNER'")
        .at("/joinColumns");
    mutants
        .in("aggregation.no-additional-analyses", AGGREGATION)
        .set("/additionalAnalyses", "'ALLOWED'")
        .at("/additionalAnalyses");
    mutants
        .in("aggregation.join-dimension-disjoint", AGGREGATION)
        .set("/joinColumns", "['customer_id']")
        .set("/dimensionColumns", "['customer_id']")
        .at("/dimensionColumns/0");
    mutants
        .in("aggregate-column.functions-distinct", AGGREGATION)
        .set(
            "/aggregateColumns",
            """
            [{'columnNames':['amount'],'function':'SUM'},
             {'columnNames':['amount'],'function':'SUM'}]""")
        .at("/aggregateColumns/1/columnNames/0");
    mutants
        .in(
            "association-aggregation.no-additional-analyses",
            "ConfiguredTableAssociationAnalysisRuleAggregation")
        .set("/allowedAdditionalAnalyses", "['" + IntermediateTableMutants.MODEL + "']")
        .at("/allowedAdditionalAnalyses");
  }

  private static void customs(Mutants mutants) {
    mutants
        .in("custom.any-job-needs-providers", CUSTOM)
        .set(ANALYSES, "['ANY_JOB']")
        .set(PROVIDERS, "[]")
        .at(PROVIDERS);
    mutants
        .in("custom.any-query-needs-providers", BOTH)
        .having(V1 + "/custom")
        .set(V1 + "/custom" + ANALYSES, "['ANY_QUERY']")
        .remove(V1 + "/custom" + PROVIDERS)
        .at(V1 + "/custom");
    mutants
        .in(
            "allowed-additional.needs-additional-analyses",
            CUSTOM,
            "IntermediateTableAnalysisRuleCustom")
        .set("/additionalAnalyses", "'NOT_ALLOWED'")
        .set("/allowedAdditionalAnalyses", "['" + IntermediateTableMutants.MODEL + "']")
        .at("/allowedAdditionalAnalyses");
  }

  private static void kinds(Mutants mutants) {
    String type = "/analysisRuleType";
    kind(mutants.in("rule-type.matches-policy", CREATE), V1, type);
    kind(mutants.in("rule-type-in-path.matches-policy", UPDATE), V1, type);
    kind(mutants.in("association-rule-type.matches-policy", ASSOCIATIONS), V1, type);
    String policy = "/policy/v1";
    kind(
        mutants.in(
            "configured-table.rule-type-matches-policy-response", "ConfiguredTableAnalysisRule"),
        policy,
        "/type");
    kind(
        mutants.in(
            "association-rule-type.matches-policy-response",
            "ConfiguredTableAssociationAnalysisRule"),
        policy,
        "/type");
    String ofSchema = "schema.rule-type-matches-policy-response";
    kind(mutants.in(ofSchema, "AnalysisRule"), policy, "/type");
    for (String more : new String[] {"/collaborationPolicy/v1", "/consolidatedPolicy/v1"}) {
      mutants
          .in(ofSchema, "AnalysisRule")
          .having(more + "/list")
          .set(policy, A_COUNT)
          .set("/type", "'AGGREGATION'")
          .at(more);
    }
  }

  /** Gives a list another type. */
  private static void kind(Mutant mutant, String policy, String type) {
    mutant.having(policy + "/list").set(type, "'AGGREGATION'").at(policy);
  }

  private static void tables(Mutants mutants) {
    mutants
        .in("non-s3-source.custom-rule-only", BOTH)
        .having(V1 + "/list")
        .knownHaving(GET_TABLE, "/configuredTable/tableReference/athena", COLUMNS, ALL_COLUMNS)
        .at("/analysisRuleType");
    mutants
        .in("rule-columns.in-allow-list", BOTH)
        .having(V1 + "/list")
        .set(V1 + "/list/joinColumns", "['secret']")
        .known(GET_TABLE, COLUMNS, ALL_COLUMNS)
        .at(V1 + "/list/joinColumns/0");
    mutants
        .in("allowed-analyses.fit-analysis-method", BOTH)
        .having(V1 + "/custom" + ANALYSES)
        .set(V1 + "/custom" + ANALYSES, "['ANY_QUERY']")
        .set(V1 + "/custom" + PROVIDERS, "['444455556666']")
        .known(GET_TABLE, "/configuredTable/analysisMethod", "'DIRECT_JOB'", COLUMNS, ALL_COLUMNS)
        .at(V1 + "/custom" + ANALYSES + "/0");
    mutants
        .in("job-table.custom-rule-only", CREATE)
        .having(V1 + "/list")
        .known(GET_TABLE, "/configuredTable/analysisMethod", "'DIRECT_JOB'", COLUMNS, ALL_COLUMNS)
        .at("/analysisRuleType");
  }

  private static void associations(Mutants mutants) {
    String receivers = V1 + "/list/allowedResultReceivers";
    mutants
        .in("result-receivers.are-members", ASSOCIATIONS)
        .having(receivers)
        .set(receivers, "['" + Mutant.PARTNER + "']")
        .known("GetMembership")
        .knownMember(Mutant.STRANGER)
        .at(receivers + "/0");
    String analyses = V1 + "/list/allowedAdditionalAnalyses";
    mutants
        .in("association-additional-analyses.need-table-opt-in", ASSOCIATIONS)
        .having(analyses)
        .known("GetConfiguredTableAssociation")
        .knownHaving("GetConfiguredTableAnalysisRule", "/analysisRule/policy/v1/list")
        .at(analyses);
    mutants
        .in("association-rule-type.equals-table-rule-type", ASSOCIATE)
        .having(V1 + "/custom")
        .remove(V1 + "/custom/allowedAdditionalAnalyses")
        .known("GetConfiguredTableAssociation")
        .knownHaving("GetConfiguredTableAnalysisRule", "/analysisRule/policy/v1/list")
        .at("/analysisRuleType");
  }

  private static void privacy(Mutants mutants) {
    mutants.in("dp.engine-and-source", BOTH).having(PRIVACY).engine(SPARK).at(PRIVACY);
    mutants
        .in("dp.engine-and-source", "CreatePrivacyBudgetTemplate request")
        .having("/parameters/differentialPrivacy")
        .engine(SPARK)
        .at("/parameters/differentialPrivacy");
    mutants
        .in("dp.receiver-cannot-enable", BOTH)
        .having(PRIVACY)
        .known("GetConfiguredTableAssociation")
        .known("GetMembership", "/membership/memberAbilities", "['CAN_RECEIVE_RESULTS']")
        .at(PRIVACY);
    String another = "'2a8f6d33-8f0b-4d0e-9a52-3a3f6b0f3c11'";
    String ofTable = "/analysisRule/configuredTableId";
    String column = "/analysisRule/policy/v1/custom/differentialPrivacy/columns";
    mutants
        .in("dp.same-column-across-tables", BOTH)
        .having(PRIVACY)
        .set(PRIVACY + "/columns", "[{'name':'customer_id'}]")
        .known("GetConfiguredTableAssociation")
        .known(
            "GetConfiguredTableAssociation",
            "/configuredTableAssociation/id",
            another,
            "/configuredTableAssociation/arn",
            "'arn:aws:cleanrooms:us-east-1:111122223333:configuredtableassociation/m/"
                + another.substring(1),
            "/configuredTableAssociation/configuredTableId",
            another,
            "/configuredTableAssociation/configuredTableArn",
            "'arn:aws:cleanrooms:us-east-1:111122223333:configuredtable/" + another.substring(1))
        .knownHaving(
            "GetConfiguredTableAnalysisRule",
            "/analysisRule/policy/v1/custom/differentialPrivacy",
            ofTable,
            another,
            "/analysisRule/configuredTableArn",
            "'arn:aws:cleanrooms:us-east-1:111122223333:configuredtable/" + another.substring(1),
            column,
            "[{'name':'hashed_email'}]")
        .at(PRIVACY + "/columns/0/name");
  }
}
