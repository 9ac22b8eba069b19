package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.internal.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What is documented of queries beyond their schemas. */
final class ProtectedQueryChecks {

  private static final String START = "StartProtectedQuery request";
  private static final String SQL_PARAMETERS = "ProtectedQuerySQLParameters";
  private static final String LOCATION = "ProtectedQueryDistributeOutputConfigurationLocation";
  private static final String OUTPUT_CONFIGURATION = "ProtectedQueryOutputConfiguration";
  private static final String QUERY = "ProtectedQuery";

  private ProtectedQueryChecks() {}

  static void register(Checks.Registry registry) {
    outputs(registry);
    runs(registry);
    texts(registry);
    answers(registry);
  }

  private static void outputs(Checks.Registry registry) {
    registry.request("distribute.no-runner-account", LOCATION, ProtectedQueryChecks::runnerAccount);
    for (String output : new String[] {OUTPUT_CONFIGURATION, "ProtectedQueryOutput"}) {
      registry.both(
          "distribute.spark-only", output, at -> AnalysisRuns.sparkOnly(at.at("distribute")));
    }
    registry.request(
        "single-file-output.spark-only",
        "ProtectedQueryS3OutputConfiguration",
        at -> AnalysisRuns.sparkOnly(at.at("singleFileOutput")));
    for (String output : new String[] {OUTPUT_CONFIGURATION, LOCATION}) {
      registry.request("s3-output.runner-can-receive", output, at -> runnerCanReceive(at.at("s3")));
    }
    registry.request(
        "output-member.can-receive-results",
        "ProtectedQueryMemberOutputConfiguration",
        AnalysisRuns::canReceive);
    registry.request("query.result-config-default", START, ProtectedQueryChecks::defaultResult);
  }

  private static void runs(Checks.Registry registry) {
    registry.request(
        "compute-configuration.spark-only",
        START,
        at -> AnalysisRuns.sparkOnly(at.at("computeConfiguration")));
    registry.request(
        "query-payer.is-candidate",
        START,
        at -> AnalysisRuns.isPayer(at.at("queryComputePayerAccountId"), "queryCompute"));
    registry.request(
        "query-parameters.match-template", SQL_PARAMETERS, AnalysisRuns::parametersMatch);
    registry.request("query-parameters.complete", SQL_PARAMETERS, AnalysisRuns::parametersComplete);
    registry.request(
        "query-template.must-be-sql", SQL_PARAMETERS, at -> AnalysisRuns.format(at, "PYSPARK_1_0"));
    registry.request(
        "synthetic-template.not-runnable-as-query",
        SQL_PARAMETERS,
        ProtectedQueryChecks::notSynthetic);
    registry.request(
        "job-tables.allow-jobs",
        SQL_PARAMETERS,
        at -> AnalysisRuns.tablesAllow(at, "DIRECT_JOB", "jobs"));
    registry.request(
        "receivers.allowed-by-every-table",
        START,
        at -> AnalysisRuns.receiversAllowed(at, at.at("sqlParameters")));
  }

  private static void texts(Checks.Registry registry) {
    registry.request(
        "query-text-limit.spark", SQL_PARAMETERS, at -> TextLimits.spark(at.at("queryString")));
    registry.request(
        "query-text-limit.spark",
        "PopulationAnalysisSqlParameters",
        at -> TextLimits.spark(at.at("queryString")));
    registry.request(
        "query-text-limit.clean-rooms-sql",
        SQL_PARAMETERS,
        at -> TextLimits.cleanRoomsSql(at.at("queryString")));
    registry.request(
        "query-text-limit.differential-privacy",
        SQL_PARAMETERS,
        at -> {
          Subject text = at.at("queryString");
          TextLimits.differentialPrivacy(text, () -> TablesRead.ofText(text));
        });
  }

  private static void answers(Checks.Registry registry) {
    registry.response("query-text.hidden-from-others", QUERY, ProtectedQueryChecks::hiddenText);
    registry.response(
        "distribute-output.mirrors-locations", QUERY, ProtectedQueryChecks::mirrorsLocations);
    registry.response(
        "s3-result.location-under-configured-prefix", QUERY, ProtectedQueryChecks::resultPlaces);
    registry.response(
        "sensitivity.min-le-max",
        "DifferentialPrivacySensitivityParameters",
        ProtectedQueryChecks::bounds);
    registry.response(
        "list.recent-first",
        "ListProtectedQueries response",
        at -> AnalysisResults.recentFirst(at.at("protectedQueries")));
  }

  private static void runnerAccount(Subject location) {
    Subject account = location.at("member", "accountId");
    if (account.present()) {
      account.with(
          account.world().caller(),
          World.CALLER,
          (at, caller) -> {
            if (at.is(caller)) {
              at.fails();
            }
          });
    }
  }

  private static void runnerCanReceive(Subject s3) {
    if (s3.present()) {
      s3.with(
          s3.world().abilities(),
          World.ABILITIES,
          (at, abilities) -> {
            if (!World.holds(abilities, AnalysisRuns.CAN_RECEIVE_RESULTS)) {
              List<String> names = abilities.valueStream().map(JsonNode::asString).toList();
              at.fails(names.isEmpty() ? "none" : Words.and(names));
            }
          });
    }
  }

  /** Without a place for the result, it goes where the membership of its receiver says. */
  private static void defaultResult(Subject start) {
    if (start.has("resultConfiguration")) {
      return;
    }
    start.with(
        start.world().wholeMembership(),
        World.MEMBERSHIP,
        (at, membership) -> {
          if (!World.holds(membership.path("memberAbilities"), AnalysisRuns.CAN_RECEIVE_RESULTS)) {
            at.needs(World.RECEIVER);
          } else if (!membership.hasNonNull("defaultResultConfiguration")) {
            at.fails();
          }
        });
  }

  private static void notSynthetic(Subject run) {
    AnalysisRuns.template(
        run,
        (arn, template) -> {
          if (template.hasNonNull("syntheticDataParameters")) {
            arn.fails();
          }
        });
  }

  private static void hiddenText(Subject query) {
    if (query.has("sqlParameters")) {
      return;
    }
    Optional<String> asking =
        query.request().flatMap(asked -> asked.path("membershipIdentifier").asStringOpt());
    if (asking.isPresent()) {
      failsIf(query, query.at("membershipId").is(asking.get()));
    } else {
      query.with(
          query.world().caller(),
          World.CALLER,
          (at, caller) ->
              failsIf(
                  at, World.account(at.at("membershipArn").text()).equals(Optional.of(caller))));
    }
  }

  private static void mirrorsLocations(Subject query) {
    if (!query.has("result")) {
      return;
    }
    Subject output = query.at("result", "output", "distribute");
    if (!output.node().isObject()) {
      return;
    }
    Subject locations =
        query.at("resultConfiguration", "outputConfiguration", "distribute", "locations");
    if (!locations.node().isArray()) {
      return;
    }
    if (output.has("s3") && locations.items().stream().noneMatch(each -> each.has("s3"))) {
      output.at("s3").fails("S3, which was no location");
    }
    Set<String> configured = new HashSet<>();
    locations.items().forEach(each -> configured.add(each.at("member", "accountId").text()));
    configured.remove("");
    Set<String> missing = new HashSet<>(configured);
    Subject members = output.at("memberList");
    for (Subject member : members.items()) {
      Subject account = member.at("accountId");
      missing.remove(account.text());
      if (account.node().isString() && !configured.contains(account.text())) {
        account.fails("a member that was no location");
      }
    }
    if (!missing.isEmpty()) {
      (members.present() ? members : output)
          .fails("no entry for " + Words.count(missing.size(), "member") + " of the locations");
    }
  }

  private static void resultPlaces(Subject query) {
    Subject output = query.at("result", "output");
    if (!output.present()) {
      return;
    }
    Subject configuration = query.at("resultConfiguration", "outputConfiguration");
    AnalysisResults.underPrefix(output.at("s3", "location"), configuration.at("s3"));
    List<Subject> locations =
        configuration.each("distribute", "locations").filter(each -> each.has("s3")).toList();
    if (locations.size() == 1) {
      AnalysisResults.underPrefix(
          output.at("distribute", "s3", "location"), locations.get(0).at("s3"));
    }
  }

  private static void bounds(Subject parameters) {
    Optional<Double> least = parameters.at("minColumnValue").number();
    Optional<Double> most = parameters.at("maxColumnValue").number();
    failsIf(parameters, least.isPresent() && most.isPresent() && least.get() > most.get());
  }

  private static void failsIf(Subject at, boolean broken) {
    if (broken) {
      at.fails();
    }
  }
}
