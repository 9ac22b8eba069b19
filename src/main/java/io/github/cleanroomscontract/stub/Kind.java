package io.github.cleanroomscontract.stub;

import java.util.Optional;

/** The kinds of resources that the stand-in remembers. */
enum Kind {
  COLLABORATION("Collaboration", null, "collaborationIdentifier"),
  MEMBERSHIP("Membership", COLLABORATION, "membershipIdentifier"),
  CONFIGURED_TABLE("ConfiguredTable", null, "configuredTableIdentifier"),
  ANALYSIS_TEMPLATE("AnalysisTemplate", MEMBERSHIP, "analysisTemplateIdentifier"),
  AUDIENCE_MODEL_ASSOCIATION(
      "ConfiguredAudienceModelAssociation",
      MEMBERSHIP,
      "configuredAudienceModelAssociationIdentifier"),
  TABLE_ASSOCIATION(
      "ConfiguredTableAssociation", MEMBERSHIP, "configuredTableAssociationIdentifier"),
  ID_MAPPING_TABLE("IdMappingTable", MEMBERSHIP, "idMappingTableIdentifier"),
  ID_NAMESPACE_ASSOCIATION(
      "IdNamespaceAssociation", MEMBERSHIP, "idNamespaceAssociationIdentifier"),
  INTERMEDIATE_TABLE("IntermediateTable", MEMBERSHIP, "intermediateTableIdentifier"),
  PRIVACY_BUDGET_TEMPLATE("PrivacyBudgetTemplate", MEMBERSHIP, "privacyBudgetTemplateIdentifier"),
  PROTECTED_QUERY("ProtectedQuery", MEMBERSHIP, "protectedQueryIdentifier"),
  PROTECTED_JOB("ProtectedJob", MEMBERSHIP, "protectedJobIdentifier"),
  CHANGE_REQUEST("CollaborationChangeRequest", COLLABORATION, "changeRequestIdentifier"),
  CONFIGURED_TABLE_RULE("ConfiguredTableAnalysisRule", CONFIGURED_TABLE, "analysisRuleType"),
  TABLE_ASSOCIATION_RULE(
      "ConfiguredTableAssociationAnalysisRule", TABLE_ASSOCIATION, "analysisRuleType"),
  INTERMEDIATE_TABLE_RULE("IntermediateTableAnalysisRule", INTERMEDIATE_TABLE, "analysisRuleType"),
  SCHEMA("Schema", COLLABORATION, "name"),
  SCHEMA_RULE("SchemaAnalysisRule", SCHEMA, "type");

  private final String label;
  private final Kind parent;
  private final String identifier;

  Kind(String label, Kind parent, String identifier) {
    this.label = label;
    this.parent = parent;
    this.identifier = identifier;
  }

  /** Returns the kind as names of operations have it. */
  String label() {
    return label;
  }

  /** Returns what it belongs to; null if it stands for itself. */
  Kind parent() {
    return parent;
  }

  /** Returns the member of requests that says which one is meant. */
  String identifier() {
    return identifier;
  }

  /** Returns whether one is told apart by its name or type, which is unique below its parent. */
  boolean named() {
    return !identifier.endsWith("Identifier");
  }

  /** Returns whether it is an analysis rule of something. */
  boolean isRule() {
    return label.endsWith("AnalysisRule");
  }

  /** Returns whether it is an analysis that runs. */
  boolean runs() {
    return this == PROTECTED_QUERY || this == PROTECTED_JOB;
  }

  /** Returns the kind as errors have it, which know only four: of the others, what they are in. */
  String resourceType() {
    return switch (this) {
      case COLLABORATION, MEMBERSHIP, CONFIGURED_TABLE -> name();
      case TABLE_ASSOCIATION -> "CONFIGURED_TABLE_ASSOCIATION";
      default -> parent.resourceType();
    };
  }

  /** Returns the kind that is called so in names of operations. */
  static Optional<Kind> of(String label) {
    for (Kind kind : values()) {
      if (kind.label.equals(label)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Returns the kind of which names of operations have the plural. */
  static Optional<Kind> ofPlural(String plural) {
    return of(
        plural.endsWith("ies") ? plural.replaceFirst("ies$", "y") : plural.replaceFirst("s$", ""));
  }
}
