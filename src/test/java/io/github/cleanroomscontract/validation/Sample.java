package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Strings for a shape. What its pattern takes and refuses stands in a table, by hand, so that the
 * tests do not believe the pattern that they test.
 *
 * @param stem the shortest string that the pattern takes, bounds aside
 * @param filler what may be appended any number of times; empty if nothing may
 * @param accepted more strings that are valid
 * @param refused strings that break the pattern, each in one way
 */
record Sample(String stem, String filler, List<String> accepted, List<String> refused) {

  private static final Sample ANY =
      growing("", "x").accepting("~/\"ü\"\\ \uD83D\uDE00\n", "a\u0000b");
  private static final Map<String, Sample> BY_SHAPE = new HashMap<>();

  static {
    put(
        fixed("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9")
            .refusing(
                "0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9",
                "0A1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
                "0a1b2c3d-4E5f-6071-8293-a4b5c6d7e8f9",
                "0a1b2c3d-4e5f-6O71-8293-a4b5c6d7e8f9",
                "0a1b2c3d-4e5f-6071-8_93-a4b5c6d7e8f9",
                "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8fg",
                "0a1b2c3d04e5f060710829304a4b5c6d7e8f"),
        "UUID",
        "CollaborationIdentifier",
        "MembershipIdentifier",
        "AnalysisTemplateIdentifier",
        "ProtectedQueryIdentifier",
        "ProtectedJobIdentifier",
        "AnalysisIdentifier",
        "CollaborationChangeRequestIdentifier",
        "ConfiguredAudienceModelAssociationIdentifier",
        "ConfiguredTableAssociationIdentifier",
        "ConfiguredTableIdentifier",
        "IdNamespaceAssociationIdentifier",
        "IntermediateTableIdentifier",
        "PrivacyBudgetTemplateIdentifier");
    put(
        growing("", "1")
            .accepting("012345678901")
            .refusing("11112222333x", "1111-2222-33", " 11122223333", "１１１１２２２２３３３３"),
        "AccountId");
    put(
        growing("arn:aws:cleanrooms:us-east-1:111122223333:collaboration/c", "c")
            .refusing(
                "arn:aws-cn:cleanrooms:cn-north-1:111122223333:collaboration/c",
                "arn:aws:cleanrooms:us-east-1:11112222333:collaboration/c",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/c",
                "arn:aws:cleanrooms:us-east-1:111122223333:collaboration/",
                "arn:aws:cleanrooms:us-east-1:111122223333:collaboration/c/d",
                "an arn:aws:cleanrooms:us-east-1:111122223333:collaboration/c"),
        "CollaborationArn");
    put(
        growing("arn:aws:cleanrooms:us-east-1:111122223333:membership/m", "m")
            .refusing(
                "arn:aws:cleanrooms:useast1:111122223333:membership/m",
                "arn:aws:cleanrooms:us-east-1:111122223333:collaboration/m",
                "arn:aws:cleanrooms:us-east-1:1111222233334:membership/m",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/m.n",
                "ARN:AWS:cleanrooms:us-east-1:111122223333:membership/m"),
        "MembershipArn");
    put(
        growing("arn:aws:cleanrooms:us-east-1:111122223333:membership/m/analysistemplate/t", "t")
            .accepting(
                "arn:aws-us-gov:cleanrooms:us-east-2:111122223333:membership/m/analysistemplate/t")
            .refusing(
                "arn:aws:glue:us-east-1:111122223333:membership/m/analysistemplate/t",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/m",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership//analysistemplate/t",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/m/analysistemplate/",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/m/AnalysisTemplate/t"),
        "AnalysisTemplateArn");
    put(
        growing("arn:aws:cleanrooms:us-east-1:111122223333:membership/m/intermediatetable/t", "t")
            .refusing(
                "arn:aws-cn:cleanrooms:cn-north-1:111122223333:membership/m/intermediatetable/t",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/m/analysistemplate/t",
                "arn:aws:cleanrooms:us-east-1:111122223333:membership/m/intermediatetable/"),
        "IntermediateTableArn");
    String clean = "arn:aws:cleanrooms:us-east-1:111122223333:";
    put(
        growing(clean + "membership/m/idmappingtable/t", "t")
            .refusing(
                "arn:aws-cn:cleanrooms:cn-north-1:111122223333:membership/m/idmappingtable/t",
                clean + "membership/m/intermediatetable/t",
                clean + "membership/m/idmappingtable/"),
        "IdMappingTableArn");
    put(
        growing(clean + "membership/m/idnamespaceassociation/t", "t")
            .refusing(
                clean + "membership/m/idnamespace/t",
                clean + "membership/idnamespaceassociation/t",
                clean + "membership/m/idnamespaceassociation/"),
        "IdNamespaceAssociationArn");
    put(
        growing(clean + "membership/m/configuredaudiencemodelassociation/t", "t")
            .refusing(
                clean + "membership/m/configuredaudiencemodelassociation/",
                clean + "membership/m/configuredtableassociation/t",
                "arn:aws:cleanrooms-ml:us-east-1:111122223333:membership/m/"
                    + "configuredaudiencemodelassociation/t"),
        "ConfiguredAudienceModelAssociationArn");
    put(
        growing(clean + "membership/m/configuredtableassociation/t", "t")
            .accepting(clean + "membership/m/idmappingtable/t")
            .refusing(
                clean + "membership/m/intermediatetable/t",
                clean + "membership/m/configuredtableassociation/",
                clean + "configuredtableassociation/m/t"),
        "SchemaResourceArn");
    put(
        growing(clean + "membership/m/configuredtableassociation/t", "t")
            .accepting(clean + "membership/m/intermediatetable/t")
            .refusing(
                clean + "membership/m/idmappingtable/t",
                clean + "membership/m/intermediatetable/",
                clean + "configuredtableassociation/m/t"),
        "BudgetedResourceArn");
    put(
        growing(clean + "configuredtableassociation/m/t", "t")
            .accepting(clean + "membership/m/configuredtableassociation/t")
            .refusing(
                clean + "configuredTableAssociation/m/t",
                clean + "configuredtableassociation/m",
                clean + "configuredtableassociation/m/"),
        "ConfiguredTableAssociationArn");
    put(
        growing(clean + "configuredtable/t", "t")
            .refusing(
                clean + "configuredTable/t", clean + "configuredtable/", clean + "membership/t"),
        "ConfiguredTableArn");
    put(
        growing(clean + "privacybudgettemplate/t", "t")
            .refusing(
                clean + "privacybudgettemplate/",
                clean + "privacybudget/t",
                "arn:aws-cn:cleanrooms:cn-north-1:111122223333:privacybudgettemplate/t"),
        "PrivacyBudgetTemplateArn");
    put(
        growing(clean + "x", "x")
            .accepting(clean + "membership/m/analysistemplate/t", clean + "/-_")
            .refusing(clean, clean + "a b", clean + "a:b", "arn:aws:glue:us-east-1:111122223333:x"),
        "CleanroomsArn");
    put(
        growing(clean + "membership/m/analysistemplate/t", "t")
            .accepting("ANY_QUERY", "ANY_JOB")
            .refusing(
                "ANY",
                "any_query",
                "ANY_QUERY ",
                "arn:aws-us-gov:cleanrooms:us-east-2:111122223333:membership/m/analysistemplate/t",
                clean + "membership/m/analysistemplate/"),
        "AnalysisTemplateArnOrQueryWildcard");
    put(
        growing(clean + "membership/m/configuredaudiencemodelassociation/t", "t")
            .accepting(
                "arn:aws:cleanrooms:us-east-1:*:membership/*/configuredaudiencemodelassociation/*",
                "arn:aws-cn:cleanrooms-ml:cn-north-1:*:membership/*/"
                    + "configured-model-algorithm-association/*",
                "arn:aws:cleanrooms-ml:us-east-1:111122223333:membership/m/"
                    + "configured-model-algorithm-association/a/b.c")
            .refusing(
                clean + "membership/m/configuredaudiencemodelassociation/",
                clean + "membership/m/configured-model-algorithm-association/t",
                "arn:aws:cleanrooms-ml:us-east-1:**:membership/m/"
                    + "configured-model-algorithm-association/t"),
        "AdditionalAnalysesResourceArn");
    put(
        growing("arn:aws:cleanrooms-ml:us-east-1:111122223333:configured-audience-model/m", "m")
            .accepting("arn:aws-cn:cleanrooms-ml:x:111122223333:configured-audience-model/a/b_c.d")
            .refusing(
                "arn:aws:cleanrooms:us-east-1:111122223333:configured-audience-model/m",
                "arn:aws:cleanrooms-ml:us-east-1:1111:configured-audience-model/m",
                "arn:aws:cleanrooms-ml:us-east-1:111122223333:configured-audience-model/"),
        "ConfiguredAudienceModelArn");
    put(
        growing("arn:aws:secretsmanager:us-east-1:111122223333:secret:", "s")
            .accepting("arn:aws:secretsmanager:eu-central-1:111122223333:secret:a b/ü-x")
            .refusing(
                "arn:aws:secretsmanager:us-gov-west-1:111122223333:secret:s",
                "arn:aws:secretsmanager:us-east-1:1111:secret:s",
                "arn:aws:secretsmanager:us-east-1:111122223333:secret:a\nb",
                "arn:aws:secretsmanager:us-east-1:111122223333:key:s"),
        "SecretsManagerArn");
    put(
        growing("arn:aws:entityresolution::1:idmappingworkflow/", "w")
            .accepting(
                "arn:aws-cn:entityresolution:cn-north-1:111122223333:idmappingworkflow/a b",
                "arn:aws-us-gov:entityresolution:x:y:1:idmappingworkflow/")
            .refusing(
                "arn:aws-iso:entityresolution:us-east-1:111122223333:idmappingworkflow/w",
                "arn:aws:entityresolution:us-east-1::idmappingworkflow/w",
                "arn:aws:entityresolution:us-east-1:111122223333:idnamespace/w",
                "arn:aws:entityresolution:us-east-1:111122223333:idmappingworkflow/a\nb"),
        "IdMappingTableInputReferenceArn");
    put(
        growing("arn:aws:entityresolution:us-east-1:111122223333:idnamespace/n", "n")
            .refusing(
                "arn:aws-cn:entityresolution:cn-north-1:111122223333:idnamespace/n",
                "arn:aws:entityresolution:us-east-1:111122223333:idnamespace/",
                "arn:aws:entityresolution:us-east-1:111122223333:idmappingworkflow/n"),
        "IdNamespaceAssociationInputReferenceArn");
    put(
        growing("arn:aws:kms:us-east-1:111122223333:key/k", "k")
            .accepting("arn:aws:kms:us-east-1:111122223333:key/mrk-1A")
            .refusing(
                "arn:aws:kms:us-east-1:111122223333:alias/k",
                "arn:aws:kms:us-east-1:111122223333:key/",
                "arn:aws:kms:us-east-1:111122223333:key/a_b"),
        "KMSKeyArn");
    put(
        growing("arn:aws:iam::1:role/r", "r")
            .accepting("arn:aws:iam::111122223333:role/service-role/clean+rooms=a.b@c_d")
            .refusing(
                "arn:aws:iam::111122223333:user/analyst",
                "arn:aws:iam:us-east-1:111122223333:role/r",
                "arn:aws:iam::111122223333:role/",
                "arn:aws:iam::111122223333:role/clean rooms",
                "arn:aws-cn:iam::111122223333:role/r"),
        "RoleArn");
    put(
        growing("", "n")
            .accepting("Frühjahr\tüber alles", " 名前 ", "e\u0301 \uFFFD")
            .refusing("   ", " \t ", " \u2028", "two\nlines", "smile \uD83D\uDE00", "a\u0000b"),
        "CollaborationName",
        "ConfiguredAudienceModelAssociationName",
        "DisplayName",
        "GenericResourceName");
    put(
        growing("", "d")
            .accepting("two\r\nlines\n", "   ", "\n")
            .refusing("smile \uD83D\uDE00", "a\u0000b", "a\u000Bb", "\uFFFE"),
        "ResourceDescription",
        "TableDescription");
    put(
        growing("", "t")
            .accepting("decimal(10, 2)", "  ", "array<string>\t")
            .refusing("two\nlines", "smile \uD83D\uDE00", "a\u0000b"),
        "ColumnTypeString",
        "IntermediateTableColumnTypeString");
    put(
        growing("", "d")
            .accepting("two\r\nlines\n", " . ")
            .refusing("   ", "\n", " \u2029", "smile \uD83D\uDE00", "a\u0000b", "a\u000Bb"),
        "CollaborationDescription");
    put(
        growing("a", "b")
            .accepting("Spring overlap-2026", "_", "a ")
            .refusing("a-b", "ab-", "-ab", "ab--cd", " ab", "a.b", "über"),
        "ResourceAlias",
        "TableAlias",
        "GlueTableName");
    put(
        growing("a", "b")
            .accepting("age group-2", "_", "a ", "0 1")
            .refusing("Age", "a-b", "ab-", "-ab", "ab--cd", " ab", "a.b", "über"),
        "ColumnName",
        "AnalysisRuleColumnName");
    put(
        growing("a", "b")
            .accepting("Sales_2026-eu", "_")
            .refusing("sales data", "a-b", "ab-", "-ab", "ab--cd", "a.b", "über"),
        "GlueDatabaseName",
        "AthenaDatabaseName");
    put(
        growing("a", "b").accepting("Sales_2026").refusing("a b", "a-b", "a.b", "über"),
        "AthenaTableName");
    put(growing("a", "b").accepting("-data_-").refusing("a b", "a.b", "über"), "AthenaCatalogName");
    put(growing("", "w").accepting("team-a_1.x").refusing("a b", "a/b", "über"), "AthenaWorkGroup");
    put(
        growing("s3://abc", "/")
            .accepting("s3://a.b-c/über alles/ ü?x=y")
            .refusing("S3://abc", "s3:/abcd", "s3://ab/c", "s3://Abc", "s3://abc/two\nlines"),
        "AthenaOutputLocation");
    put(
        growing("n", "n")
            .accepting("NAME_名前 ü-1", "\uD835\uDD6B")
            .refusing("a.b", "a\tb", "a$b", "\"a\"", "smile \uD83D\uDE00"),
        "SnowflakeDatabaseName",
        "SnowflakeTableName",
        "SnowflakeSchemaName");
    put(
        growing("n", "n")
            .accepting("org-account.eu_1 名", "...")
            .refusing("a\tb", "a$b", "a/b", "smile \uD83D\uDE00"),
        "SnowflakeAccountIdentifier");
    put(
        growing("a", "b")
            .accepting("age_group-2", "_")
            .refusing("Age", "age group", "a-b", "ab-", "ab--cd"),
        "SyntheticDataColumnName");
    put(
        growing("", "b")
            .accepting("results.111122223333", "a.b", "1.2.x", "x--y")
            .refusing("192.168.5.4", "-abc", "abc-", "a..b", ".abc", "abc.", "Results", "a_b"),
        "S3LocationBucketString",
        "ProtectedQueryS3OutputConfigurationBucketString",
        "ProtectedJobS3OutputConfigurationInputBucketString",
        "ProtectedJobS3OutputConfigurationOutputBucketString");
    put(
        growing("k", "k")
            .accepting("jobs/entry_point-(1).py", "!'*+,")
            .refusing("a b", "a=b", "ä", "a\\b"),
        "S3LocationKeyString");
    put(
        growing("", "p").accepting("results/day=1/_x-.*!").refusing("a b", "a(b", "ä", "a\\b"),
        "KeyPrefix");
    // Until 2023-06-29.
    put(growing("k", "k").accepting("AWS:k").refusing("aws:k", "two\nlines"), "TagKey");
    put(
        growing("", "p").accepting("min_age2").refusing("min age", "min-age", ":age", "ä"),
        "ParameterName",
        "JobParameterName");
  }

  private static Sample fixed(String only) {
    return new Sample(only, "", List.of(), List.of());
  }

  private static Sample growing(String stem, String filler) {
    return new Sample(stem, filler, List.of(), List.of());
  }

  private Sample accepting(String... strings) {
    return new Sample(stem, filler, List.of(strings), refused);
  }

  private Sample refusing(String... strings) {
    return new Sample(stem, filler, accepted, List.of(strings));
  }

  private static void put(Sample sample, String... shapes) {
    for (String shape : shapes) {
      BY_SHAPE.put(shape, sample);
    }
  }

  /** The ARNs of tables were written otherwise until 2023-07-31. */
  private static final Map<String, Sample> BEFORE_LOWER_CASE =
      Map.of(
          "ConfiguredTableArn",
          growing("arn:aws:cleanrooms:us-east-1:111122223333:configuredTable/t", "t"),
          "ConfiguredTableAssociationArn",
          growing("arn:aws:cleanrooms:us-east-1:111122223333:configuredTableAssociation/m/t", "t"));

  static Optional<Sample> find(Shape shape) {
    if (shape.pattern().isEmpty()) {
      return Optional.of(ANY);
    }
    Sample former = BEFORE_LOWER_CASE.get(shape.name());
    return former != null && !shape.later().isEmpty()
        ? Optional.of(former)
        : Optional.ofNullable(BY_SHAPE.get(shape.name()));
  }

  static Sample of(Shape shape) {
    return find(shape)
        .orElseThrow(() -> new AssertionError("Sample has no strings for the pattern of " + shape));
  }

  /** A valid string, the shortest there is. */
  String shortest(Shape shape) {
    return ofLength(Math.max(length(stem), (int) shape.minLength().orElse(0)));
  }

  /** A string of that length, which the pattern takes if it takes any of that length. */
  String ofLength(int length) {
    int missing = length - length(stem);
    return missing < 0
        ? stem.substring(0, length)
        : stem + (filler.isEmpty() ? "x" : filler).repeat(missing);
  }

  /** Whether the pattern takes the string of that length. */
  boolean takes(int length) {
    return length == length(stem) || length > length(stem) && !filler.isEmpty();
  }

  boolean takesLineBreakAtEnd() {
    return accepted.stream().anyMatch(string -> string.endsWith("\n"));
  }

  /** One of many valid strings, all different; digits can end whatever has to be distinct. */
  String numbered(Shape shape, int number) {
    String digits = String.format(Locale.ROOT, "%04d", number);
    int shortest = length(shortest(shape));
    return ofLength(Math.max(shortest, digits.length()) - digits.length()) + digits;
  }

  /** A valid string, the most unusual there is. */
  String special(Shape shape) {
    return accepted.stream().findFirst().orElse(shortest(shape));
  }

  private static int length(String string) {
    return string.codePointCount(0, string.length());
  }
}
