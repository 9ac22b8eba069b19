package io.github.cleanroomscontract.internal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.util.List;
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

  /** Blanks between the members do not count. */
  @ParameterizedTest
  @CsvSource({"102400, false", "102401, true"})
  void aPolicyHasUpTo102400Bytes(int bytes, boolean tooLarge) {
    int room = bytes - POLICY.formatted("").length();
    String column = "a".repeat(100);
    String columns = (column + "\",\"").repeat(room / 103 - 1) + column;
    String last = "a".repeat(room - columns.length() - 3);
    String policy = POLICY.formatted(columns + "\",\"" + last);
    assertThat(policy).hasSize(bytes);
    assertThat(judge("LIST", policy.replace(",", " ,  ")).findings())
        .extracting(finding -> finding.rule().id() + " " + finding.pointer())
        .isEqualTo(tooLarge ? List.of("analysis-rule.size /analysisRulePolicy") : List.of());
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
