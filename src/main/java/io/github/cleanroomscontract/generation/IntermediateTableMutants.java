package io.github.cleanroomscontract.generation;

/** Ways to break what is documented of intermediate tables. */
final class IntermediateTableMutants {

  /** What further analyses are made with. */
  static final String MODEL =
      "arn:aws:cleanrooms:us-east-1:111122223333:membership/m/configuredaudiencemodelassociation/a";

  private static final String CREATE = "CreateIntermediateTable request";
  private static final String POPULATE = "PopulateIntermediateTable request";
  private static final String[] OWNER_ONLY = {
    "CreateIntermediateTableAnalysisRule request",
    "DeleteIntermediateTable request",
    "DeleteIntermediateTableAnalysisRule request",
    "GetIntermediateTable request",
    POPULATE,
    "UpdateIntermediateTable request",
    "UpdateIntermediateTableAnalysisRule request"
  };
  private static final String SQL = "PopulationAnalysisSqlParameters";
  private static final String CUSTOM = "IntermediateTableAnalysisRuleCustom";
  private static final String COLUMNS = "IntermediateTableColumnList";
  private static final String TABLE = "IntermediateTable";
  private static final String GET = "GetIntermediateTable";
  private static final String TEMPLATE =
      "'arn:aws:cleanrooms:us-east-1:111122223333:membership/m/analysistemplate/t'";
  private static final String SOURCES = "/intermediateTable/tableDependencies";
  private static final String OTHERS_DATA =
      """
      [{'id':'d0a0858c-d6db-3cec-9b9d-032817d8448a','name':'visits',
        'type':'TABLE','parentType':'DIRECT','creatorAccountId':'444455556666'}]""";

  private IntermediateTableMutants() {}

  static void register(Mutants mutants) {
    sources(mutants);
    rules(mutants);
    calls(mutants);
    updates(mutants);
    answers(mutants);
  }

  private static void sources(Mutants mutants) {
    mutants
        .in("intermediate-name.usable-as-table-name", CREATE)
        .set("/name", "'Sp\u00e9cial, overlap'")
        .at("/name");
    mutants.in("population.exactly-one-source", SQL).set("/analysisTemplateArn", TEMPLATE);
    mutants.in("population.exactly-one-source", SQL).remove("/queryString");
    mutants
        .in("intermediate-populate.template-format", SQL)
        .having("/analysisTemplateArn")
        .knownHaving("GetAnalysisTemplate", "/analysisTemplate/source/artifacts")
        .at("/analysisTemplateArn");
  }

  private static void rules(Mutants mutants) {
    mutants
        .in("intermediate-custom.wildcard-needs-providers", CUSTOM)
        .set("/allowedAnalyses", "['ANY_QUERY']")
        .set("/allowedAnalysisProviders", "[]")
        .at("/allowedAnalysisProviders");
    String nothing =
        """
        {'value':[],'sources':[{
          'id':'d0a0858c-d6db-3cec-9b9d-032817d8448a','name':'visits','type':'TABLE',
          'sourceAccountId':'444455556666','value':[]}]}""";
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
        nothing,
        "/0");
    inherited(
        mutants, "receivers-subset", "allowedResultReceivers", "['123456789012']", nothing, "/0");
    inherited(
        mutants,
        "disallowed-columns-superset",
        "disallowedOutputColumns",
        "['region']",
        "{'value':['customer_id'],'columnLineage':[]}",
        "");
  }

  private static void inherited(
      Mutants mutants, String rule, String member, String value, String constraint, String item) {
    String version = "/intermediateTable/intermediateTableVersion";
    mutants
        .in("intermediate-inherited." + rule, CUSTOM)
        .set("/" + member, value)
        .known(
            GET,
            SOURCES,
            OTHERS_DATA,
            version + "/inheritedConstraints",
            "{'" + member + "':" + constraint + "}")
        .at("/" + member + item);
  }

  private static void calls(Mutants mutants) {
    mutants
        .in("intermediate.created-by-runner", CREATE)
        .known("GetMembership", "/membership/memberAbilities", "['CAN_RECEIVE_RESULTS']")
        .at("/membershipIdentifier");
    mutants
        .in("intermediate.owner-only", OWNER_ONLY)
        .caller(Mutant.PARTNER)
        .known(GET)
        .at("/intermediateTableIdentifier");
    mutants
        .in("intermediate-disallow.by-data-provider", "DisallowIntermediateTable request")
        .set("/intermediateTableName", "'purchases'")
        .caller(Mutant.STRANGER)
        .known(GET, "/intermediateTable/name", "'purchases'", SOURCES, OTHERS_DATA)
        .at("/intermediateTableName");
    mutants
        .in("populate.payer-is-candidate", POPULATE)
        .having("/analysisPayerAccountId")
        .set("/analysisPayerAccountId", "'" + Mutant.PARTNER + "'")
        .known("GetMembership")
        .knownMember(
            Mutant.PARTNER, "/paymentConfiguration", "{'queryCompute':{'isResponsible':false}}")
        .at("/analysisPayerAccountId");
    mutants
        .in("populate.parameters-override-defaults", POPULATE)
        .having("/parameters")
        .knownHaving(
            GET,
            "/intermediateTable/populationAnalysisConfiguration/sqlParameters/analysisTemplateArn")
        .known("GetAnalysisTemplate", "/analysisTemplate/analysisParameters", "[]")
        .at("/parameters");
  }

  private static void updates(Mutants mutants) {
    mutants
        .in("intermediate-update.columns-unique", COLUMNS)
        .set("", "[{'name':'region','type':'string'},{'name':'region','type':'string'}]")
        .at("/1/name");
    mutants
        .in("intermediate-update.existing-columns-only", COLUMNS)
        .set("", "[{'name':'secret','type':'string'}]")
        .known(GET)
        .at("/0/name");
  }

  private static void answers(Mutants mutants) {
    mutants
        .in("intermediate.schema-only-after-populate", TABLE)
        .set("/status", "'CREATED'")
        .at("/schema");
    mutants.in("intermediate-populated.has-version-and-schema", TABLE).remove("/schema");
    mutants
        .in("intermediate-populated.has-version-and-schema", TABLE)
        .remove("/intermediateTableVersion");
    mutants
        .in("intermediate.expiration-follows-retention", TABLE)
        .having("/intermediateTableVersion/expirationTime")
        .set("/intermediateTableVersion/expirationTime", "1772442000")
        .set("/retentionInDays", "30")
        .at("/intermediateTableVersion/expirationTime");
  }
}
