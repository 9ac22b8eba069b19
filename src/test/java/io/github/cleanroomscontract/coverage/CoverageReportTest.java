package io.github.cleanroomscontract.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.internal.json.JsonDocument;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CoverageReportTest {

  private final CoverageRecorder recorder = CoverageRecorder.create();

  @Test
  void peopleReadTheLeastCoveredFirstAndWhatWasNeverThere() {
    recorder.recordRequest(
        "StartProtectedQuery",
        """
        {"type": "SQL", "resultConfiguration": {"outputConfiguration": {"s3": {}}}}
        """);
    recorder.recordRequest(
        "UpdateProtectedQuery",
        """
        {"membershipIdentifier": "x", "protectedQueryIdentifier": "x", "targetStatus": "CANCELLED"}
        """);
    recorder.recordError("UpdateProtectedQuery", "ThrottlingException");
    String text = recorder.report().text();
    assertThat(text)
        .startsWith("contract coverage: 2 operations, 6 of ")
        .contains(
            """
            UpdateProtectedQuery  5 %
              request   3 of 3 members · 1 of 1 enum values
              response  never, of 53 members
              errors    1 of 6
                        never AccessDeniedException, ConflictException, InternalServerException,
                              ResourceNotFoundException, ValidationException
            """)
        .contains(
            """
                        never resultConfiguration.outputConfiguration.member,
                              resultConfiguration.outputConfiguration.distribute,
            """);
    assertThat(text.indexOf("StartProtectedQuery  "))
        .isLessThan(text.indexOf("UpdateProtectedQuery  "));
    assertThat(text.lines().skip(1)).allSatisfy(line -> assertThat(line).hasSizeLessThan(100));
  }

  @Test
  void whatIsInsideOfWhatIsMissingIsNotNamed() {
    recorder.recordResponse("GetSchema", "{}");
    MessageCoverage response = recorder.report().operation("GetSchema").response();
    assertThat(response.members().missing()).hasSizeGreaterThan(10);
    assertThat(CoverageText.topmost(response)).containsExactly("/schema");
    recorder.recordRequest("ListCollaborations", "{\"maxResults\": 1, \"memberStatus\": \"x\"}");
    assertThat(CoverageText.topmost(recorder.report().operation("ListCollaborations").request()))
        .containsExactly("/nextToken", "/memberStatus=INVITED", "/memberStatus=ACTIVE");
  }

  @Test
  void programsReadEveryNameCoveredAndMissing() {
    recorder.recordRequest(
        "ListCollaborations", "{\"maxResults\": 1, \"memberStatus\": \"ACTIVE\"}");
    JsonNode json = JsonDocument.parse(recorder.report().json()).root().orElseThrow();
    assertThat(json.propertyNames())
        .containsExactly("format", "contract", "totals", "lost", "operations");
    assertThat(json.at("/totals/operations").toString()).isEqualTo("{\"covered\":1,\"total\":100}");
    assertThat(json.at("/totals/enumValues/covered").asInt()).isOne();
    JsonNode operation = json.at("/operations/0");
    assertThat(operation.propertyNames())
        .containsExactly("operation", "request", "response", "errors");
    assertThat(operation.get("request").toString())
        .isEqualTo(
            "{\"exercised\":true,"
                + "\"members\":{\"covered\":[\"/maxResults\",\"/memberStatus\"],"
                + "\"missing\":[\"/nextToken\"]},"
                + "\"variants\":{\"covered\":[],\"missing\":[]},"
                + "\"enumValues\":{\"covered\":[\"/memberStatus=ACTIVE\"],"
                + "\"missing\":[\"/memberStatus=INVITED\"]}}");
    assertThat(operation.at("/errors/missing").toString()).contains("\"ThrottlingException\"");
  }

  @Test
  void totalsAreOfRequestsAndResponsesTogether() {
    recorder.recordRequest("GetSchema", "{\"collaborationIdentifier\": \"x\"}");
    recorder.recordResponse("GetSchema", "{\"schema\": {\"type\": \"TABLE\"}}");
    CoverageReport report = recorder.report();
    assertThat(report.members().covered())
        .containsExactly("/collaborationIdentifier", "/schema", "/schema/type");
    assertThat(report.enumValues().covered()).containsExactly("/schema/type=TABLE");
    assertThat(report.operationNames()).hasToString("1 of 100");
    assertThat(report).hasToString(report.text().lines().findFirst().orElseThrow());
  }
}
