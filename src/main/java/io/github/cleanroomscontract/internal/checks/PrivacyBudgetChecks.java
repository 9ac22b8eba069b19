package io.github.cleanroomscontract.internal.checks;

/** What is documented of privacy budgets and their templates beyond their schemas. */
final class PrivacyBudgetChecks {

  private PrivacyBudgetChecks() {}

  static void register(Checks.Registry registry) {}
}
