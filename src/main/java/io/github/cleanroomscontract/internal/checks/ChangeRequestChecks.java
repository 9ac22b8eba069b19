package io.github.cleanroomscontract.internal.checks;

/** What is documented of change requests beyond their schemas. */
final class ChangeRequestChecks {

  private ChangeRequestChecks() {}

  static void register(Checks.Registry registry) {}
}
