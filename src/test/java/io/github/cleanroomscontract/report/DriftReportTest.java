package io.github.cleanroomscontract.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.sdk.AlteredSdk;
import io.github.cleanroomscontract.sdk.EarlierSdk;
import io.github.cleanroomscontract.sdk.SdkDrift;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people and programs read of a comparison with an SDK. */
class DriftReportTest {

  private static final SdkDrift DRIFT =
      SdkDrift.compare(
          new AlteredSdk()
              .replace("model.WorkerComputeType", "CR.4X", "CR.\u001b[9X")
              .replace("model.ProtectedQuery", "createTime", "madeTime")
              .replace("transform.StartProtectedQueryRequestMarshaller", "POST", "PUT"));

  @Test
  void driftComesFirst() {
    List<String> lines = page(false, false);
    assertThat(lines)
        .startsWith(
            "AWS SDK for Java 2.40.2",
            "",
            "                 schemas         SDK",
            "model of      2026-07-27  2025-12-01",
            "operations           100          87");
    assertThat(lines)
        .containsSubsequence(
            "drift",
            "    binding     StartProtectedQuery  schemas: POST"
                + " /memberships/{membershipIdentifier}/protectedQueries, SDK: PUT"
                + " /memberships/{membershipIdentifier}/protectedQueries",
            "    member      ProtectedQuery.createTime  only in the schemas: timestamp",
            "    member      ProtectedQuery.madeTime  only in the SDK: timestamp",
            "    enum value  WorkerComputeType CR.\\u001B[9X  only in the SDK",
            "    enum value  WorkerComputeType CR.4X  only in the schemas",
            "",
            "later than this SDK");
    assertThat(lines.get(lines.size() - 1))
        .matches("[0-9]+ differences: 5 drift, [0-9]+ later than this SDK, 1 for another reason");
  }

  @Test
  void whatIsExplainedIsSummarisedByRelease() {
    assertThat(page(false, false))
        .containsSubsequence(
            "  2025-12-18",
            "    1 operation     UpdateCollaborationChangeRequest",
            "  2026-07-27",
            "    1 enum value    WorkerComputeType CR.8X",
            "  --all shows each",
            "",
            "for another reason",
            "    sensitive   ProtectedQuerySQLParameters.parameters  the kit holds back what this"
                + " SDK prints")
        .anyMatch(
            line -> line.matches("    12 operations   CreateIntermediateTable, .*, … \\d+ more"))
        .filteredOn(line -> line.matches("    [0-9].*"))
        .allMatch(line -> line.length() < 120);
  }

  @Test
  void whatHasGoneIsToldFromWhatCame() {
    SdkDrift drift = EarlierSdk.of(LocalDate.of(2024, 7, 23));
    assertThat(new DriftPage(drift, true, new Paint(false)).lines())
        .contains(
            "    enum value  SchemaConfiguration CUSTOM_ANALYSIS_NOT_ALLOWED (gone)",
            "    error       PopulateIdMappingTable ServiceQuotaExceededException  declared");
  }

  @Test
  void allShowsEach() {
    assertThat(page(true, false))
        .contains(
            "    operation   ListIntermediateTables  GET"
                + " /memberships/{membershipIdentifier}/intermediateTables",
            "    enum value  WorkerComputeType CR.8X")
        .noneMatch(line -> line.contains("more") || line.contains("--all"));
  }

  @Test
  void noDriftIsSaid() {
    SdkDrift real = SdkDrift.compare(getClass().getClassLoader());
    List<String> lines = new DriftPage(real, false, new Paint(false)).lines();
    assertThat(lines).containsSubsequence("no drift", "", "later than this SDK");
  }

  @Test
  void coloursAreForTerminals() {
    assertThat(page(false, false)).noneMatch(line -> line.contains("\u001b"));
    assertThat(page(false, true)).anyMatch(line -> line.contains("\u001b[31mdrift"));
  }

  @Test
  void jsonHasTheSame() {
    StringWriter text = new StringWriter();
    new DriftJson(DRIFT).write(new PrintWriter(text));
    JsonNode json = JsonDocument.parse(text.toString()).root().orElseThrow();
    assertThat(json.at("/sdk").toString())
        .startsWith("{\"version\":\"2.40.2\",\"modelDate\":\"2025-12-01\",\"operations\":87,");
    assertThat(json.at("/schemas").toString())
        .startsWith("{\"modelDate\":\"2026-07-27\",\"operations\":100,\"members\":");
    assertThat(json.at("/summary/drift").asInt()).isEqualTo(5);
    assertThat(json.at("/summary/differences").asInt())
        .isEqualTo(DRIFT.differences().size())
        .isEqualTo(json.at("/differences").size());
    List<String> differences =
        json.path("differences").valueStream().map(JsonNode::toString).toList();
    assertThat(differences)
        .contains(
            "{\"kind\":\"member\",\"where\":\"ProtectedQuery\",\"name\":\"madeTime\","
                + "\"sdk\":\"timestamp\",\"drift\":true}",
            "{\"kind\":\"enum-value\",\"where\":\"WorkerComputeType\",\"name\":\"CR.8X\","
                + "\"schemas\":\"CR.8X\",\"drift\":false,\"since\":\"2026-07-27\"}",
            "{\"kind\":\"operation\",\"where\":\"ListIntermediateTables\",\"schemas\":\"GET"
                + " /memberships/{membershipIdentifier}/intermediateTables\",\"drift\":false,"
                + "\"since\":\"2026-06-30\"}");
  }

  private static List<String> page(boolean all, boolean colours) {
    return new DriftPage(DRIFT, all, new Paint(colours)).lines();
  }
}
