package io.github.cleanroomscontract.generation;

/** Ways to break what is documented of all resources alike: their ids, ARNs, times and tags. */
final class ResourceMutants {

  /** What has an id and an ARN of its own, and is updated. */
  private static final String[] RESOURCES = {
    "AnalysisTemplate",
    "AnalysisTemplateSummary",
    "Collaboration",
    "CollaborationAnalysisTemplate",
    "CollaborationAnalysisTemplateSummary",
    "CollaborationConfiguredAudienceModelAssociation",
    "CollaborationConfiguredAudienceModelAssociationSummary",
    "CollaborationIdNamespaceAssociation",
    "CollaborationIdNamespaceAssociationSummary",
    "CollaborationPrivacyBudgetTemplate",
    "CollaborationPrivacyBudgetTemplateSummary",
    "CollaborationSummary",
    "ConfiguredAudienceModelAssociation",
    "ConfiguredAudienceModelAssociationSummary",
    "ConfiguredTable",
    "ConfiguredTableAssociation",
    "ConfiguredTableAssociationSummary",
    "ConfiguredTableSummary",
    "IdMappingTable",
    "IdMappingTableSummary",
    "IdNamespaceAssociation",
    "IdNamespaceAssociationSummary",
    "IntermediateTable",
    "IntermediateTableSummary",
    "Membership",
    "MembershipSummary",
    "PrivacyBudgetTemplate",
    "PrivacyBudgetTemplateSummary"
  };

  /** What is updated, and has no ARN of its own. */
  private static final String[] UPDATED = {
    "AnalysisRule",
    "CollaborationChangeRequest",
    "CollaborationChangeRequestSummary",
    "CollaborationPrivacyBudgetSummary",
    "ConfiguredTableAnalysisRule",
    "ConfiguredTableAssociationAnalysisRule",
    "IntermediateTableAnalysisRule",
    "MemberSummary",
    "PrivacyBudgetSummary",
    "Schema",
    "SchemaSummary"
  };

  private static final String ANOTHER_ID = "'f2ef5dac-3e5c-31df-b6d1-0749ba79c1ef'";

  private ResourceMutants() {}

  static void register(Mutants mutants) {
    arns(mutants);
    mutants
        .in("update-time.not-before-create-time", RESOURCES)
        .set("/updateTime", "1700000000")
        .at("/updateTime");
    mutants
        .in("update-time.not-before-create-time", UPDATED)
        .set("/updateTime", "1700000000")
        .at("/updateTime");
    // In milliseconds.
    mutants.in("timestamp.seconds", "Timestamp").set("", "1772442000000");
    // A second before the year 0.
    mutants.in("timestamp.seconds", "Timestamp").set("", "-62167219201");
    mutants
        .in("tag-keys.no-aws-prefix", "TagMap")
        // Before, the pattern of keys said so.
        .from("2023-06-29")
        .set("", "{'aws:team':'insights'}");
    mutants.in("tag.count-fifty", "TagMap").set("", tags());
    updates(mutants);
    echoes(mutants);
  }

  private static void arns(Mutants mutants) {
    id(mutants, "id", "arn", RESOURCES);
    id(mutants, "id", "arn", "IntermediateTableOutputConfiguration");
    id(
        mutants,
        "membershipId",
        "membershipArn",
        "MemberSummary",
        "PrivacyBudgetSummary",
        "ProtectedJob",
        "ProtectedJobSummary",
        "ProtectedQuery",
        "ProtectedQuerySummary");
    id(
        mutants,
        "collaborationId",
        "collaborationArn",
        "CollaborationPrivacyBudgetSummary",
        "Schema",
        "SchemaSummary");
    id(mutants, "configuredTableId", "configuredTableArn", "ConfiguredTableAnalysisRule");
    id(
        mutants,
        "configuredTableAssociationId",
        "configuredTableAssociationArn",
        "ConfiguredTableAssociationAnalysisRule");
    mutants.in("arn.published-maximum", "ConfiguredTableAssociationArn");
    mutants
        .in("arn.published-maximum", "PrivacyBudgetTemplateArn")
        .replace("", "us-east-1", "ap-southeast-2");
    mutants
        .in("arn.published-maximum", "CleanroomsArn")
        .set(
            "",
            """
            'arn:aws:cleanrooms:us-east-1:111122223333:\
            membership/b46127d3-c32d-33d4-85a4-78e88b8f6593/\
            analysistemplate/6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c'""");
  }

  /** Says that an ARN names another id than the one that stands beside it. */
  private static void id(Mutants mutants, String id, String arn, String... shapes) {
    mutants
        .in("arn.ends-with-id", shapes)
        .having("/" + arn)
        .set("/" + id, ANOTHER_ID)
        .at("/" + arn);
  }

  private static String tags() {
    StringBuilder tags = new StringBuilder("{'team':'insights'");
    for (int i = 1; i <= 50; i++) {
      tags.append(",'project-").append(i).append("':'overlap'");
    }
    return tags.append('}').toString();
  }

  private static void updates(Mutants mutants) {
    update(mutants, "AnalysisTemplate", "/description");
    update(mutants, "Collaboration", "/name");
    update(mutants, "ConfiguredAudienceModelAssociation", "/description");
    update(mutants, "ConfiguredTable", "/description");
    update(mutants, "ConfiguredTableAssociation", "/description");
    update(mutants, "IdMappingTable", "/description");
    update(mutants, "IdNamespaceAssociation", "/description");
    update(mutants, "IntermediateTable", "/description");
    update(mutants, "Membership", "/queryLogStatus");
  }

  private static void update(Mutants mutants, String resource, String changed) {
    mutants.in("patch.body-not-empty", "Update" + resource + " request").remove(changed);
  }

  private static void echoes(Mutants mutants) {
    for (String verb : new String[] {"Create", "Update"}) {
      echo(mutants, verb + "AnalysisTemplate", "/description", "/analysisTemplate");
      echo(mutants, verb + "Collaboration", "/description", "/collaboration");
      echo(mutants, verb + "ConfiguredTable", "/description", "/configuredTable");
      mutants
          .in("create.echo", verb + "Membership response")
          .answers("/queryLogStatus", "'DISABLED'")
          .set("/membership/queryLogStatus", "'ENABLED'")
          .at("/membership/queryLogStatus");
    }
  }

  private static void echo(Mutants mutants, String operation, String member, String resource) {
    mutants
        .in("create.echo", operation + " response")
        .having(resource + member)
        .answers(member, "'For the autumn'")
        .at(resource + member);
  }
}
