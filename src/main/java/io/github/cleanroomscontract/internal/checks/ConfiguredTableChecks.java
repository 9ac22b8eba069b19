package io.github.cleanroomscontract.internal.checks;

/** What is documented of configured tables beyond their schemas. */
final class ConfiguredTableChecks {

  private ConfiguredTableChecks() {}

  static void register(Checks.Registry registry) {}
}
