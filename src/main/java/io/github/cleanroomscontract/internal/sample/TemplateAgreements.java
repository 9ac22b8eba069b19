package io.github.cleanroomscontract.internal.sample;

import java.util.List;
import java.util.Map;

/** What the members of analysis templates agree on. */
final class TemplateAgreements {

  /** What is a number and a text. */
  private static final String NUMBER = "18";

  private static final String PYSPARK = "PYSPARK_1_0";

  /** A default for each type of parameter that is not a text or a number. */
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("BOOLEAN", "true"),
          Map.entry("DATE", "2026-03-02"),
          Map.entry("TIMESTAMP", "2026-03-02 09:00:00"),
          Map.entry("TIMESTAMPTZ", "2026-03-02 09:00:00+00"),
          Map.entry("TIMESTAMP_LTZ", "2026-03-02 09:00:00"),
          Map.entry("TIMESTAMP_NTZ", "2026-03-02 09:00:00"),
          Map.entry("TIME", "09:00:00"),
          Map.entry("TIMETZ", "09:00:00+00"));

  private TemplateAgreements() {}

  static void register(Agreements agreements) {
    agreements.add("AnalysisParameter", TemplateAgreements::defaultValue);
    for (String shape :
        List.of(
            "CreateAnalysisTemplate request",
            "AnalysisTemplate",
            "CollaborationAnalysisTemplate")) {
      agreements.add(shape, TemplateAgreements::format);
    }
    agreements.add("CreateAnalysisTemplate request", TemplateAgreements::placeholders);
    agreements.add(
        "CreateAnalysisTemplate request",
        create -> {
          if (create.has("errorMessageConfiguration")) {
            create.refuse("errors that may leak");
          }
        });
    agreements.add("AnalysisTemplate", TemplateAgreements::hashes);
    agreements.add(
        "ColumnClassificationDetails",
        details -> {
          List<Draft> columns = details.items("columnMapping");
          boolean wished =
              columns.stream()
                  .anyMatch(each -> each.pinned("isPredictiveValue") && isPredictive(each));
          for (int i = 0; i < columns.size(); i++) {
            Draft column = columns.get(i);
            if (!column.pinned("isPredictiveValue")) {
              boolean first = !wished && i == (columns.get(0).pinned("isPredictiveValue") ? 1 : 0);
              column.set("isPredictiveValue", first);
            }
          }
        });
  }

  private static boolean isPredictive(Draft column) {
    return Boolean.TRUE.equals(column.get("isPredictiveValue"));
  }

  private static void defaultValue(Draft parameter) {
    if (!parameter.isRequest() || !parameter.has("defaultValue")) {
      return;
    }
    if (!parameter.pinned("defaultValue")) {
      parameter.set("defaultValue", DEFAULTS.getOrDefault(parameter.text("type"), NUMBER));
    } else if (!parameter.text("defaultValue").equals(NUMBER)) {
      parameter.set("type", "VARCHAR");
    }
  }

  private static void format(Draft template) {
    boolean jobs =
        template.pinned("errorMessageConfiguration")
            || template.pinned("sourceMetadata")
            || template.pinned("source", "artifacts")
            || template.pinned("format") && template.is("format", PYSPARK);
    if (jobs) {
      template.set("format", PYSPARK);
      template.choose("source", "artifacts");
      template.remove("syntheticDataParameters");
      template.at("schema").ifPresent(schema -> schema.need("referencedTables"));
      template.need("schema");
      template.at("schema").orElseThrow().atLeast("referencedTables", 1);
    } else {
      template.amend("format", "SQL");
      template.choose("source", "text");
      template.remove("errorMessageConfiguration");
      template.remove("sourceMetadata");
    }
  }

  /** Names what is declared in the text, and declares nothing that is not. */
  private static void placeholders(Draft create) {
    Draft source = create.at("source").orElseThrow();
    if (!source.has("text")) {
      return;
    }
    List<String> names =
        create.items("analysisParameters").stream().map(each -> each.text("name")).toList();
    if (source.pinned("text")) {
      if (!names.isEmpty()) {
        create.remove("analysisParameters");
      }
      return;
    }
    StringBuilder sql = new StringBuilder("SELECT age_group, COUNT(*) FROM purchases");
    for (int i = 0; i < names.size(); i++) {
      sql.append(i == 0 ? " WHERE age >= :" : " AND age <> :").append(names.get(i));
    }
    source.set("text", sql.append(" GROUP BY age_group").toString());
  }

  private static void hashes(Draft template) {
    Draft artifacts = template.at("source", "artifacts").orElse(null);
    Draft metadata = template.at("sourceMetadata", "artifacts").orElse(null);
    if (artifacts == null || metadata == null) {
      return;
    }
    int hashes = metadata.list("additionalArtifactHashes").size();
    int files = artifacts.list("additionalArtifacts").size();
    if (hashes == files) {
      return;
    }
    if (metadata.pinned("additionalArtifactHashes")) {
      if (hashes == 0) {
        artifacts.remove("additionalArtifacts");
      } else {
        artifacts.need("additionalArtifacts");
        artifacts.resize("additionalArtifacts", hashes);
      }
    } else {
      metadata.resize("additionalArtifactHashes", files);
    }
  }
}
