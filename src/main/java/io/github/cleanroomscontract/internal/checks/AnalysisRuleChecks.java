package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.internal.facts.Facts.Kind;
import io.github.cleanroomscontract.internal.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is documented of analysis rules beyond their schemas. */
final class AnalysisRuleChecks {

  private static final String CREATE_RULE = "CreateConfiguredTableAnalysisRule request";
  private static final String UPDATE_RULE = "UpdateConfiguredTableAnalysisRule request";

  private static final Set<String> NOT_CUSTOM = Set.of("AGGREGATION", "LIST");

  /** The sources that are not S3, as findings call them. */
  private static final Map<String, String> ELSEWHERE =
      Map.of("athena", "Athena", "snowflake", "Snowflake");

  /** What each wildcard cannot stand for, by the one method that a table has. */
  private static final Map<String, String> UNFIT_METHOD =
      Map.of("ANY_QUERY", "DIRECT_JOB", "ANY_JOB", "DIRECT_QUERY");

  /** 100 KB. */
  private static final int MOST_BYTES = 102_400;

  private AnalysisRuleChecks() {}

  static void register(Checks.Registry registry) {
    registry.request(
        "aggregation.join-dimension-disjoint",
        "AnalysisRuleAggregation",
        rule -> Names.among(rule.each("dimensionColumns"), Names.texts(rule.each("joinColumns"))));
    registry.request(
        "aggregate-column.functions-distinct",
        "AnalysisRuleAggregation",
        AnalysisRuleChecks::functionsAreDistinct);
    registry.request(
        "list.join-list-disjoint",
        "AnalysisRuleList",
        rule -> Names.among(rule.each("listColumns"), Names.texts(rule.each("joinColumns"))));
    for (String policy :
        List.of(
            "ConfiguredTableAnalysisRulePolicy",
            "ConfiguredTableAssociationAnalysisRulePolicy",
            "IntermediateTableAnalysisRulePolicy")) {
      registry.request("analysis-rule.size", policy, AnalysisRuleChecks::size);
    }
    registry.request(
        "job-table.custom-rule-only",
        CREATE_RULE,
        request -> customOnly(request, AnalysisRuleChecks::jobsOnly));
    for (String request : List.of(CREATE_RULE, UPDATE_RULE)) {
      registry.request(
          "non-s3-source.custom-rule-only",
          request,
          at -> customOnly(at, AnalysisRuleChecks::elsewhere));
      registry.request(
          "allowed-analyses.fit-analysis-method",
          request,
          at ->
              at.each("analysisRulePolicy", "v1", "custom", "allowedAnalyses")
                  .forEach(AnalysisRuleChecks::fitsTheTable));
      registry.request(
          "rule-columns.in-allow-list", request, AnalysisRuleChecks::columnsAreAllowed);
      registry.request(
          "dp.same-column-across-tables",
          request,
          at -> privacy(at).each("columns").forEach(column -> sameColumn(column.at("name"))));
      registry.request("dp.receiver-cannot-enable", request, at -> notByReceiver(privacy(at)));
      registry.request(
          "dp.engine-and-source",
          request,
          at -> {
            onOldEngine(privacy(at));
            inS3(privacy(at));
          });
    }
    registry.request(
        "dp.engine-and-source",
        "CreatePrivacyBudgetTemplate request",
        at -> onOldEngine(at.at("parameters", "differentialPrivacy")));
  }

  private static Subject privacy(Subject request) {
    return request.at("analysisRulePolicy", "v1", "custom", "differentialPrivacy");
  }

  private static void functionsAreDistinct(Subject rule) {
    Map<String, Set<String>> columns = new HashMap<>();
    rule.each("aggregateColumns")
        .filter(aggregate -> aggregate.at("function").node().isString())
        .forEach(
            aggregate ->
                Names.repeated(
                    aggregate.each("columnNames"),
                    columns.computeIfAbsent(
                        aggregate.at("function").text(), function -> new HashSet<>())));
  }

  private static void size(Subject policy) {
    int bytes = policy.node().toString().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      policy.fails(Words.count(bytes, "byte"));
    }
  }

  /** Refuses rules of other kinds for tables with some trait. */
  private static void customOnly(Subject request, Function<JsonNode, Optional<String>> trait) {
    Subject type = request.at("analysisRuleType");
    if (NOT_CUSTOM.contains(type.text())) {
      type.with(
          type.world().table(),
          World.TABLE,
          (at, table) -> trait.apply(table).ifPresent(at::fails));
    }
  }

  private static Optional<String> jobsOnly(JsonNode table) {
    return Optional.of(table.path("analysisMethod").asString(""))
        .filter(method -> method.equals("DIRECT_JOB"));
  }

  private static Optional<String> elsewhere(JsonNode table) {
    return table.path("tableReference").propertyNames().stream()
        .map(ELSEWHERE::get)
        .filter(source -> source != null)
        .findFirst();
  }

  private static void fitsTheTable(Subject analysis) {
    String unfit = UNFIT_METHOD.get(analysis.text());
    if (unfit != null) {
      analysis.with(
          analysis.world().table(),
          World.TABLE,
          (at, table) -> {
            if (table.path("analysisMethod").asString("").equals(unfit)) {
              at.fails(unfit);
            }
          });
    }
  }

  private static void columnsAreAllowed(Subject request) {
    Subject policy = request.at("analysisRulePolicy", "v1");
    List<Subject> columns = Names.strings(columns(policy)).toList();
    if (!columns.isEmpty()) {
      policy.with(
          policy.world().table(),
          World.TABLE,
          (at, table) -> {
            if (table.path("allowedColumns").isArray()) {
              Names.notAmong(columns.stream(), World.texts(table.path("allowedColumns")));
            }
          });
    }
  }

  /** Returns the columns that a rule names, wherever it does. */
  private static Stream<Subject> columns(Subject policy) {
    Subject aggregation = policy.at("aggregation");
    Subject custom = policy.at("custom");
    return Stream.of(
            policy.each("list", "joinColumns"),
            policy.each("list", "listColumns"),
            aggregation.each("aggregateColumns").flatMap(each -> each.each("columnNames")),
            aggregation.each("joinColumns"),
            aggregation.each("dimensionColumns"),
            aggregation.each("outputConstraints").map(each -> each.at("columnName")),
            custom.each("disallowedOutputColumns"),
            custom.each("differentialPrivacy", "columns").map(each -> each.at("name")))
        .flatMap(Function.identity());
  }

  private static void sameColumn(Subject column) {
    if (column.node().isString()) {
      Set<String> others = columnsOfOtherTables(column.world());
      if (others.isEmpty()) {
        column.needs(World.OTHER_RULES);
      } else if (!others.contains(column.text())) {
        column.fails();
      }
    }
  }

  /** Returns the columns that tell persons apart in tables that meet the one that is named. */
  private static Set<String> columnsOfOtherTables(World world) {
    String table = world.tableId();
    Set<String> memberships =
        world.associationsOf(table).stream()
            .map(association -> association.path("membershipId").asString(""))
            .collect(Collectors.toSet());
    return world.all(Kind.ASSOCIATION).stream()
        .filter(association -> memberships.contains(association.path("membershipId").asString("")))
        .map(association -> association.path("configuredTableId").asString(""))
        .filter(other -> !other.equals(table))
        .flatMap(other -> world.get(Kind.CONFIGURED_TABLE_RULE, other + "/CUSTOM").stream())
        .map(rule -> rule.at("/policy/v1/custom/differentialPrivacy/columns/0/name").asString(""))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  private static void notByReceiver(Subject privacy) {
    if (privacy.present()) {
      World world = privacy.world();
      List<JsonNode> memberships =
          world.associationsOf(world.tableId()).stream()
              .map(association -> association.path("membershipId").asString(""))
              .flatMap(id -> world.get(Kind.MEMBERSHIP, id).stream())
              .toList();
      if (memberships.isEmpty()) {
        privacy.needs(World.OWN_ABILITIES);
      } else if (memberships.stream()
          // In a collaboration where the caller receives nothing, the rule may have its use.
          .allMatch(each -> World.holds(each.path("memberAbilities"), "CAN_RECEIVE_RESULTS"))) {
        privacy.fails();
      }
    }
  }

  private static void onOldEngine(Subject privacy) {
    if (privacy.present()) {
      privacy.with(
          privacy.world().engine(),
          World.ENGINE,
          (at, engine) -> {
            if (!engine.equals(AnalysisRuns.CLEAN_ROOMS_SQL)) {
              at.fails("the engine " + engine);
            }
          });
    }
  }

  private static void inS3(Subject privacy) {
    if (privacy.present()) {
      privacy.with(
          privacy.world().table(),
          World.TABLE,
          (at, table) -> elsewhere(table).ifPresent(source -> at.fails("a table in " + source)));
    }
  }
}
