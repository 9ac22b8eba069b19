package io.github.cleanroomscontract.internal.checks;

/** What is documented of memberships beyond their schemas. */
final class MembershipChecks {

  private MembershipChecks() {}

  static void register(Checks.Registry registry) {}
}
