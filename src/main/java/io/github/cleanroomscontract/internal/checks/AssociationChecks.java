package io.github.cleanroomscontract.internal.checks;

/** What is documented of the associations of configured tables beyond their schemas. */
final class AssociationChecks {

  private AssociationChecks() {}

  static void register(Checks.Registry registry) {}
}
