package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotoImporterTest {

  private static final String METADATA =
      "\"ResponseMetadata\": {\"RequestId\": \"r\", \"HTTPStatusCode\": %d, \"HTTPHeaders\":"
          + " {\"set-cookie\": \"SECRET\"}, \"RetryAttempts\": 0}";
  private static final String TAGS = "\"tags\": {\"a\": \"b\"}";

  @TempDir Path folder;

  private List<JudgedMessage> judge(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Judging.path(file);
  }

  private static String metadata(int status) {
    return METADATA.formatted(status);
  }

  @Test
  void metadataIsNoMemberOfTheOutputWhereverItStands() throws IOException {
    for (String text :
        List.of(
            "{" + metadata(200) + ", " + TAGS + "}",
            "{" + TAGS + ", " + metadata(200) + "}",
            "{\n" + metadata(200) + ",\n" + TAGS + ",\n" + metadata(200) + "}")) {
      assertThat(Judging.told(judge("ListTagsForResource.json", text)).get(0))
          .as(text)
          .startsWith("valid ListTagsForResource response[");
    }
  }

  @Test
  void itsStatusCounts() throws IOException {
    assertThat(
            Judging.told(
                judge("ListTagsForResource.json", "{" + metadata(204) + ", " + TAGS + "}")))
        .containsExactly("invalid ListTagsForResource response[http.status 1:1]");
  }

  @Test
  void findingsStandAtTheirPlaceAndShowNoMetadata() throws IOException {
    String text = "{\n  \"tags\": [],\n  " + metadata(200) + "\n}";
    List<JudgedMessage> messages = judge("ListTagsForResource.json", text);

    assertThat(Judging.told(messages))
        .containsExactly("invalid ListTagsForResource response[type /tags 2:11]");
    assertThat(messages.get(0).toString()).doesNotContain("SECRET");
    assertThat(Judging.marked(messages.get(0).report().findings().get(0))).isEqualTo("**");
  }

  @Test
  void placeboFilesAreCalledByTheirOperation() throws IOException {
    String text = "{\"status_code\": 200, \"data\": {" + TAGS + ", " + metadata(200) + "}}";

    assertThat(Judging.told(judge("cleanrooms.ListTagsForResource_1.json", text)))
        .containsExactly("valid ListTagsForResource response[]");
    assertThat(
            Judging.told(
                judge("cleanrooms.ListTagsForResource_1.json", text.replace("\"b\"", "7"))))
        .containsExactly("invalid ListTagsForResource response[type /tags/a 1:45]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-01-02T03:04:05.678000+00:00\"",
        "\"2026-01-02 03:04:05+00:00\"",
        "\"2026-01-02T03:04:05Z\"",
        "{\"__class__\": \"datetime\", \"year\": 2026, \"month\": 1, \"day\": 2, \"hour\": 3,"
            + " \"minute\": 4, \"second\": 5, \"microsecond\": 678000}",
        "1767323045.678",
      })
  void timesAreReadAsTheyAreWritten(String time) throws IOException {
    assertThat(Judging.told(judge("GetMembership.json", membership(time))))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("invalid GetMembership response[required ")
        .doesNotContain("type", "timestamp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"yesterday\"",
        "{\"__class__\": \"datetime\", \"year\": 2026, \"month\": 13, \"day\": 2}",
        "{\"__class__\": \"date\", \"year\": 2026, \"month\": 1, \"day\": 2}",
        "{\"__class__\": \"datetime\", \"year\": \"x\", \"month\": 1, \"day\": 2}",
      })
  void timesThatAreNoneAreFound(String time) throws IOException {
    assertThat(Judging.told(judge("GetMembership.json", membership(time))).get(0))
        .contains("type /membership/createTime");
  }

  private static String membership(String time) {
    return "{" + metadata(200) + ", \"membership\": {\"createTime\": " + time + "}}";
  }

  @Test
  void aVariantThatBotocoreDidNotKnowIsDriftWithItsName() throws IOException {
    String text =
        "{"
            + metadata(200)
            + ", \"protectedQuery\": {\"resultConfiguration\": {\"outputConfiguration\":"
            + " {\"SDK_UNKNOWN_MEMBER\": {\"name\": \"lake\"}}}}}";

    assertThat(judge("GetProtectedQuery.json", text).get(0).report().findings())
        .filteredOn(finding -> finding.rule().id().equals("union.unknown-variant"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.DRIFT);
              assertThat(finding.found()).contains("\"lake\"");
              assertThat(finding.pointer())
                  .isEqualTo("/protectedQuery/resultConfiguration/outputConfiguration");
              assertThat(Judging.marked(finding)).contains("SDK_UNKNOWN_MEMBER");
            });
  }

  @Test
  void anErrorIsWhatItsMembersAre() throws IOException {
    String text =
        "{\"Error\": {\"Message\": \"m\", \"Code\": \"%s\"}, "
            + metadata(404)
            + ", \"message\": \"m\", \"resourceId\": \"i\", \"resourceType\": \"MEMBERSHIP\"}";

    assertThat(
            Judging.told(judge("GetMembership.json", text.formatted("ResourceNotFoundException"))))
        .containsExactly("valid GetMembership error[]");
    assertThat(
            Judging.told(judge("GetMembership.json", text.formatted("ConflictException"))).get(0))
        .contains("error.");
  }

  @Test
  void anErrorOfAnEarlierBotocoreIsJudgedAsFarAsItIsTold() throws IOException {
    String text =
        "{\"Error\": {\"Message\": \"m\", \"Code\": \"ResourceNotFoundException\"}, "
            + METADATA
            + "}";

    assertThat(Judging.told(judge("GetMembership.json", text.formatted(404))))
        .containsExactly("valid GetMembership error[]");
    assertThat(Judging.told(judge("GetMembership.json", text.formatted(400))))
        .containsExactly("invalid GetMembership error[error.status 1:1]");
  }

  @Test
  void aDumpWithoutMetadataCanBeNamed() {
    CaptureOptions named =
        new CaptureOptions(Optional.of("ListTagsForResource"), Optional.empty(), Optional.empty())
            .from(CaptureFormat.BOTO3);

    assertThat(Judging.told(Judging.text("{" + TAGS + "}", named)))
        .containsExactly("valid ListTagsForResource response[]");
    assertThat(Judging.told(Judging.text("[]", named)))
        .containsExactly("failed ListTagsForResource[input.format 1:1]");
  }
}
