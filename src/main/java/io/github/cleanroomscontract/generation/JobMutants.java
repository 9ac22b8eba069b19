package io.github.cleanroomscontract.generation;

import static io.github.cleanroomscontract.context.AnalyticsEngine.CLEAN_ROOMS_SQL;

/** Ways to break what is documented of jobs. */
final class JobMutants {

  private static final String START = "StartProtectedJob request";
  private static final String PARAMETERS = "ProtectedJobParameters";
  private static final String RECEIVER = "ProtectedJobMemberOutputConfigurationInput";
  private static final String JOB = "ProtectedJob";
  private static final String TEMPLATE = "/analysisTemplateArn";
  private static final String GET_TEMPLATE = "GetAnalysisTemplate";
  private static final String PYSPARK = "/analysisTemplate/source/artifacts";
  private static final String DECLARED = "/analysisTemplate/analysisParameters";

  private JobMutants() {}

  static void register(Mutants mutants) {
    requests(mutants);
    templates(mutants);
    receivers(mutants);
    answers(mutants);
  }

  private static void requests(Mutants mutants) {
    mutants
        .in("worker-number.pyspark-documented-range", "ProtectedJobWorkerComputeConfiguration")
        // Before, the model itself had this range.
        .from("2026-04-17")
        .set("/number", "512")
        .at("/number");
    mutants.in("job.spark-collaboration-only", START).engine(CLEAN_ROOMS_SQL).at("/type");
    mutants
        .in("job-payer.is-candidate", START)
        .having("/jobComputePayerAccountId")
        .known("GetMembership")
        .knownMember(Mutant.STRANGER)
        .at("/jobComputePayerAccountId");
  }

  private static void templates(Mutants mutants) {
    mutants
        .in("job-template.must-be-pyspark", PARAMETERS)
        .having(TEMPLATE)
        .known(GET_TEMPLATE)
        .at(TEMPLATE);
    mutants
        .in("job-parameters.match-template", PARAMETERS)
        .having("/parameters")
        .knownHaving(GET_TEMPLATE, PYSPARK, DECLARED, "[]")
        .at("/parameters/min_age");
    mutants
        .in("query-parameters.complete", PARAMETERS)
        .having(TEMPLATE)
        .knownHaving(GET_TEMPLATE, PYSPARK, DECLARED, "[{'name':'min_age','type':'INTEGER'}]");
    mutants
        .in("job-tables.allow-jobs", PARAMETERS)
        .having(TEMPLATE)
        .known("GetMembership")
        .knownHaving(
            GET_TEMPLATE, PYSPARK, "/analysisTemplate/schema/referencedTables", "['purchases']")
        .known("GetSchema", "/schema/analysisMethod", "'DIRECT_QUERY'")
        .at(TEMPLATE);
  }

  private static void receivers(Mutants mutants) {
    mutants
        .in("output-member.can-receive-results", RECEIVER)
        .full()
        .known("GetMembership")
        .knownMember(Mutant.PARTNER)
        .at("/accountId");
    mutants
        .in("job-receiver.has-default-job-result-config", RECEIVER)
        .full()
        .set("/accountId", "'" + Mutant.OWNER + "'")
        .known("GetMembership")
        .at("/accountId");
    String receivers = "/analysisRule/collaborationPolicy/v1/custom/allowedResultReceivers";
    String member = "/resultConfiguration/outputConfiguration/member";
    mutants
        .in("receivers.allowed-by-every-table", START)
        .having("/jobParameters" + TEMPLATE)
        .set(
            "/resultConfiguration",
            "{'outputConfiguration':{'member':{'accountId':'444455556666'}}}")
        .known("GetMembership")
        .knownHaving(
            GET_TEMPLATE, PYSPARK, "/analysisTemplate/schema/referencedTables", "['purchases']")
        .knownHaving("GetSchemaAnalysisRule", receivers, receivers, "['" + Mutant.STRANGER + "']")
        .at(member + "/accountId");
  }

  private static void answers(Mutants mutants) {
    mutants
        .in("job.error-implies-failed-status", JOB)
        .having("/error")
        .set("/status", "'STARTED'")
        .at("/status");
    mutants
        .in("job.result-implies-success", JOB)
        .having("/result")
        .set("/status", "'STARTED'")
        .at("/status");
    mutants
        .in("job-output.kind-matches-configuration", JOB)
        .having("/result/output/s3")
        .set(
            "/resultConfiguration",
            "{'outputConfiguration':{'member':{'accountId':'444455556666'}}}")
        .at("/result/output");
    mutants
        .in("job-output.kind-matches-configuration", JOB)
        .having("/result/output/memberList")
        .set("/resultConfiguration", "{'outputConfiguration':{'s3':{'bucket':'example-retail'}}}")
        .at("/result/output");
    mutants
        .in("list.recent-first", "ListProtectedJobs response")
        .having("/protectedJobs/0")
        .set("/protectedJobs/-", "@/protectedJobs/0")
        .set("/protectedJobs/1/createTime", "1772449200")
        .at("/protectedJobs/1/createTime");
  }
}
