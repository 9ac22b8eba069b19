package io.github.cleanroomscontract.generation;

import java.util.Map;
import java.util.TreeMap;

/** Ways to break what is documented of lists and batches. */
final class ListMutants {

  /** The lists that are read page by page, and what they hold. */
  private static final Map<String, String> PAGES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("AnalysisTemplates", "analysisTemplateSummaries"),
              Map.entry("CollaborationAnalysisTemplates", "collaborationAnalysisTemplateSummaries"),
              Map.entry("CollaborationChangeRequests", "collaborationChangeRequestSummaries"),
              Map.entry(
                  "CollaborationConfiguredAudienceModelAssociations",
                  "collaborationConfiguredAudienceModelAssociationSummaries"),
              Map.entry(
                  "CollaborationIdNamespaceAssociations",
                  "collaborationIdNamespaceAssociationSummaries"),
              Map.entry(
                  "CollaborationPrivacyBudgetTemplates",
                  "collaborationPrivacyBudgetTemplateSummaries"),
              Map.entry("CollaborationPrivacyBudgets", "collaborationPrivacyBudgetSummaries"),
              Map.entry("Collaborations", "collaborationList"),
              Map.entry(
                  "ConfiguredAudienceModelAssociations",
                  "configuredAudienceModelAssociationSummaries"),
              Map.entry("ConfiguredTableAssociations", "configuredTableAssociationSummaries"),
              Map.entry("ConfiguredTables", "configuredTableSummaries"),
              Map.entry("IdMappingTables", "idMappingTableSummaries"),
              Map.entry("IdNamespaceAssociations", "idNamespaceAssociationSummaries"),
              Map.entry("IntermediateTableVersions", "intermediateTableVersionSummaries"),
              Map.entry("IntermediateTables", "intermediateTableSummaries"),
              Map.entry("Members", "memberSummaries"),
              Map.entry("Memberships", "membershipSummaries"),
              Map.entry("PrivacyBudgetTemplates", "privacyBudgetTemplateSummaries"),
              Map.entry("PrivacyBudgets", "privacyBudgetSummaries"),
              Map.entry("ProtectedJobs", "protectedJobs"),
              Map.entry("ProtectedQueries", "protectedQueries"),
              Map.entry("Schemas", "schemaSummaries")));

  private ListMutants() {}

  static void register(Mutants mutants) {
    PAGES.forEach((list, member) -> page(mutants, list, "/" + member));
    filters(mutants);
    batches(mutants);
  }

  private static void page(Mutants mutants, String list, String member) {
    mutants
        .in("page.size-at-most-max-results", "List" + list + " response")
        .having(member + "/0")
        .set(member + "/-", "@" + member + "/0")
        .answers("/maxResults", "1")
        .at(member);
  }

  private static void filters(Mutants mutants) {
    filter(mutants, "Memberships", "/status", "'REMOVED'", "/status");
    filter(mutants, "ProtectedQueries", "/status", "'FAILED'", "/status");
    filter(mutants, "ProtectedJobs", "/status", "'FAILED'", "/status");
    filter(mutants, "CollaborationChangeRequests", "/status", "'CANCELLED'", "/status");
    filter(mutants, "Schemas", "/schemaType", "'ID_MAPPING_TABLE'", "/type");
    filter(mutants, "Collaborations", "/memberStatus", "'INVITED'", "/memberStatus");
    filter(mutants, "PrivacyBudgets", "/privacyBudgetType", "'ACCESS_BUDGET'", "/type");
    filter(
        mutants, "CollaborationPrivacyBudgets", "/privacyBudgetType", "'ACCESS_BUDGET'", "/type");
  }

  private static void filter(
      Mutants mutants, String list, String asked, String value, String answered) {
    String first = "/" + PAGES.get(list) + "/0";
    mutants
        .in("list.filter-respected", "List" + list + " response")
        .having(first)
        .answers(asked, value)
        .at(first + answered);
  }

  private static void batches(Mutants mutants) {
    String rule = "batch.one-error-per-missing-item";
    mutants.in(rule, "BatchGetSchema response").answers("/names", "['purchases']");
    mutants
        .in(rule, "BatchGetSchemaAnalysisRule response")
        .answers("/schemaAnalysisRuleRequests", "[{'name':'purchases','type':'LIST'}]");
    mutants
        .in(rule, "BatchGetCollaborationAnalysisTemplate response")
        .answers(
            "/analysisTemplateArns",
            "['arn:aws:cleanrooms:us-east-1:111122223333:membership/m/analysistemplate/t']");
    mutants
        .in("batch-request.items-unique", "AnalysisTemplateArnList")
        .set(
            "",
            """
            ['arn:aws:cleanrooms:us-east-1:111122223333:membership/m/analysistemplate/t',
             'arn:aws:cleanrooms:us-east-1:111122223333:membership/m/analysistemplate/t']""");
    mutants
        .in("batch-request.items-unique", "SchemaAnalysisRuleRequestList")
        .set("", "[{'name':'purchases','type':'LIST'},{'name':'purchases','type':'LIST'}]");
    mutants.in("batch-request.items-unique", "TableAliasList").set("", "['purchases','purchases']");
  }
}
