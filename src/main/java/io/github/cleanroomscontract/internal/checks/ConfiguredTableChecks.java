package io.github.cleanroomscontract.internal.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
        columns -> Names.unique(columns, "columnName"));
  }

  private static void allowedColumnsOfSnowflake(Subject request) {
    Subject source = request.at("tableReference");
    List<Subject> names =
        source
            .each("snowflake", "tableSchema", "v1")
            .map(column -> column.at("columnName"))
            .toList();
    // Of several sources it is not known whose columns are allowed, and a column without a name
    // may be the one that is.
    if (source.keys().size() == 1 && names.stream().allMatch(name -> name.node().isString())) {
      Set<String> known = new HashSet<>();
      // What is wrong about upper case letters is told where they are.
      names.forEach(name -> known.add(name.text().toLowerCase(Locale.ROOT)));
      if (!known.isEmpty()) {
        Names.notAmong(request.each("allowedColumns"), known);
      }
    }
  }
}
