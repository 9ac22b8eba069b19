package io.github.cleanroomscontract.internal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisRuleChecksTest {

  private static final String POLICY =
      "{\"v1\":{\"list\":{\"joinColumns\":[\"hashed_email\"],\"listColumns\":[\"%s\"]}}}";

  private static Report judge(String type, String policy) {
    return ContractValidator.create()
        .validateRequest(
            "CreateConfiguredTableAnalysisRule",
            """
            {
              "configuredTableIdentifier": "9b1d5c3e-7a42-4f18-8c06-d2e95b7f4a31",
              "analysisRuleType": "%s",
              "analysisRulePolicy":   %s
            }
            """
                .formatted(type, policy));
  }

  /** Blanks between the members do not count, and letters count by their bytes. */
  @ParameterizedTest
  @CsvSource({
    "a, 102400, false",
    "a, 102401, true",
    "\u00e4, 102400, false",
    "\u00e4, 102402, true"
  })
  void aPolicyHasUpTo102400Bytes(String letter, int bytes, boolean tooLarge) {
    int each = letter.getBytes(StandardCharsets.UTF_8).length;
    int room = bytes - POLICY.formatted("").length();
    String column = "a".repeat(room % each) + letter.repeat(room / each);
    Report report = judge("LIST", POLICY.formatted(column).replace(",", " ,  "));
    assertThat(report.findings())
        .filteredOn(finding -> finding.rule().id().equals("analysis-rule.size"))
        .hasSize(tooLarge ? 1 : 0)
        .allSatisfy(finding -> assertThat(finding.pointer()).isEqualTo("/analysisRulePolicy"));
  }

  @Test
  void whatIsNotKnownOfTheTableIsSaidToBeNeeded() {
    assertThat(judge("LIST", POLICY.formatted("tier")).unchecked())
        .extracting(gap -> gap.rule().id())
        .containsExactlyInAnyOrder(
            "job-table.custom-rule-only",
            "non-s3-source.custom-rule-only",
            "rule-columns.in-allow-list");
  }

  @Test
  void nothingIsNeededForWhatNoRuleSpeaksOf() {
    Report report =
        judge(
            "CUSTOM",
            """
            {"v1": {"custom": {"allowedAnalyses": []}}}
            """);
    assertThat(report.findings()).isEmpty();
    assertThat(report.unchecked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{\"v1\": []}",
        "{\"v1\": {\"custom\": {\"allowedAnalyses\": {\"0\": 1}, \"differentialPrivacy\": []}}}",
        "{\"v1\": {\"custom\": {\"allowedAnalyses\": [7], \"differentialPrivacy\": {\"columns\":"
            + " [{\"name\": 7}, 8]}, \"disallowedOutputColumns\": \"tier\"}}}",
        "{\"v1\": {\"aggregation\": {\"aggregateColumns\": [1, {\"function\": [], \"columnNames\":"
            + " {}}, {\"function\": \"SUM\", \"columnNames\": [2, 2]}], \"joinColumns\": [3],"
            + " \"dimensionColumns\": [3], \"outputConstraints\": [{\"columnName\": {}}]}}}",
        "{\"v1\": {\"list\": {\"joinColumns\": 1, \"listColumns\": [1]}}}"
      })
  void whatTheSchemasRefuseIsLeftToThem(String policy) {
    Report report = judge("CUSTOM", policy);
    assertThat(report.valid()).isFalse();
    assertThat(report.findings())
        .extracting(finding -> finding.rule().kind().name())
        .doesNotContain("CROSS_FIELD", "CONTEXT");
  }
}
