package io.github.cleanroomscontract.internal.checks;

/** What is documented of the schemas of a collaboration beyond their schemas. */
final class SchemaChecks {

  private SchemaChecks() {}

  static void register(Checks.Registry registry) {
    registry.response(
        "id-mapping.overlap-columns-are-join-columns",
        "AnalysisRuleIdMappingTable",
        rule ->
            Names.notAmong(
                rule.each("queryConstraints")
                    .flatMap(constraint -> constraint.each("requireOverlap", "columns")),
                Names.texts(rule.each("joinColumns"))));
  }
}
