package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.context.AnalyticsEngine;

/** Ways to break what is documented of analysis templates. */
final class TemplateMutants {

  private static final String CREATE = "CreateAnalysisTemplate request";
  private static final String[] TEMPLATES = {
    CREATE, "AnalysisTemplate", "CollaborationAnalysisTemplate"
  };
  private static final String MAPPING = "ColumnMappingList";
  private static final String ARTIFACTS =
      """
      {'artifacts':{
        'entryPoint':{'location':{'bucket':'example-retail-code','key':'job.py'}},
        'roleArn':'arn:aws:iam::111122223333:role/clean-rooms-s3'}}""";
  private static final String TABLES = "{'referencedTables':['purchases']}";

  private TemplateMutants() {}

  static void register(Mutants mutants) {
    sources(mutants);
    parameters(mutants);
    syntheticData(mutants);
    hashes(mutants);
  }

  private static void sources(Mutants mutants) {
    mutants.in("template-text.not-blank", "AnalysisSource").set("/text", "' '").at("/text");
    mutants
        .in("template-source.matches-format", TEMPLATES)
        .having("/source/text")
        .set("/format", "'PYSPARK_1_0'")
        .set("/schema", TABLES)
        .at("/source");
    mutants
        .in("template-source.matches-format", TEMPLATES)
        .having("/source/artifacts")
        .set("/format", "'SQL'")
        .at("/source");
    mutants
        .in("template-pyspark.needs-referenced-tables", CREATE)
        .having("/source/artifacts")
        .set("/schema/referencedTables", "[]")
        .at("/schema/referencedTables");
    mutants
        .in("template-error-messages.pyspark-only", CREATE)
        .set("/errorMessageConfiguration", "{'type':'DETAILED'}")
        .besides("detailed-errors.may-leak", "/errorMessageConfiguration")
        .at("/format");
    mutants.in("detailed-errors.may-leak", "ErrorMessageConfiguration").set("/type", "'DETAILED'");
    mutants
        .in("query-text-limit.spark", "AnalysisSource")
        .from("2025-12-01")
        .set("/text", "'SELECT \u00e9" + "\u00e9".repeat(260_000) + "'")
        .at("/text");
    mutants
        .in("query-text-limit.clean-rooms-sql", "AnalysisSource")
        .engine(AnalyticsEngine.CLEAN_ROOMS_SQL)
        .set("/text", "'SELECT \u00e9" + "\u00e9".repeat(46_100) + "'")
        .at("/text");
    QueryMutants.privateTable(mutants.in("query-text-limit.differential-privacy", CREATE))
        .set("/source/text", "'SELECT COUNT(*) FROM purchases -- " + "x".repeat(9_000) + "'")
        .at("/source/text");
    mutants
        .in("job.spark-collaboration-only", CREATE)
        .having("/source/artifacts")
        .engine(AnalyticsEngine.CLEAN_ROOMS_SQL)
        .at("/format");
  }

  private static void parameters(Mutants mutants) {
    mutants
        .in("template.placeholders-declared", CREATE)
        .set("/source/text", "'SELECT COUNT(*) FROM visits WHERE age > :min_age'")
        .at("/source/text");
    mutants
        .in("template.default-value-typed", "AnalysisParameter")
        .full()
        .set("/type", "'INTEGER'")
        .set("/defaultValue", "'eighteen'")
        .at("/defaultValue");
    mutants
        .in("template-parameter-names.unique", "AnalysisParameterList")
        .full()
        .set("/-", "@/0")
        .at("/1/name");
    mutants
        .in("template-parameter.type-fits-engine", "AnalysisParameter")
        .set("/type", "'VARBYTE'")
        .engine(AnalyticsEngine.SPARK)
        .at("/type");
  }

  private static void syntheticData(Mutants mutants) {
    mutants
        .in("template-synthetic.sql-only", CREATE)
        .having("/syntheticDataParameters")
        .set("/format", "'PYSPARK_1_0'")
        .set("/source", ARTIFACTS)
        .set("/schema", TABLES)
        .at("/format");
    mutants
        .in("synthetic.one-predictive-column", MAPPING)
        .full()
        .set("/0/isPredictiveValue", "false");
    mutants
        .in("synthetic-column-names.unique", MAPPING)
        .full()
        .set("/1/columnName", "@/0/columnName")
        .at("/1/columnName");
    mutants
        .in("synthetic-data.payer-configured", CREATE)
        .having("/syntheticDataParameters")
        .known("GetMembership")
        .knownMember(Mutant.PARTNER)
        .at("/syntheticDataParameters");
  }

  private static void hashes(Mutants mutants) {
    mutants
        .in("template-metadata.artifacts-pyspark-only", TEMPLATES[1], TEMPLATES[2])
        .having("/sourceMetadata")
        .set("/format", "'SQL'")
        .set("/source", "{'text':'SELECT COUNT(*) FROM visits'}")
        .at("/format");
    mutants
        .in("template-hash.is-sha256-hex", "Hash")
        .full()
        .set("/sha256", "'9f86d081'")
        .at("/sha256");
    mutants
        .in("template-hash.count-matches-artifacts", "AnalysisTemplate")
        .having("/sourceMetadata/artifacts")
        .set("/sourceMetadata/artifacts/additionalArtifactHashes", "[{},{},{}]")
        .at("/sourceMetadata/artifacts/additionalArtifactHashes");
  }
}
