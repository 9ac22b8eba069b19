package io.github.cleanroomscontract.internal.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** The strings of the shapes that have a pattern. */
final class StringsByShape {

  private static final Map<String, Strings> ALL = new HashMap<>();
  private static final String CLEAN = MadeUp.arn("cleanrooms", MadeUp.OWNER);
  private static final String MINE = CLEAN + "membership/m/";

  static {
    ids();
    resources();
    otherServices();
    names();
    tables();
    storage();
  }

  private StringsByShape() {}

  static Optional<Strings> find(String shape) {
    return Optional.ofNullable(ALL.get(shape));
  }

  private static void put(Strings strings, String... shapes) {
    for (String shape : shapes) {
      ALL.put(shape, strings);
    }
  }

  private static void ids() {
    for (String kind :
        new String[] {
          "Collaboration",
          "Membership",
          "AnalysisTemplate",
          "ProtectedQuery",
          "ProtectedJob",
          "Analysis",
          "CollaborationChangeRequest",
          "ConfiguredAudienceModelAssociation",
          "ConfiguredTableAssociation",
          "ConfiguredTable",
          "IdNamespaceAssociation",
          "IntermediateTable",
          "PrivacyBudgetTemplate"
        }) {
      put(id(MadeUp.kind(kind)), kind + "Identifier");
    }
    put(id("resource"), "UUID");
    put(
        Strings.made(MadeUp::partner, "", "1")
            .refusing("11112222333x", "1111-2222-33", " 11122223333"),
        "AccountId");
  }

  /** What Snowflake calls types, which is a rule beyond the pattern. */
  static final Strings SNOWFLAKE_TYPES =
      Strings.made(number -> "VARCHAR(" + (64 + number) + ")", "ARRAY<", "x")
          .endingIn(">")
          .refusing("two\nlines");

  /** Returns the ids of a kind of resource. */
  static Strings id(String kind) {
    return Strings.made(number -> MadeUp.id(kind, number), MadeUp.id(kind, 0), "")
        .refusing(
            "6A3E2C1E-52B6-4F0A-9D6E-0F4F3F0A1B2C",
            "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2g",
            "6a3e2c1e052b6-4f0a-9d6e-0f4f3f0a1b2c");
  }

  private static void resources() {
    arn("CollaborationArn", number -> MadeUp.arn("collaboration", number), CLEAN + "collaboration/")
        .accept(CLEAN + "membership/m");
    arn("MembershipArn", number -> MadeUp.arn("membership", number), CLEAN + "membership/")
        .accept(CLEAN + "collaboration/m");
    arn("ConfiguredTableArn", number -> MadeUp.arn("configuredtable", number), "")
        .accept(CLEAN + "configuredTables/t");
    arn("PrivacyBudgetTemplateArn", number -> MadeUp.arn("privacybudgettemplate", number), "")
        .accept(CLEAN + "privacybudget/t");
    ofMembership("AnalysisTemplateArn", "analysistemplate");
    ofMembership("IntermediateTableArn", "intermediatetable");
    ofMembership("IdMappingTableArn", "idmappingtable");
    ofMembership("IdNamespaceAssociationArn", "idnamespaceassociation");
    ofMembership("ConfiguredAudienceModelAssociationArn", "configuredaudiencemodelassociation");
    ofMembership("SchemaResourceArn", "configuredtableassociation");
    ofMembership("BudgetedResourceArn", "configuredtableassociation");
    ofMembership("ConfiguredTableAssociationArn", "configuredtableassociation");
    ofMembership("AnalysisTemplateArnOrQueryWildcard", "analysistemplate");
    ofMembership("AdditionalAnalysesResourceArn", "configuredaudiencemodelassociation");
    put(
        Strings.made(number -> MadeUp.arn("membership", number), CLEAN + "x", "x")
            .refusing(CLEAN + "a b", CLEAN + "a:b", "arn:aws:glue:us-east-1:111122223333:x"),
        "CleanroomsArn");
  }

  /** Takes what else an ARN must not be. */
  private interface Refusal {
    void accept(String wrong);
  }

  private static Refusal arn(String shape, IntFunction<String> realistic, String begin) {
    String first = realistic.apply(0);
    String start = begin.isEmpty() ? first.substring(0, first.lastIndexOf('/') + 1) : begin;
    return wrong ->
        put(
            Strings.made(realistic, start + "r", "r")
                .refusing(
                    start,
                    start + "r s",
                    wrong,
                    (start + "r").replace("us-east-1", "us_east"),
                    (start + "r").replace(MadeUp.OWNER, "1111222233")),
            shape);
  }

  private static void ofMembership(String shape, String kind) {
    arn(shape, number -> MadeUp.ofMembership(kind, number), MINE + kind + "/")
        .accept(MINE + "protectedquery/r");
  }

  private static void otherServices() {
    String models = MadeUp.arn("cleanrooms-ml", MadeUp.OWNER) + "configured-audience-model/";
    arn("ConfiguredAudienceModelArn", models, "spring-customers")
        .accept(MadeUp.arn("cleanrooms", MadeUp.OWNER) + "configured-audience-model/r");
    arn(
            "IdNamespaceAssociationInputReferenceArn",
            MadeUp.arn("entityresolution", MadeUp.OWNER) + "idnamespace/",
            "customers")
        .accept(MadeUp.arn("entityresolution", MadeUp.OWNER) + "idmappingworkflow/w");
    String secret = MadeUp.arn("secretsmanager", MadeUp.OWNER) + "secret:";
    put(
        Strings.of(secret, "s", secret + "snowflake-reader-a1B2c3")
            .refusing(secret + "a\nb", secret.replace("secret:", "key:")),
        "SecretsManagerArn");
    String workflow = MadeUp.arn("entityresolution", MadeUp.OWNER) + "idmappingworkflow/";
    put(
        Strings.of("arn:aws:entityresolution::1:idmappingworkflow/", "w", workflow + "customers")
            .refusing(
                workflow + "a\nb",
                workflow.replace("arn:aws:", "arn:aws-iso:") + "w",
                workflow.replace("mappingworkflow", "namespace") + "w"),
        "IdMappingTableInputReferenceArn");
    String key = MadeUp.arn("kms", MadeUp.OWNER) + "key/";
    put(
        Strings.of(key + "k", "k", key + MadeUp.id("key", 0))
            .refusing(key, key + "a_b", key.replace("key/", "alias/") + "k"),
        "KMSKeyArn");
    put(
        Strings.of("arn:aws:iam::1:role/r", "r", "arn:aws:iam::111122223333:role/clean-rooms-s3")
            .refusing(
                "arn:aws:iam::111122223333:user/analyst",
                "arn:aws:iam:us-east-1:111122223333:role/r",
                "arn:aws:iam::111122223333:role/clean rooms"),
        "RoleArn");
  }

  private static Refusal arn(String shape, String begin, String name) {
    return arn(
        shape, number -> number == 0 ? begin + name : begin + name + "-" + (number + 1), begin);
  }

  private static void names() {
    Strings line = Strings.of("", "n", "Spring campaign").refusing("   ", "two\nlines", "a\u0000b");
    put(line.showing("Spring campaign overlap", "Loyalty overlap"), "CollaborationName");
    put(line.showing("Example Retail", "Example Publishing"), "DisplayName");
    put(
        line.showing("lookalike customers", "lookalike visitors"),
        "ConfiguredAudienceModelAssociationName",
        "GenericResourceName");
    Strings lines =
        Strings.of("", "d", "Customers who saw the campaign").refusing("a\u0000b", "a\u000Bb");
    put(lines, "ResourceDescription", "TableDescription");
    put(
        lines
            .showing("What the spring campaign brought")
            .refusing("   ", "\n", "a\u0000b", "a\u000Bb"),
        "CollaborationDescription");
    put(
        Strings.of("a", "b", "purchases", "visits", "customers")
            .refusing("a-b", "ab-", "-ab", "ab--cd", " ab", "a.b"),
        "ResourceAlias",
        "TableAlias",
        "GlueTableName");
    put(
        Strings.of("", "p", "min_age", "region", "since").refusing("min age", "min-age", ":age"),
        "ParameterName",
        "JobParameterName");
    // Until 2023-06-29.
    put(Strings.of("k", "k", "cost-center", "team").refusing("aws:k", "two\nlines"), "TagKey");
  }

  private static void tables() {
    Strings column =
        Strings.of(
                "a",
                "b",
                "customer_id",
                "hashed_email",
                "amount",
                "age_group",
                "region",
                "purchase_date",
                "visits")
            .refusing("Age", "a-b", "ab-", "-ab", "ab--cd", " ab", "a.b");
    put(column, "ColumnName", "AnalysisRuleColumnName");
    put(column.refusing("Age", "age group", "a-b", "ab-", "ab--cd"), "SyntheticDataColumnName");
    Strings type = Strings.of("", "t", "string", "decimal(10, 2)");
    put(type.refusing("two\nlines", "a\u0000b"), "ColumnTypeString");
    put(type.refusing("two\nlines", "a\u0000b"), "IntermediateTableColumnTypeString");
    Strings name = Strings.of("a", "b", "sales").refusing("a.b", "a/b");
    put(name, "GlueDatabaseName", "AthenaDatabaseName", "AthenaTableName");
    put(name.showing("AwsDataCatalog"), "AthenaCatalogName");
    put(Strings.of("", "w", "analysts").refusing("a b", "a/b"), "AthenaWorkGroup");
    Strings snowflake = Strings.of("n", "n", "SALES").refusing("a\tb", "a$b", "a/b");
    put(snowflake, "SnowflakeDatabaseName", "SnowflakeTableName", "SnowflakeSchemaName");
    put(snowflake.showing("example-retail.eu_1"), "SnowflakeAccountIdentifier");
  }

  private static void storage() {
    put(
        Strings.of("", "b", "example-retail-results", "example-retail-artifacts")
            .refusing("192.168.5.4", "-abc", "abc-", "a..b", ".abc", "abc.", "Results", "a_b"),
        "S3LocationBucketString",
        "ProtectedQueryS3OutputConfigurationBucketString",
        "ProtectedJobS3OutputConfigurationInputBucketString",
        "ProtectedJobS3OutputConfigurationOutputBucketString");
    put(
        Strings.of("k", "k", "jobs/overlap.py", "jobs/helpers.zip").refusing("a b", "a=b", "a\\b"),
        "S3LocationKeyString");
    put(Strings.of("", "p", "overlap/spring").refusing("a b", "a(b", "a\\b"), "KeyPrefix");
    put(
        Strings.of("s3://abc", "/", "s3://example-retail-athena/queries/")
            .refusing("S3://abcd", "s3:/abcde", "s3://ab/c", "s3://Abc", "s3://abc/two\nlines"),
        "AthenaOutputLocation");
  }
}
