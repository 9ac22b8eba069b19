package io.github.cleanroomscontract.internal.sample;

import java.util.Locale;
import java.util.Map;

/** The strings of shapes without a pattern, by the name of the shape or of the member. */
final class StringsByName {

  static final String SQL = "SELECT age_group, COUNT(*) FROM purchases GROUP BY age_group";

  private static final Map<String, Strings> BY_SHAPE =
      Map.ofEntries(
          Map.entry("AnalysisTemplateText", any(SQL)),
          Map.entry("ProtectedQuerySQLParametersQueryStringString", any(SQL)),
          Map.entry("PopulationAnalysisSqlParametersQueryStringString", any(SQL)),
          Map.entry("TagKey", any("cost-center", "team")),
          Map.entry("TagValue", any("marketing", "insights")),
          Map.entry("ParameterValue", any("18")),
          Map.entry("JobParameterValue", any("18")),
          Map.entry("SparkPropertyKey", any("spark.task.maxFailures", "spark.sql.ansi.enabled")),
          Map.entry("SparkPropertyValue", any("4")),
          Map.entry("PaginationToken", any("eyJwYWdlIjoyfQ==")),
          Map.entry("DifferentialPrivacyAggregationExpression", any("COUNT(*)", "SUM(amount)")));

  private static final Map<String, Strings> BY_MEMBER =
      Map.ofEntries(
          Map.entry("code", any("RESOURCE_NOT_FOUND")),
          Map.entry("message", any("The request is not possible as it stands.")),
          Map.entry("location", any("s3://example-retail-results/overlap/spring/results.csv")),
          Map.entry("name", any("purchases", "visits")),
          Map.entry("quotaName", any("Memberships per account")),
          Map.entry("resourceId", any(MadeUp.id("membership", 0))),
          Map.entry("statusReason", any("The last population succeeded.")),
          Map.entry("sha256", Strings.made(StringsByName::hash, "", "0")));

  private static final Strings ANYTHING = any("example");

  private StringsByName() {}

  private static Strings any(String... first) {
    return Strings.of("", "x", first);
  }

  static Strings find(String shape, String member) {
    return BY_SHAPE.getOrDefault(shape, BY_MEMBER.getOrDefault(member, ANYTHING));
  }

  private static String hash(int number) {
    return String.format(Locale.ROOT, "%08x", 0x9f86d081 + number)
        + "884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  }
}
