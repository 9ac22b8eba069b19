package io.github.cleanroomscontract.internal.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the members of analysis rules agree on. */
final class AnalysisRuleAgreements {

  private static final String ALLOWED = "allowedAdditionalAnalyses";

  private AnalysisRuleAgreements() {}

  static void register(Agreements agreements) {
    for (String request :
        List.of(
            "CreateConfiguredTableAnalysisRule request",
            "UpdateConfiguredTableAnalysisRule request",
            "CreateConfiguredTableAssociationAnalysisRule request",
            "UpdateConfiguredTableAssociationAnalysisRule request")) {
      agreements.add(request, rule -> kind(rule, "analysisRuleType", "analysisRulePolicy"));
    }
    for (String rule :
        List.of("ConfiguredTableAnalysisRule", "ConfiguredTableAssociationAnalysisRule")) {
      agreements.add(rule, each -> kind(each, "type", "policy"));
    }
    agreements.add(
        "AnalysisRule",
        rule -> kind(rule, "type", "policy", "collaborationPolicy", "consolidatedPolicy"));
    agreements.add("AnalysisRuleAggregation", AnalysisRuleAgreements::aggregation);
    agreements.add("AnalysisRuleList", rule -> disjoint(rule, "listColumns"));
    for (String custom : List.of("AnalysisRuleCustom", "IntermediateTableAnalysisRuleCustom")) {
      agreements.add(custom, AnalysisRuleAgreements::custom);
    }
    agreements.add(
        "ConfiguredTableAssociationAnalysisRuleAggregation",
        rule -> {
          if (rule.isRequest()) {
            rule.remove(ALLOWED);
          }
        });
    agreements.add("AnalysisRuleIdMappingTable", AnalysisRuleAgreements::overlap);
  }

  /** Brings the type of a rule and the variants of its policies to agree. */
  private static void kind(Draft rule, String type, String... policies) {
    String variant = null;
    for (String policy : policies) {
      if (rule.pinned(policy, "v1")) {
        variant = rule.at(policy, "v1").map(each -> each.names().get(0)).orElse(null);
      }
    }
    if (variant != null) {
      rule.set(type, constant(variant));
    } else {
      variant = member(rule.text(type));
    }
    for (String policy : policies) {
      String chosen = variant;
      Draft around = rule.at(policy).orElse(null);
      if (around == null) {
        continue;
      }
      if (!rule.pinned(policy) && !around.knowsVariant("v1", chosen)) {
        rule.remove(policy);
      } else {
        around.choose("v1", chosen);
      }
    }
  }

  private static String constant(String variant) {
    return variant.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  private static String member(String type) {
    return Map.of("ID_MAPPING_TABLE", "idMappingTable")
        .getOrDefault(type, type.toLowerCase(Locale.ROOT));
  }

  private static void aggregation(Draft rule) {
    List<Draft> columns = rule.items("aggregateColumns");
    for (int i = 1; i < columns.size(); i++) {
      String number = "_" + (i + 1);
      columns
          .get(i)
          .set(
              "columnNames",
              columns.get(i).list("columnNames").stream().map(name -> name + number).toList());
    }
    if (rule.isRequest()) {
      rule.amend("additionalAnalyses", "NOT_ALLOWED");
      if (rule.has("joinRequired")) {
        rule.atLeast("joinColumns", 1);
      }
      disjoint(rule, "dimensionColumns");
    }
  }

  /** What is joined by is named elsewhere only if that is wished for. */
  private static void disjoint(Draft rule, String columns) {
    if (!rule.isRequest() || Collections.disjoint(rule.list("joinColumns"), rule.list(columns))) {
      return;
    }
    String other = rule.pinned(columns) ? "joinColumns" : columns;
    List<Object> renamed = rule.list(other).stream().<Object>map(name -> "other_" + name).toList();
    rule.set(other, new ArrayList<>(renamed));
  }

  private static void custom(Draft rule) {
    boolean wildcard =
        rule.list("allowedAnalyses").contains("ANY_QUERY")
            || rule.list("allowedAnalyses").contains("ANY_JOB");
    if (wildcard) {
      rule.atLeast("allowedAnalysisProviders", 1);
    }
    if (rule.is("additionalAnalyses", "NOT_ALLOWED") && !rule.list(ALLOWED).isEmpty()) {
      if (rule.pinned("additionalAnalyses")) {
        rule.remove(ALLOWED);
      } else {
        rule.set("additionalAnalyses", "ALLOWED");
      }
    }
  }

  private static void overlap(Draft rule) {
    if (rule.broken() && !rule.broken("queryConstraints")) {
      rule.resize("queryConstraints", 0);
      return;
    }
    List<Object> columns = rule.list("joinColumns");
    for (Draft constraint : rule.items("queryConstraints")) {
      constraint
          .at("requireOverlap")
          .filter(overlap -> !columns.containsAll(overlap.list("columns")))
          .ifPresent(overlap -> overlap.set("columns", new ArrayList<>(columns)));
    }
  }
}
