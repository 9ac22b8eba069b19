package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.context.AnalyticsEngine;

/** Ways to break what is documented of analysis templates. */
final class TemplateMutants {

  private static final String CREATE = "CreateAnalysisTemplate";
  private static final String GET = "GetAnalysisTemplate";
  private static final String MAPPING =
      "/syntheticDataParameters/mlSyntheticDataParameters/columnClassification/columnMapping";
  private static final String ARTIFACTS =
      "{'artifacts':{'entryPoint':{'location':{'bucket':'example-retail-code','key':'job.py'}},"
          + "'roleArn':'arn:aws:iam::111122223333:role/clean-rooms-s3'}}";

  private TemplateMutants() {}

  static void register(Mutants mutants) {

    mutants
        .request("template-text.not-blank", CREATE)
        .set("/source/text", "' '")
        .at("/source/text");
    mutants
        .request("template-source.matches-format", CREATE)
        .set("/format", "'PYSPARK_1_0'")
        .set("/schema", "{'referencedTables':['purchases']}")
        .at("/source");
    mutants
        .request("template-pyspark.needs-referenced-tables", CREATE)
        .having("/source/artifacts")
        .set("/schema/referencedTables", "[]")
        .at("/schema/referencedTables");
    mutants
        .request("template-error-messages.pyspark-only", CREATE)
        .set("/errorMessageConfiguration", "{'type':'DETAILED'}")
        .besides("detailed-errors.may-leak")
        .at("/format");
    mutants
        .request("detailed-errors.may-leak", CREATE)
        .having("/source/artifacts")
        .set("/errorMessageConfiguration", "{'type':'DETAILED'}")
        .at("/errorMessageConfiguration");
    mutants
        .request("template-synthetic.sql-only", CREATE)
        .having("/syntheticDataParameters")
        .set("/format", "'PYSPARK_1_0'")
        .set("/source", ARTIFACTS)
        .set("/schema", "{'referencedTables':['purchases']}")
        .at("/format");
    mutants
        .request("synthetic.one-predictive-column", CREATE)
        .having(MAPPING)
        .set(MAPPING + "/0/isPredictiveValue", "false")
        .at(MAPPING);
    mutants
        .request("synthetic-column-names.unique", CREATE)
        .having(MAPPING)
        .set(MAPPING + "/1/columnName", "'customer_id'")
        .at(MAPPING + "/1/columnName");
    mutants
        .request("template.placeholders-declared", CREATE)
        .set("/source/text", "'SELECT COUNT(*) FROM visits WHERE age > :min_age'")
        .at("/source/text");
    mutants
        .request("template.default-value-typed", CREATE)
        .having("/analysisParameters/0/defaultValue")
        .set("/analysisParameters/0/type", "'INTEGER'")
        .set("/analysisParameters/0/defaultValue", "'eighteen'")
        .at("/analysisParameters/0/defaultValue");
    mutants
        .request("template-parameter-names.unique", CREATE)
        .having("/analysisParameters/0")
        .set("/analysisParameters/-", "{'name':'min_age','type':'INTEGER'}")
        .at("/analysisParameters/1/name");
    mutants
        .request("template-parameter.type-fits-engine", CREATE)
        .having("/analysisParameters/0")
        .set("/analysisParameters/0/type", "'VARBYTE'")
        .engine(AnalyticsEngine.SPARK)
        .at("/analysisParameters/0/type");
    mutants
        .response("template-metadata.artifacts-pyspark-only", GET)
        .having("/analysisTemplate/sourceMetadata")
        .set("/analysisTemplate/format", "'SQL'")
        .set("/analysisTemplate/source", "{'text':'SELECT COUNT(*) FROM visits'}")
        .at("/analysisTemplate/format");
    mutants
        .response("template-hash.is-sha256-hex", GET)
        .having("/analysisTemplate/sourceMetadata/artifacts/entryPointHash/sha256")
        .set("/analysisTemplate/sourceMetadata/artifacts/entryPointHash/sha256", "'9f86d081'")
        .at("/analysisTemplate/sourceMetadata/artifacts/entryPointHash/sha256");
    mutants
        .response("template-hash.count-matches-artifacts", GET)
        .having("/analysisTemplate/sourceMetadata/artifacts/entryPointHash/sha256")
        .set(
            "/analysisTemplate/sourceMetadata/artifacts/additionalArtifactHashes",
            "[{'sha256':'9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'}]")
        .at("/analysisTemplate/sourceMetadata/artifacts/additionalArtifactHashes");
    mutants
        .request("synthetic-data.payer-configured", CREATE)
        .having("/syntheticDataParameters")
        .known("GetMembership")
        .known("ListMembers", "/memberSummaries", Mutant.STRANGERS)
        .at("/syntheticDataParameters");
  }
}
