package io.github.cleanroomscontract.generation;

/** Ways to break what is documented of intermediate tables. */
final class IntermediateTableMutants {

  private static final String CREATE = "CreateIntermediateTable";
  private static final String GET = "GetIntermediateTable";
  private static final String CUSTOM = "/analysisRulePolicy/v1/custom";
  private static final String TEMPLATE =
      "'arn:aws:cleanrooms:us-east-1:111122223333:membership/m/analysistemplate/t'";
  private static final String MODEL =
      "arn:aws:cleanrooms:us-east-1:111122223333:membership/m/configuredaudiencemodelassociation/a";
  private static final String OTHERS_DATA =
      "[{'id':'d0a0858c-d6db-3cec-9b9d-032817d8448a','name':'visits',"
          + "'type':'TABLE','parentType':'DIRECT','creatorAccountId':'444455556666'}]";
  private static final String ALLOWS_NONE =
      "{'value':[],'sources':[{'name':'visits','id':'d0a0858c-d6db-3cec-9b9d-032817d8448a',"
          + "'type':'TABLE','value':[],'sourceAccountId':'444455556666'}]}";

  private IntermediateTableMutants() {}

  static void register(Mutants mutants) {

    mutants
        .request("intermediate-name.usable-as-table-name", CREATE)
        .set("/name", "'Sp\u00e9cial, overlap'")
        .at("/name");
    mutants
        .request("population.exactly-one-source", CREATE)
        .having("/populationAnalysisConfiguration/sqlParameters/queryString")
        .set(
            "/populationAnalysisConfiguration/sqlParameters/analysisTemplateArn",
            "'arn:aws:cleanrooms:us-east-1:111122223333:membership/m/analysistemplate/t'")
        .at("/populationAnalysisConfiguration/sqlParameters");
    mutants
        .request(
            "intermediate-custom.wildcard-needs-providers", "CreateIntermediateTableAnalysisRule")
        .having(CUSTOM)
        .set(CUSTOM + "/allowedAnalyses", "['ANY_QUERY']")
        .set(CUSTOM + "/allowedAnalysisProviders", "[]")
        .at(CUSTOM + "/allowedAnalysisProviders");
    mutants
        .request("intermediate-update.columns-unique", "UpdateIntermediateTable")
        .set("/columns", "[{'name':'region','type':'string'},{'name':'region','type':'string'}]")
        .at("/columns/1/name");
    mutants
        .request("intermediate.created-by-runner", CREATE)
        .known("GetMembership", "/membership/memberAbilities", "['CAN_RECEIVE_RESULTS']")
        .at("/membershipIdentifier");
    mutants
        .request("intermediate-populate.template-format", CREATE)
        .having("/populationAnalysisConfiguration/sqlParameters/analysisTemplateArn")
        .known("GetAnalysisTemplate", "/analysisTemplate/format", "'PYSPARK_1_0'")
        .at("/populationAnalysisConfiguration/sqlParameters/analysisTemplateArn");
    mutants
        .request("intermediate.owner-only", "DeleteIntermediateTable")
        .caller("444455556666")
        .known("GetIntermediateTable")
        .at("/intermediateTableIdentifier");
    mutants
        .request("populate.payer-is-candidate", "PopulateIntermediateTable")
        .having("/analysisPayerAccountId")
        .set("/analysisPayerAccountId", "'444455556666'")
        .known("GetMembership")
        .known(
            "ListMembers",
            "/memberSummaries",
            "[{'accountId':'444455556666','status':'ACTIVE','displayName':'Example Publishing','abilities':[],'createTime':1772442000,'updateTime':1772443860,'paymentConfiguration':{'queryCompute':{'isResponsible':false}}}]")
        .at("/analysisPayerAccountId");
    mutants
        .response("intermediate.schema-only-after-populate", GET)
        .set("/intermediateTable/status", "'CREATED'")
        .at("/intermediateTable/schema");
    mutants
        .response("intermediate-populated.has-version-and-schema", GET)
        .remove("/intermediateTable/schema")
        .at("/intermediateTable");
    mutants
        .response("intermediate.expiration-follows-retention", GET)
        .having("/intermediateTable/intermediateTableVersion/expirationTime")
        .set("/intermediateTable/intermediateTableVersion/expirationTime", "1772442000")
        .set("/intermediateTable/retentionInDays", "30")
        .at("/intermediateTable/intermediateTableVersion/expirationTime");

    mutants
        .request("intermediate-update.existing-columns-only", "UpdateIntermediateTable")
        .set("/columns", "[{'name':'secret','type':'string'}]")
        .known("GetIntermediateTable")
        .at("/columns/0/name");
    mutants
        .request("populate.parameters-override-defaults", "PopulateIntermediateTable")
        .having("/parameters")
        .known(
            "GetIntermediateTable",
            "/intermediateTable/populationAnalysisConfiguration",
            "{'sqlParameters':{'analysisTemplateArn':" + TEMPLATE + "}}")
        .known(
            "GetAnalysisTemplate",
            "/analysisTemplate/arn",
            TEMPLATE,
            "/analysisTemplate/analysisParameters",
            "[]")
        .at("/parameters");

    inherited(
        mutants,
        "additional-analyses-not-weaker",
        "additionalAnalyses",
        "'ALLOWED'",
        "{'value':'REQUIRED','sources':[]}",
        "");
    inherited(
        mutants,
        "additional-analyses-subset",
        "allowedAdditionalAnalyses",
        "['" + MODEL + "']",
        ALLOWS_NONE,
        "/0");
    inherited(
        mutants,
        "receivers-subset",
        "allowedResultReceivers",
        "['123456789012']",
        ALLOWS_NONE,
        "/0");
    inherited(
        mutants,
        "disallowed-columns-superset",
        "disallowedOutputColumns",
        "['region']",
        "{'value':['customer_id'],'columnLineage':[]}",
        "");
    mutants
        .request("intermediate-disallow.by-data-provider", "DisallowIntermediateTable")
        .set("/intermediateTableName", "\'purchases\'")
        .caller("123456789012")
        .known(
            "GetIntermediateTable",
            "/intermediateTable/name",
            "'purchases'",
            "/intermediateTable/tableDependencies",
            OTHERS_DATA)
        .at("/intermediateTableName");
  }

  private static void inherited(
      Mutants mutants, String rule, String member, String value, String constraint, String item) {
    mutants
        .request("intermediate-inherited." + rule, "CreateIntermediateTableAnalysisRule")
        .set(CUSTOM + "/" + member, value)
        .known(
            "GetIntermediateTable",
            "/intermediateTable/tableDependencies",
            OTHERS_DATA,
            "/intermediateTable/intermediateTableVersion/inheritedConstraints",
            "{'" + member + "':" + constraint + "}")
        .at(CUSTOM + "/" + member + item);
  }
}
