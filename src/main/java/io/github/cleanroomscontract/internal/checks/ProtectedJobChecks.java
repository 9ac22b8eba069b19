package io.github.cleanroomscontract.internal.checks;

/** What is documented of jobs beyond their schemas. */
final class ProtectedJobChecks {

  private ProtectedJobChecks() {}

  static void register(Checks.Registry registry) {}
}
