package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.context.AnalyticsEngine;

/** Ways to break what is documented of jobs. */
final class JobMutants {

  private static final String START = "StartProtectedJob";
  private static final String GET = "GetProtectedJob";

  private JobMutants() {}

  static void register(Mutants mutants) {

    mutants
        .request("worker-number.pyspark-documented-range", START)
        .from("2026-04-17")
        .having("/computeConfiguration")
        .set("/computeConfiguration/worker/number", "512")
        .at("/computeConfiguration/worker/number");
    mutants
        .response("job.error-implies-failed-status", GET)
        .having("/protectedJob/error")
        .set("/protectedJob/status", "'STARTED'")
        .at("/protectedJob/status");
    mutants
        .response("job.result-implies-success", GET)
        .having("/protectedJob/result")
        .set("/protectedJob/status", "'STARTED'")
        .at("/protectedJob/status");
    mutants
        .response("job-output.kind-matches-configuration", GET)
        .having("/protectedJob/result/output/s3")
        .set(
            "/protectedJob/resultConfiguration",
            "{'outputConfiguration':{'member':{'accountId':'444455556666'}}}")
        .at("/protectedJob/result/output");
    mutants
        .request("job.spark-collaboration-only", START)
        .engine(AnalyticsEngine.CLEAN_ROOMS_SQL)
        .at("/type");
    mutants
        .request("job-template.must-be-pyspark", START)
        .having("/jobParameters/analysisTemplateArn")
        .known("GetAnalysisTemplate")
        .at("/jobParameters/analysisTemplateArn");
    mutants
        .request("job-parameters.match-template", START)
        .having("/jobParameters/parameters")
        .known(
            "GetAnalysisTemplate",
            "/analysisTemplate/format",
            "'PYSPARK_1_0'",
            "/analysisTemplate/analysisParameters",
            "[]")
        .at("/jobParameters/parameters/min_age");
    mutants
        .request("job-payer.is-candidate", START)
        .having("/jobComputePayerAccountId")
        .known("GetMembership")
        .known("ListMembers", "/memberSummaries", Mutant.STRANGERS)
        .at("/jobComputePayerAccountId");
    mutants
        .request("job-receiver.has-default-job-result-config", START)
        .having("/resultConfiguration/outputConfiguration/member")
        .set("/resultConfiguration/outputConfiguration/member/accountId", "'111122223333'")
        .known("GetMembership")
        .at("/resultConfiguration/outputConfiguration/member/accountId");

    mutants
        .request("job-tables.allow-jobs", START)
        .having("/jobParameters/analysisTemplateArn")
        .known("GetMembership")
        .known(
            "GetAnalysisTemplate",
            "/analysisTemplate/format",
            "'PYSPARK_1_0'",
            "/analysisTemplate/schema",
            "{'referencedTables':['purchases']}")
        .known("GetSchema", "/schema/analysisMethod", "'DIRECT_QUERY'")
        .at("/jobParameters/analysisTemplateArn");
  }
}
