package io.github.cleanroomscontract.internal.checks;

/** What is documented of all resources alike: their ids, ARNs and times beyond their schemas. */
final class ResourceChecks {

  private ResourceChecks() {}

  static void register(Checks.Registry registry) {}
}
