package io.github.cleanroomscontract.internal.sample;

import java.util.Map;

/** What is the same for all resources: an update changes something. */
final class ResourceAgreements {

  /** What updates change if nothing else is asked for. */
  private static final Map<String, String[]> UPDATES =
      Map.of(
          "AnalysisTemplate", new String[] {"description"},
          "Collaboration", new String[] {"name"},
          "ConfiguredAudienceModelAssociation", new String[] {"description", "name"},
          "ConfiguredTableAssociation", new String[] {"description"},
          "ConfiguredTable", new String[] {"description", "name"},
          "IdMappingTable", new String[] {"description"},
          "IdNamespaceAssociation", new String[] {"description", "name"},
          "IntermediateTable", new String[] {"description"},
          "Membership", new String[] {"queryLogStatus"},
          "PrivacyBudgetTemplate", new String[] {"parameters"});

  private ResourceAgreements() {}

  static void register(Agreements agreements) {
    UPDATES.forEach(
        (resource, members) ->
            agreements.add(
                "Update" + resource + " request", update -> somethingChanges(update, members)));
  }

  private static void somethingChanges(Draft update, String... members) {
    long changed =
        update.names().stream()
            .filter(name -> !name.endsWith("Identifier") && !name.equals("privacyBudgetType"))
            .count();
    if (changed == 0) {
      update.needOne(members);
    }
  }
}
