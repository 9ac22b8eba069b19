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

  /** An ARN that was wished for, and names another id than the one beside it, is beside none. */
  static void arns(Draft resource) {
    for (String name : resource.names()) {
      boolean arn = name.equals("arn") || name.endsWith("Arn");
      if (arn && !resource.isRequest() && resource.pinned(name)) {
        String id = name.equals("arn") ? "id" : name.substring(0, name.length() - 3) + "Id";
        if (resource.has(id) && !resource.text(name).endsWith("/" + resource.text(id))) {
          resource.remove(id);
        }
      }
    }
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
