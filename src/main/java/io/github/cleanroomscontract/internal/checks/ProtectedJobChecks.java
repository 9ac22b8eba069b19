package io.github.cleanroomscontract.internal.checks;

/** What is documented of jobs beyond their schemas. */
final class ProtectedJobChecks {

  private static final String START = "StartProtectedJob request";
  private static final String PARAMETERS = "ProtectedJobParameters";
  private static final String RECEIVER = "ProtectedJobMemberOutputConfigurationInput";

  private ProtectedJobChecks() {}

  static void register(Checks.Registry registry) {
    registry.request(
        "job.spark-collaboration-only", START, at -> AnalysisRuns.sparkOnly(at.at("type")));
    registry.request(
        "job-payer.is-candidate",
        START,
        at -> AnalysisRuns.isPayer(at.at("jobComputePayerAccountId"), "jobCompute"));
    registry.request("job-parameters.match-template", PARAMETERS, AnalysisRuns::parametersMatch);
    registry.request("query-parameters.complete", PARAMETERS, AnalysisRuns::parametersComplete);
    registry.request(
        "job-template.must-be-pyspark", PARAMETERS, at -> AnalysisRuns.format(at, "PYSPARK_1_0"));
    registry.request(
        "job-tables.allow-jobs",
        PARAMETERS,
        at -> AnalysisRuns.tablesAllow(at, "DIRECT_QUERY", "queries"));
    registry.request("output-member.can-receive-results", RECEIVER, AnalysisRuns::canReceive);
    registry.request(
        "receivers.allowed-by-every-table",
        START,
        at -> AnalysisRuns.receiversAllowed(at, at.at("jobParameters")));
    registry.request(
        "job-receiver.has-default-job-result-config", RECEIVER, ProtectedJobChecks::defaultResult);
    registry.response(
        "s3-result.location-under-configured-prefix",
        "ProtectedJob",
        at ->
            AnalysisResults.underPrefix(
                at.at("result", "output", "s3", "location"),
                at.at("resultConfiguration", "outputConfiguration", "s3")));
    registry.response(
        "list.recent-first",
        "ListProtectedJobs response",
        at -> AnalysisResults.recentFirst(at.at("protectedJobs")));
  }

  private static void defaultResult(Subject receiver) {
    Subject account = receiver.at("accountId");
    if (account.node().isString()) {
      account.with(
          account.world().wholeMembership(account.text()),
          World.RECEIVER,
          (at, membership) -> {
            if (!membership.has("defaultJobResultConfiguration")) {
              at.fails();
            }
          });
    }
  }
}
