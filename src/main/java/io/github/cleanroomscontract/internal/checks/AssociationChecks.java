package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.internal.facts.Facts.Kind;
import io.github.cleanroomscontract.internal.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is documented of configured table associations beyond their schemas. */
final class AssociationChecks {

  private static final String CREATE_RULE = "CreateConfiguredTableAssociationAnalysisRule request";
  private static final String UPDATE_RULE = "UpdateConfiguredTableAssociationAnalysisRule request";

  private AssociationChecks() {}

  static void register(Checks.Registry registry) {
    registry.request(
        "association-rule-type.equals-table-rule-type",
        CREATE_RULE,
        request -> typeOfTheTable(request.at("analysisRuleType")));
    for (String request : List.of(CREATE_RULE, UPDATE_RULE)) {
      registry.request(
          "association-additional-analyses.need-table-opt-in",
          request,
          AssociationChecks::additionalAnalyses);
      registry.request("result-receivers.are-members", request, AssociationChecks::receivers);
    }
  }

  private static void typeOfTheTable(Subject type) {
    if (type.node().isString()) {
      withTable(
          type,
          (at, table) ->
              at.with(
                  at.world().ruleTypes(table),
                  World.TABLE_RULE,
                  (same, types) -> {
                    if (!types.contains(same.text())) {
                      same.fails(Words.and(types));
                    }
                  }));
    }
  }

  private static void additionalAnalyses(Subject request) {
    for (String kind : List.of("list", "custom")) {
      Subject analyses = request.at("analysisRulePolicy", "v1", kind, "allowedAdditionalAnalyses");
      if (!analyses.items().isEmpty()) {
        withTable(
            analyses,
            (at, table) ->
                at.with(
                    at.world()
                        .get(
                            Kind.CONFIGURED_TABLE_RULE,
                            table + "/" + kind.toUpperCase(Locale.ROOT)),
                    World.TABLE_RULE,
                    (same, rule) -> optedIn(same, rule.at("/policy/v1/" + kind))));
      }
    }
  }

  private static void optedIn(Subject analyses, JsonNode tableRule) {
    String choice = tableRule.path("additionalAnalyses").asString("");
    // A policy of a form of the future says it elsewhere, or in other words.
    if (tableRule.isObject() && Set.of("", "NOT_ALLOWED").contains(choice)) {
      analyses.fails(choice.isEmpty() ? "nothing" : choice);
    }
  }

  private static void receivers(Subject request) {
    Subject policy = request.at("analysisRulePolicy", "v1");
    List<Subject> receivers =
        Names.strings(
                Stream.of("list", "aggregation", "custom")
                    .flatMap(kind -> policy.each(kind, "allowedResultReceivers")))
            .toList();
    if (!receivers.isEmpty()) {
      policy.with(
          policy.world().allMembers(),
          World.MEMBERS,
          (at, members) -> Names.notAmong(receivers.stream(), World.texts(members, "accountId")));
    }
  }

  /** Does something with the id of the table that is associated, or says what is needed. */
  private static void withTable(Subject subject, BiConsumer<Subject, String> action) {
    Optional<String> table =
        subject
            .world()
            .association()
            .map(association -> association.path("configuredTableId").asString(""));
    subject.with(table, World.ASSOCIATION, action);
  }
}
