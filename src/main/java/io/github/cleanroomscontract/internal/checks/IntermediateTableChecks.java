package io.github.cleanroomscontract.internal.checks;

/** What is documented of intermediate tables beyond their schemas. */
final class IntermediateTableChecks {

  private IntermediateTableChecks() {}

  static void register(Checks.Registry registry) {}
}
