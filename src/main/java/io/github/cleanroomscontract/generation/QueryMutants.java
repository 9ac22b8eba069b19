package io.github.cleanroomscontract.generation;

import static io.github.cleanroomscontract.context.AnalyticsEngine.CLEAN_ROOMS_SQL;

/** Ways to break what is documented of queries. */
final class QueryMutants {

  private static final String START = "StartProtectedQuery request";
  private static final String SQL = "ProtectedQuerySQLParameters";
  private static final String OUTPUT = "ProtectedQueryOutputConfiguration";
  private static final String MEMBER = "ProtectedQueryMemberOutputConfiguration";
  private static final String LOCATION = "ProtectedQueryDistributeOutputConfigurationLocation";
  private static final String LOCATIONS =
      "ProtectedQueryDistributeOutputConfigurationLocationsList";
  private static final String QUERY = "ProtectedQuery";
  private static final String CONFIGURED = "/resultConfiguration/outputConfiguration";
  private static final String TEMPLATE = "/analysisTemplateArn";
  private static final String ARN =
      "'arn:aws:cleanrooms:us-east-1:111122223333:membership/m/analysistemplate/t'";

  private QueryMutants() {}

  static void register(Mutants mutants) {
    texts(mutants);
    templates(mutants);
    outputs(mutants);
    receivers(mutants);
    engines(mutants);
    answers(mutants);
    results(mutants);
  }

  private static void texts(Mutants mutants) {
    mutants.in("sql-text.not-blank", SQL).set("/queryString", "' '").at("/queryString");
    mutants.in("sql-parameters.exactly-one-source", SQL).set(TEMPLATE, ARN);
    mutants.in("sql-parameters.exactly-one-source", SQL).remove("/queryString");
    mutants.in("sql-parameters.only-with-template", SQL).set("/parameters", "{'min_age':'18'}");
    mutants
        .in("query-text-limit.spark", SQL, "PopulationAnalysisSqlParameters")
        .set("/queryString", "'SELECT \u00e9" + "\u00e9".repeat(260_000) + "'")
        .at("/queryString");
    mutants
        .in("query-text-limit.clean-rooms-sql", SQL)
        .from("2024-07-23")
        .engine(CLEAN_ROOMS_SQL)
        .set("/queryString", "'SELECT 1 -- " + "x".repeat(95_000) + "'")
        .at("/queryString");
    mutants
        .in("query-text-limit.clean-rooms-sql", SQL)
        .engine(CLEAN_ROOMS_SQL)
        .set("/queryString", "'SELECT \u00e9" + "\u00e9".repeat(46_100) + "'")
        .at("/queryString");
    privateTable(mutants.in("query-text-limit.differential-privacy", SQL))
        .set("/queryString", "'SELECT COUNT(*) FROM purchases -- " + "x".repeat(9_000) + "'")
        .at("/queryString");
  }

  /** Tells that the table of the analyses is under differential privacy. */
  static Mutant privateTable(Mutant mutant) {
    return mutant
        .known("GetMembership")
        .knownHaving(
            "GetSchemaAnalysisRule",
            "/analysisRule/policy/v1/custom/differentialPrivacy",
            "/analysisRule/policy/v1/custom/differentialPrivacy/columns",
            "[{'name':'customer_id'}]");
  }

  private static void templates(Mutants mutants) {
    mutants
        .in("query-template.must-be-sql", SQL)
        .having(TEMPLATE)
        .knownHaving("GetAnalysisTemplate", "/analysisTemplate/source/artifacts")
        .at(TEMPLATE);
    mutants
        .in("query-parameters.complete", SQL)
        .having(TEMPLATE)
        .known(
            "GetAnalysisTemplate",
            "/analysisTemplate/analysisParameters",
            "[{'name':'min_age','type':'INTEGER'}]");
    mutants
        .in("query-parameters.match-template", SQL)
        .having("/parameters")
        .known("GetAnalysisTemplate", "/analysisTemplate/analysisParameters", "[]")
        .at("/parameters/min_age");
    mutants
        .in("query-parameters.match-template", SQL)
        .having("/parameters")
        .set("/parameters/min_age", "'eighteen'")
        .known(
            "GetAnalysisTemplate",
            "/analysisTemplate/analysisParameters",
            "[{'name':'min_age','type':'INTEGER'}]")
        .at("/parameters/min_age");
    mutants
        .in("synthetic-template.not-runnable-as-query", SQL)
        .having(TEMPLATE)
        .knownHaving("GetAnalysisTemplate", "/analysisTemplate/syntheticDataParameters")
        .at(TEMPLATE);
    mutants
        .in("job-tables.allow-jobs", SQL)
        .known("GetMembership")
        .known("GetSchema", "/schema/analysisMethod", "'DIRECT_JOB'")
        .at("/queryString");
  }

  private static void outputs(Mutants mutants) {
    mutants
        .in("start-query.no-intermediate-table-output", OUTPUT)
        .set(
            "",
            """
            {'intermediateTable':{
              'id':'d0a0858c-d6db-3cec-9b9d-032817d8448a',
              'arn':'arn:aws:cleanrooms:us-east-1:111122223333:membership/m/intermediatetable/t',
              'name':'purchases'}}""");
    mutants
        .in("distribute.single-s3-location", LOCATIONS)
        .having("/0/s3")
        .set("/-", "{'s3':{'resultFormat':'CSV','bucket':'example-retail-copies'}}");
    mutants.in("distribute.locations-unique", LOCATIONS).having("/0/member").set("/-", "@/0");
    mutants
        .in("distribute.no-runner-account", LOCATION)
        .having("/member")
        .set("/member/accountId", "'" + Mutant.OWNER + "'")
        .caller(Mutant.OWNER)
        .at("/member/accountId");
    mutants
        .in("worker-number.sql-documented-range", "WorkerComputeConfiguration")
        // Before, the model itself had this range.
        .from("2026-06-30")
        .full()
        .set("/number", "1024")
        .at("/number");
  }

  private static void receivers(Mutants mutants) {
    mutants
        .in("query-payer.is-candidate", START)
        .having("/queryComputePayerAccountId")
        .known("GetMembership")
        .knownMember(Mutant.STRANGER)
        .at("/queryComputePayerAccountId");
    mutants
        .in("output-member.can-receive-results", MEMBER)
        .full()
        .known("GetMembership")
        .knownMember(Mutant.PARTNER)
        .at("/accountId");
    mutants
        .in("s3-output.runner-can-receive", OUTPUT, LOCATION)
        .having("/s3")
        .known("GetMembership", "/membership/memberAbilities", "['CAN_QUERY']")
        .at("/s3");
    mutants
        .in("query.result-config-default", START)
        .known(
            "GetMembership", "/membership/memberAbilities", "['CAN_QUERY','CAN_RECEIVE_RESULTS']");
    String others = "/analysisRule/collaborationPolicy/v1/custom/allowedResultReceivers";
    mutants
        .in("receivers.allowed-by-every-table", START)
        .having(CONFIGURED + "/member")
        .known("GetMembership")
        .knownHaving("GetSchemaAnalysisRule", others, others, "['" + Mutant.STRANGER + "']")
        .at(CONFIGURED + "/member/accountId");
    mutants
        .in("receivers.allowed-by-every-table", START)
        .having(CONFIGURED + "/s3")
        .known(
            "GetMembership", "/membership/memberAbilities", "['CAN_QUERY','CAN_RECEIVE_RESULTS']")
        .knownHaving("GetSchemaAnalysisRule", others, others, "['" + Mutant.STRANGER + "']")
        .at(CONFIGURED + "/s3");
  }

  private static void engines(Mutants mutants) {
    mutants
        .in("distribute.spark-only", OUTPUT)
        .having("/distribute/locations/0/member")
        .engine(CLEAN_ROOMS_SQL)
        .at("/distribute");
    mutants
        .in("distribute.spark-only", "ProtectedQueryOutput")
        .having("/distribute")
        .engine(CLEAN_ROOMS_SQL)
        .at("/distribute");
    mutants
        .in("compute-configuration.spark-only", START)
        .having("/computeConfiguration")
        .engine(CLEAN_ROOMS_SQL)
        .at("/computeConfiguration");
    String file = "/singleFileOutput";
    mutants
        .in("single-file-output.spark-only", "ProtectedQueryS3OutputConfiguration")
        .where(place -> !place.contains("/distribute/"))
        .having(file)
        .engine(CLEAN_ROOMS_SQL)
        .at(file);
    mutants
        .in("single-file-output.spark-only", "ProtectedQueryS3OutputConfiguration")
        .where(place -> place.contains("/distribute/"))
        .having(file)
        .engine(CLEAN_ROOMS_SQL)
        .besides("distribute.spark-only", "/../../..")
        .at(file);
  }

  private static void answers(Mutants mutants) {
    mutants
        .in("query.error-implies-failed-status", QUERY)
        .having("/error")
        .set("/status", "'STARTED'")
        .at("/status");
    mutants
        .in("query.result-implies-success", QUERY)
        .having("/result")
        .set("/status", "'STARTED'")
        .at("/status");
    mutants
        .in("receiver-configuration.matches-analysis-type", "ReceiverConfiguration")
        .full()
        .set("/analysisType", "'ADDITIONAL_ANALYSIS'")
        .at("/analysisType");
    mutants
        .in("sensitivity.min-le-max", "DifferentialPrivacySensitivityParameters")
        .full()
        .set("/minColumnValue", "900");
    mutants
        .in("query-text.hidden-from-others", QUERY)
        .having("/sqlParameters")
        .remove("/sqlParameters")
        .caller(Mutant.OWNER);
    mutants
        .in("list.recent-first", "ListProtectedQueries response")
        .having("/protectedQueries/0")
        .set("/protectedQueries/-", "@/protectedQueries/0")
        .set("/protectedQueries/1/createTime", "1772449200")
        .at("/protectedQueries/1/createTime");
  }

  private static void results(Mutants mutants) {
    String output = "/result/output";
    kind(mutants, "/s3", "{'outputConfiguration':{'member':{'accountId':'444455556666'}}}");
    String s3 = "{'s3':{'resultFormat':'CSV','bucket':'example-retail-copies'}}";
    kind(mutants, "/memberList", "{'outputConfiguration':" + s3 + "}");
    kind(mutants, "/distribute", "{'outputConfiguration':" + s3 + "}");
    mutants
        .in("distribute-output.mirrors-locations", QUERY)
        .having(CONFIGURED + "/distribute/locations/0/member")
        .set("/status", "'SUCCESS'")
        .set(
            "/result",
            """
            {'output':{'distribute':{'memberList':[
              {'accountId':'123456789012'},{'accountId':'444455556666'}]}}}""")
        .at(output + "/distribute/memberList/0/accountId");
    mutants
        .in("s3-result.location-under-configured-prefix", QUERY, "ProtectedJob")
        .having(CONFIGURED + "/s3")
        .set("/status", "'SUCCESS'")
        .set("/result", "{'output':{'s3':{'location':'s3://somewhere-else/results.csv'}}}")
        .at(output + "/s3/location");
  }

  /** Says that something else came out than what was configured. */
  private static void kind(Mutants mutants, String output, String configured) {
    mutants
        .in("query-output.kind-matches-configuration", QUERY)
        .having("/result/output" + output)
        .set("/resultConfiguration", configured)
        .at("/result/output");
  }
}
