package io.github.cleanroomscontract.internal.checks;

/** What is documented of analysis rules beyond their schemas. */
final class AnalysisRuleChecks {

  private AnalysisRuleChecks() {}

  static void register(Checks.Registry registry) {}
}
