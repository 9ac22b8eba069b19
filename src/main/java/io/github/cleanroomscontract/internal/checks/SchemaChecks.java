package io.github.cleanroomscontract.internal.checks;

/** What is documented of the schemas of a collaboration beyond their schemas. */
final class SchemaChecks {

  private SchemaChecks() {}

  static void register(Checks.Registry registry) {}
}
