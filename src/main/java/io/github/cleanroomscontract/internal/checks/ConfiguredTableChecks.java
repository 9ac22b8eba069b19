package io.github.cleanroomscontract.internal.checks;

import java.util.HashSet;
import java.util.List;

/** What is documented of configured tables beyond their schemas. */
final class ConfiguredTableChecks {

  private ConfiguredTableChecks() {}

  static void register(Checks.Registry registry) {
    for (String request :
        List.of("CreateConfiguredTable request", "UpdateConfiguredTable request")) {
      registry.request(
          "snowflake.allowed-columns-in-schema",
          request,
          ConfiguredTableChecks::allowedColumnsOfSnowflake);
    }
    registry.request(
        "snowflake.column-names-unique",
        "SnowflakeTableSchemaList",
        columns ->
            Names.repeated(columns.each().map(column -> column.at("columnName")), new HashSet<>()));
  }

  private static void allowedColumnsOfSnowflake(Subject request) {
    List<Subject> names =
        request
            .each("tableReference", "snowflake", "tableSchema", "v1")
            .map(column -> column.at("columnName"))
            .toList();
    // A column without a readable name may be the one that is allowed.
    if (!names.isEmpty() && names.stream().allMatch(name -> name.node().isString())) {
      Names.notAmong(request.each("allowedColumns"), Names.texts(names.stream()));
    }
  }
}
