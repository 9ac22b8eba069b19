package io.github.cleanroomscontract.internal.checks;

/** What is documented of ID mapping tables and ID namespaces beyond their schemas. */
final class IdMappingChecks {

  private IdMappingChecks() {}

  static void register(Checks.Registry registry) {}
}
