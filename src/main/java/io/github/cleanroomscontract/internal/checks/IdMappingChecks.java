package io.github.cleanroomscontract.internal.checks;

/** What is documented of ID mapping tables and ID namespaces beyond their schemas. */
final class IdMappingChecks {

  private IdMappingChecks() {}

  static void register(Checks.Registry registry) {
    registry.request(
        "id-namespace.owned-by-caller",
        "IdNamespaceAssociationInputReferenceConfig",
        IdMappingChecks::namespaceOwnedByCaller);
  }

  private static void namespaceOwnedByCaller(Subject config) {
    Subject arn = config.at("inputReferenceArn");
    World.account(arn.text())
        .ifPresent(
            owner ->
                arn.with(
                    arn.world().caller(),
                    World.CALLER,
                    (at, caller) -> {
                      if (!owner.equals(caller)) {
                        at.fails();
                      }
                    }));
  }
}
