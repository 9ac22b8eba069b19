package io.github.cleanroomscontract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.finding.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of the future, where they are to be ignored, do not break documented rules either. */
class IgnoredValuesTest {

  private final ContractValidator validator =
      ContractValidator.builder().unknown(UnknownPolicy.IGNORE).build();

  @ParameterizedTest
  @CsvSource({
    "protected-query/GetProtectedQuery/valid/response.succeeded-to-s3, \"SUCCESS\"",
    "protected-query/GetProtectedQuery/valid/response.failed, \"FAILED\"",
  })
  void statusesOfTheFutureHaveResultsOrErrors(String fixture, String value) throws IOException {
    String json = Files.readString(Path.of("fixtures", fixture + ".json"));
    assertThat(json).contains(value);
    String later = json.replace(value, "\"ARCHIVED\"");
    assertThat(validator.validateResponse("GetProtectedQuery", later).findings()).isEmpty();
    String running = json.replace(value, "\"STARTED\"");
    assertThat(validator.validateResponse("GetProtectedQuery", running).findings()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"EDIT_DESCRIPTION, 0", "EDIT_AUTO_APPROVED_CHANGE_TYPES, 0", "ADD_MEMBER, 1"})
  void changesOfTheFutureAreOfTheCollaboration(String type, int findings) {
    String json =
        """
        {"collaborationChangeRequest": {
          "id": "5d1f0a84-27c9-4b36-9e50-c3a8d26f71eb",
          "collaborationId": "6f0c2f6e-9c1b-4f0a-8d3e-2b7a51c94e10",
          "createTime": 1779122402, "updateTime": 1779122402,
          "status": "PENDING", "isAutoApproved": false,
          "changes": [{
            "specificationType": "COLLABORATION",
            "specification": {"collaboration": {"autoApprovedChangeTypes": []}},
            "types": ["%s"]}]}}
        """
            .formatted(type);
    Report report = validator.validateResponse("GetCollaborationChangeRequest", json);
    assertThat(report.findings()).hasSize(findings);
  }
}
