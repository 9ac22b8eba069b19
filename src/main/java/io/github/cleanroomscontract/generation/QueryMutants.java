package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.context.AnalyticsEngine;
import java.util.Collections;

/** Ways to break what is documented of queries. */
final class QueryMutants {

  private static final String START = "StartProtectedQuery";
  private static final String GET = "GetProtectedQuery";
  private static final String DISTRIBUTE =
      "/resultConfiguration/outputConfiguration/distribute/locations";
  private static final AnalyticsEngine OLD = AnalyticsEngine.CLEAN_ROOMS_SQL;
  private static final String TEMPLATE =
      "'arn:aws:cleanrooms:us-east-1:111122223333:membership/m/analysistemplate/t'";
  private static final String MEMBER =
      "[{'accountId':'444455556666','status':'ACTIVE','displayName':'Example Retail',"
          + "'abilities':[],'createTime':1772442000,'updateTime':1772443860,"
          + "'paymentConfiguration':{'queryCompute':{'isResponsible':false}}}]";

  private static final String COLUMN =
      "{'columnName':'age_band','columnType':'CATEGORICAL','isPredictiveValue':false}";
  private static final String SYNTHETIC_DATA =
      "{'mlSyntheticDataParameters':{'epsilon':1,'maxMembershipInferenceAttackScore':0.6,"
          + "'columnClassification':{'columnMapping':["
          + String.join(",", Collections.nCopies(5, COLUMN))
          + "]}}}";

  private QueryMutants() {}

  static void register(Mutants mutants) {

    mutants
        .request("sql-text.not-blank", START)
        .set("/sqlParameters/queryString", "' '")
        .at("/sqlParameters/queryString");
    mutants
        .request("sql-parameters.exactly-one-source", START)
        .set("/sqlParameters/analysisTemplateArn", TEMPLATE)
        .at("/sqlParameters");
    mutants
        .request("sql-parameters.exactly-one-source", START)
        .remove("/sqlParameters/queryString")
        .at("/sqlParameters");
    mutants
        .request("sql-parameters.only-with-template", START)
        .set("/sqlParameters/parameters", "{'min_age':'18'}")
        .at("/sqlParameters");
    mutants
        .request("start-query.no-intermediate-table-output", START)
        .set(
            "/resultConfiguration",
            "{'outputConfiguration':{'intermediateTable':{'id':'d0a0858c-d6db-3cec-9b9d-032817d8448a','arn':'arn:aws:cleanrooms:us-east-1:111122223333:membership/m/intermediatetable/d0a0858c-d6db-3cec-9b9d-032817d8448a','name':'purchases'}}}")
        .at("/resultConfiguration/outputConfiguration");
    mutants
        .request("distribute.single-s3-location", START)
        .having(DISTRIBUTE + "/0/s3")
        .set(DISTRIBUTE + "/-", "{'s3':{'resultFormat':'CSV','bucket':'example-retail-copies'}}")
        .at(DISTRIBUTE);
    mutants
        .request("distribute.locations-unique", START)
        .having(DISTRIBUTE + "/0/member")
        .set(DISTRIBUTE + "/-", "{'member':{'accountId':'444455556666'}}")
        .at(DISTRIBUTE);
    mutants
        .request("distribute.no-runner-account", START)
        .having(DISTRIBUTE + "/0/member")
        .set(DISTRIBUTE + "/0/member/accountId", "'111122223333'")
        .caller("111122223333")
        .at(DISTRIBUTE + "/0/member/accountId");
    mutants
        .request("distribute.spark-only", START)
        .having(DISTRIBUTE + "/0/member")
        .engine(OLD)
        .at("/resultConfiguration/outputConfiguration/distribute");
    mutants
        .request("compute-configuration.spark-only", START)
        .having("/computeConfiguration")
        .engine(OLD)
        .at("/computeConfiguration");
    mutants
        .request("single-file-output.spark-only", START)
        .having("/resultConfiguration/outputConfiguration/s3/singleFileOutput")
        .engine(OLD)
        .at("/resultConfiguration/outputConfiguration/s3/singleFileOutput");
    mutants
        .request("worker-number.sql-documented-range", START)
        .from("2026-04-17")
        .having("/computeConfiguration")
        .set("/computeConfiguration/worker/number", "1024")
        .at("/computeConfiguration/worker/number");
    mutants
        .request("query-text-limit.spark", START)
        .set("/sqlParameters/queryString", "'SELECT \\u00e9" + "\u00e9".repeat(260_000) + "'")
        .at("/sqlParameters/queryString");
    mutants
        .response("query.error-implies-failed-status", GET)
        .having("/protectedQuery/error")
        .set("/protectedQuery/status", "'STARTED'")
        .at("/protectedQuery/status");
    mutants
        .response("query.result-implies-success", GET)
        .having("/protectedQuery/result")
        .set("/protectedQuery/status", "'STARTED'")
        .at("/protectedQuery/status");
    mutants
        .response("query-output.kind-matches-configuration", GET)
        .having("/protectedQuery/result/output/s3")
        .set(
            "/protectedQuery/resultConfiguration",
            "{'outputConfiguration':{'member':{'accountId':'444455556666'}}}")
        .at("/protectedQuery/result/output");
    mutants
        .response("distribute-output.mirrors-locations", GET)
        .having(
            "/protectedQuery/resultConfiguration/outputConfiguration/distribute/locations/0/member")
        .set("/protectedQuery/status", "'SUCCESS'")
        .set(
            "/protectedQuery/result",
            "{'output':{'distribute':{'memberList':[{'accountId':'123456789012'},{'accountId':'444455556666'}]}}}")
        .at("/protectedQuery/result/output/distribute/memberList/0/accountId");
    mutants
        .response("s3-result.location-under-configured-prefix", GET)
        .having("/protectedQuery/resultConfiguration/outputConfiguration/s3")
        .set(
            "/protectedQuery/result",
            "{'output':{'s3':{'location':'s3://somewhere-else/results.csv'}}}")
        .at("/protectedQuery/result/output/s3/location");
    mutants
        .response("receiver-configuration.matches-analysis-type", "ListProtectedQueries")
        .having("/protectedQueries/0/receiverConfigurations/0")
        .set("/protectedQueries/0/receiverConfigurations/0/analysisType", "'ADDITIONAL_ANALYSIS'")
        .at("/protectedQueries/0/receiverConfigurations/0/analysisType");
    mutants
        .response("sensitivity.min-le-max", GET)
        .having("/protectedQuery/differentialPrivacy/sensitivityParameters/0")
        .set("/protectedQuery/differentialPrivacy/sensitivityParameters/0/minColumnValue", "900")
        .at("/protectedQuery/differentialPrivacy/sensitivityParameters/0");
    mutants
        .response("query-text.hidden-from-others", GET)
        .caller("111122223333")
        .remove("/protectedQuery/sqlParameters")
        .having("/protectedQuery/sqlParameters")
        .at("/protectedQuery");
    mutants
        .response("list.recent-first", "ListProtectedQueries")
        .having("/protectedQueries/0")
        .set(
            "/protectedQueries/-",
            "{'id':'f2ef5dac-3e5c-31df-b6d1-0749ba79c1ef','membershipId':'b46127d3-c32d-33d4-85a4-78e88b8f6593','membershipArn':'arn:aws:cleanrooms:us-east-1:111122223333:membership/b46127d3-c32d-33d4-85a4-78e88b8f6593','createTime':1772449200,'status':'SUCCESS','receiverConfigurations':[]}")
        .at("/protectedQueries/1/createTime");
    mutants
        .request("query-template.must-be-sql", START)
        .having("/sqlParameters/analysisTemplateArn")
        .known("GetAnalysisTemplate", "/analysisTemplate/format", "'PYSPARK_1_0'")
        .at("/sqlParameters/analysisTemplateArn");
    mutants
        .request("query-parameters.complete", START)
        .having("/sqlParameters/analysisTemplateArn")
        .known(
            "GetAnalysisTemplate",
            "/analysisTemplate/analysisParameters",
            "[{'name':'min_age','type':'INTEGER'}]")
        .at("/sqlParameters");
    mutants
        .request("query-parameters.match-template", START)
        .having("/sqlParameters/parameters")
        .known("GetAnalysisTemplate", "/analysisTemplate/analysisParameters", "[]")
        .at("/sqlParameters/parameters/min_age");
    mutants
        .request("synthetic-template.not-runnable-as-query", START)
        .having("/sqlParameters/analysisTemplateArn")
        .known("GetAnalysisTemplate", "/analysisTemplate/syntheticDataParameters", SYNTHETIC_DATA)
        .at("/sqlParameters/analysisTemplateArn");
    mutants
        .request("query-payer.is-candidate", START)
        .having("/queryComputePayerAccountId")
        .known("GetMembership")
        .known("ListMembers", "/memberSummaries", Mutant.STRANGERS)
        .at("/queryComputePayerAccountId");
    mutants
        .request("output-member.can-receive-results", START)
        .having("/resultConfiguration/outputConfiguration/member")
        .known("GetMembership")
        .known("ListMembers", "/memberSummaries", MEMBER)
        .at("/resultConfiguration/outputConfiguration/member/accountId");
    mutants
        .request("s3-output.runner-can-receive", START)
        .having("/resultConfiguration/outputConfiguration/s3")
        .known("GetMembership", "/membership/memberAbilities", "['CAN_QUERY']")
        .at("/resultConfiguration/outputConfiguration/s3");
    mutants
        .request("query.result-config-default", START)
        .known(
            "GetMembership", "/membership/memberAbilities", "['CAN_QUERY','CAN_RECEIVE_RESULTS']");

    mutants
        .request("query-text-limit.clean-rooms-sql", START)
        .from("2024-07-23")
        .engine(OLD)
        .set("/sqlParameters/queryString", "'SELECT 1 -- " + "x".repeat(95_000) + "'")
        .at("/sqlParameters/queryString");
    mutants
        .request("query-text-limit.differential-privacy", START)
        .known("GetMembership")
        .known(
            "GetSchemaAnalysisRule",
            "/analysisRule/type",
            "'CUSTOM'",
            "/analysisRule/policy",
            "{'v1':{'custom':{'allowedAnalyses':['ANY_QUERY'],'allowedAnalysisProviders':['444455556666'],'differentialPrivacy':{'columns':[{'name':'customer_id'}]}}}}")
        .set(
            "/sqlParameters/queryString",
            "'SELECT COUNT(*) FROM purchases -- " + "x".repeat(9_000) + "'")
        .at("/sqlParameters/queryString");
  }
}
