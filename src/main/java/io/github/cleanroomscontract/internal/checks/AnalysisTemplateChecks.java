package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.internal.text.Words;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is documented of analysis templates beyond their schemas. */
final class AnalysisTemplateChecks {

  private static final String CREATE = "CreateAnalysisTemplate request";
  private static final String PARAMETER = "AnalysisParameter";
  private static final String PYSPARK = "PYSPARK_1_0";

  /** The types of parameters that only one engine knows. */
  private static final Map<String, Set<String>> TYPES_OF_ENGINE =
      Map.of(
          AnalysisRuns.SPARK,
          Set.of("BINARY", "BYTE", "LONG", "SHORT", "TIMESTAMP_LTZ", "TIMESTAMP_NTZ", "TINYINT"),
          "CLEAN_ROOMS_SQL",
          Set.of("VARBYTE", "TIMESTAMPTZ", "TIMETZ", "DOUBLE_PRECISION"));

  private AnalysisTemplateChecks() {}

  static void register(Checks.Registry registry) {
    parameters(registry);
    sources(registry);
    registry.request(
        "synthetic-column-names.unique", "ColumnMappingList", at -> Names.unique(at, "columnName"));
    registry.request("job.spark-collaboration-only", CREATE, AnalysisTemplateChecks::engine);
    registry.response(
        "template-hash.count-matches-artifacts",
        "AnalysisTemplate",
        AnalysisTemplateChecks::hashes);
  }

  private static void parameters(Checks.Registry registry) {
    registry.both(
        "template-parameter-names.unique", "AnalysisParameterList", at -> Names.unique(at, "name"));
    registry.request(
        "template.default-value-typed", PARAMETER, AnalysisTemplateChecks::defaultValue);
    registry.request(
        "template-parameter.type-fits-engine", PARAMETER, at -> typeFitsEngine(at.at("type")));
    registry.request(
        "template.placeholders-declared", CREATE, AnalysisTemplateChecks::placeholders);
  }

  private static void sources(Checks.Registry registry) {
    registry.request(
        "query-text-limit.spark", "AnalysisSource", at -> TextLimits.spark(at.at("text")));
    registry.request(
        "query-text-limit.clean-rooms-sql",
        "AnalysisSource",
        at -> TextLimits.cleanRoomsSql(at.at("text")));
    registry.request(
        "query-text-limit.differential-privacy",
        CREATE,
        at ->
            TextLimits.differentialPrivacy(
                at.at("source", "text"), () -> TablesRead.ofTemplate(at.world(), at.node())));
  }

  private static void defaultValue(Subject parameter) {
    Subject value = parameter.at("defaultValue");
    AnalysisRuns.typed(value, parameter.at("type").text());
  }

  private static void typeFitsEngine(Subject type) {
    TYPES_OF_ENGINE.forEach(
        (owner, types) -> {
          if (types.contains(type.text())) {
            type.with(
                type.world().engine(),
                World.ENGINE,
                (at, engine) -> {
                  if (!engine.equals(owner)) {
                    at.fails(at.text() + " on the engine " + engine);
                  }
                });
          }
        });
  }

  private static void placeholders(Subject create) {
    Subject text = create.at("source", "text");
    Subject parameters = create.at("analysisParameters");
    if (!create.at("format").is("SQL")
        || !text.node().isString()
        || parameters.present() && !parameters.node().isArray()) {
      return;
    }
    SqlText sql = new SqlText(text.text());
    // A name that cannot be one is most likely meant for one of the placeholders.
    if (sql.clear() && parameters.items().stream().allMatch(AnalysisTemplateChecks::named)) {
      undeclared(text, sql, parameters);
    }
    for (Subject parameter : parameters.items()) {
      Subject name = parameter.at("name");
      if (named(parameter) && !sql.mentions(name.text())) {
        name.fails("a parameter that the text does not use");
      }
    }
  }

  private static boolean named(Subject parameter) {
    return AnalysisRuns.PARAMETER_NAME.matcher(parameter.at("name").text()).matches();
  }

  /** The names are part of a sensitive text, so what is found is a place. */
  private static void undeclared(Subject text, SqlText sql, Subject parameters) {
    Set<String> declared = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    parameters.items().forEach(parameter -> declared.add(parameter.at("name").text()));
    Map<String, Integer> placeholders = sql.placeholders();
    placeholders.keySet().removeIf(declared::contains);
    placeholders.values().stream()
        .findFirst()
        .ifPresent(
            start ->
                text.fails(
                    Words.count(placeholders.size(), "placeholder")
                        + " without a parameter, the first at character "
                        + (text.text().codePointCount(0, start) + 1)));
  }

  private static void engine(Subject create) {
    Subject artifacts = create.at("source", "artifacts");
    Subject format = create.at("format");
    AnalysisRuns.sparkOnly(format.is(PYSPARK) ? format : artifacts);
  }

  private static void hashes(Subject template) {
    Subject artifacts = template.at("source", "artifacts");
    Subject metadata = template.at("sourceMetadata", "artifacts");
    if (!artifacts.node().isObject() || !metadata.node().isObject()) {
      return;
    }
    Subject hashes = metadata.at("additionalArtifactHashes");
    int files = artifacts.at("additionalArtifacts").items().size();
    int found = hashes.items().size();
    if (files != found) {
      (hashes.present() ? hashes : metadata)
          .fails(found + " for " + Words.count(files, "artifact"));
    }
  }
}
