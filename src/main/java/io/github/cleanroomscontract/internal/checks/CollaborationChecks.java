package io.github.cleanroomscontract.internal.checks;

/** What is documented of collaborations beyond their schemas. */
final class CollaborationChecks {

  private CollaborationChecks() {}

  static void register(Checks.Registry registry) {}
}
