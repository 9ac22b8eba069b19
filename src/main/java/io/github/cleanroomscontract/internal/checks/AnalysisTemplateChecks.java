package io.github.cleanroomscontract.internal.checks;

/** What is documented of analysis templates beyond their schemas. */
final class AnalysisTemplateChecks {

  private AnalysisTemplateChecks() {}

  static void register(Checks.Registry registry) {}
}
