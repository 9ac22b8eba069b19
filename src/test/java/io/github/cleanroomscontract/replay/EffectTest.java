package io.github.cleanroomscontract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What each of the operations does, by hand: a mistake here costs somebody data or money. */
class EffectTest {

  private static final Map<Effect, List<String>> BY_HAND =
      Map.of(
          Effect.READ,
          List.of(
              "BatchGetCollaborationAnalysisTemplate",
              "BatchGetSchema",
              "BatchGetSchemaAnalysisRule",
              "GetAnalysisTemplate",
              "GetCollaboration",
              "GetCollaborationAnalysisTemplate",
              "GetCollaborationChangeRequest",
              "GetCollaborationConfiguredAudienceModelAssociation",
              "GetCollaborationIdNamespaceAssociation",
              "GetCollaborationPrivacyBudgetTemplate",
              "GetConfiguredAudienceModelAssociation",
              "GetConfiguredTable",
              "GetConfiguredTableAnalysisRule",
              "GetConfiguredTableAssociation",
              "GetConfiguredTableAssociationAnalysisRule",
              "GetIdMappingTable",
              "GetIdNamespaceAssociation",
              "GetIntermediateTable",
              "GetIntermediateTableAnalysisRule",
              "GetMembership",
              "GetPrivacyBudgetTemplate",
              "GetProtectedJob",
              "GetProtectedQuery",
              "GetSchema",
              "GetSchemaAnalysisRule",
              "ListAnalysisTemplates",
              "ListCollaborationAnalysisTemplates",
              "ListCollaborationChangeRequests",
              "ListCollaborationConfiguredAudienceModelAssociations",
              "ListCollaborationIdNamespaceAssociations",
              "ListCollaborationPrivacyBudgetTemplates",
              "ListCollaborationPrivacyBudgets",
              "ListCollaborations",
              "ListConfiguredAudienceModelAssociations",
              "ListConfiguredTableAssociations",
              "ListConfiguredTables",
              "ListIdMappingTables",
              "ListIdNamespaceAssociations",
              "ListIntermediateTableVersions",
              "ListIntermediateTables",
              "ListMembers",
              "ListMemberships",
              "ListPrivacyBudgetTemplates",
              "ListPrivacyBudgets",
              "ListProtectedJobs",
              "ListProtectedQueries",
              "ListSchemas",
              "ListTagsForResource",
              "PreviewPrivacyImpact"),
          Effect.WRITE,
          List.of(
              "CreateAnalysisTemplate",
              "CreateCollaboration",
              "CreateCollaborationChangeRequest",
              "CreateConfiguredAudienceModelAssociation",
              "CreateConfiguredTable",
              "CreateConfiguredTableAnalysisRule",
              "CreateConfiguredTableAssociation",
              "CreateConfiguredTableAssociationAnalysisRule",
              "CreateIdMappingTable",
              "CreateIdNamespaceAssociation",
              "CreateIntermediateTable",
              "CreateIntermediateTableAnalysisRule",
              "CreateMembership",
              "CreatePrivacyBudgetTemplate",
              "TagResource",
              "UpdateAnalysisTemplate",
              "UpdateCollaboration",
              "UpdateCollaborationChangeRequest",
              "UpdateConfiguredAudienceModelAssociation",
              "UpdateConfiguredTable",
              "UpdateConfiguredTableAnalysisRule",
              "UpdateConfiguredTableAssociation",
              "UpdateConfiguredTableAssociationAnalysisRule",
              "UpdateIdMappingTable",
              "UpdateIdNamespaceAssociation",
              "UpdateIntermediateTable",
              "UpdateIntermediateTableAnalysisRule",
              "UpdateMembership",
              "UpdatePrivacyBudgetTemplate",
              "UpdateProtectedJob",
              "UpdateProtectedQuery"),
          Effect.DELETE,
          List.of(
              "DeleteAnalysisTemplate",
              "DeleteCollaboration",
              "DeleteConfiguredAudienceModelAssociation",
              "DeleteConfiguredTable",
              "DeleteConfiguredTableAnalysisRule",
              "DeleteConfiguredTableAssociation",
              "DeleteConfiguredTableAssociationAnalysisRule",
              "DeleteIdMappingTable",
              "DeleteIdNamespaceAssociation",
              "DeleteIntermediateTable",
              "DeleteIntermediateTableAnalysisRule",
              "DeleteMember",
              "DeleteMembership",
              "DeletePrivacyBudgetTemplate",
              "DisallowIntermediateTable",
              "UntagResource"),
          Effect.COMPUTE,
          List.of(
              "StartProtectedQuery",
              "StartProtectedJob",
              "PopulateIdMappingTable",
              "PopulateIntermediateTable"));

  @Test
  void everyOperationDoesWhatIsWrittenHere() {
    Map<Effect, List<String>> found =
        Catalogue.current().operations().stream()
            .collect(
                Collectors.groupingBy(
                    Effect::of, Collectors.mapping(Operation::name, Collectors.toList())));
    assertThat(BY_HAND.values().stream().flatMap(Collection::stream)).hasSize(100);
    BY_HAND.forEach(
        (effect, names) ->
            assertThat(found.get(effect))
                .as("%s", effect)
                .containsExactlyInAnyOrderElementsOf(names));
  }
}
