package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTrailImporterTest {

  private static final String ID = "12345678-90ab-cdef-1234-567890abcdef";
  private static final String CANCEL =
      "{\"membershipIdentifier\":\"%s\",\"protectedQueryIdentifier\":\"%s\",\"targetStatus\":\"CANCELLED\"}"
          .formatted(ID, ID);
  private static final String START =
      "{\"type\":\"SQL\",\"membershipIdentifier\":\"" + ID + "\",\"sqlParameters\":\"***\"}";
  private static final String HEADERS = "\"Access-Control-Expose-Headers\":\"x-amzn-RequestId\"";

  private static String event(String name, String more) {
    return "{\"eventVersion\":\"1.11\",\"eventSource\":\"cleanrooms.amazonaws.com\",\"eventName\":\""
        + name
        + "\",\"userIdentity\":{\"accessKeyId\":\"SECRET\"}"
        + more
        + "}";
  }

  private static String asked(String parameters) {
    return ",\"requestParameters\":" + parameters;
  }

  private static String answered(String elements) {
    return ",\"responseElements\":" + elements;
  }

  private static String refused(String code) {
    return ",\"errorCode\":\"" + code + "\",\"errorMessage\":\"m\"";
  }

  private static List<String> told(String text) {
    return Judging.told(Judging.text(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "{\"Records\":[%s]}",
        "{\"version\":\"0\",\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":%s}",
      })
  void recordsComeInSeveralWrappings(String wrapping) {
    String broken = CANCEL.replace("CANCELLED", "CANCELED");

    assertThat(told(wrapping.formatted(event("UpdateProtectedQuery", asked(CANCEL)))))
        .containsExactly("valid UpdateProtectedQuery request[]");
    List<JudgedMessage> messages =
        Judging.text(wrapping.formatted(event("UpdateProtectedQuery", asked(broken))));
    assertThat(Judging.told(messages).get(0))
        .startsWith("invalid UpdateProtectedQuery request[enum /targetStatus 1:");
    assertThat(Judging.marked(only(messages))).isEqualTo("\"CANCELED\"");
    assertThat(messages.toString()).doesNotContain("SECRET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UpdateProtectedQuery20220217", "UpdateProtectedQuery2022_02_17"})
  void aDateAfterTheNameIsNotOfIt(String name) {
    assertThat(told(event(name, asked(CANCEL))))
        .containsExactly("valid UpdateProtectedQuery request[]");
  }

  @Test
  void otherServicesAreLeftOut() {
    String other = event("GetObject", "").replace("cleanrooms.", "s3.");
    String own = event("UpdateProtectedQuery", asked(CANCEL));
    List<JudgedMessage> messages = Judging.text("{\"Records\":[\n" + other + ",\n" + own + "]}");

    assertThat(Judging.told(messages))
        .containsExactly("skipped[input.skipped 2:1]", "valid UpdateProtectedQuery request[]");
    assertThat(only(messages).message()).isEqualTo("left out: an event of s3.amazonaws.com");
    assertThat(told(event("X", ",\"eventType\":\"AwsServiceEvent\"")))
        .containsExactly("skipped[input.skipped 1:1]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"***", "HIDDEN_DUE_TO_SECURITY_REASONS"})
  void whatIsRedactedIsUnverifiedAndTheRestJudged(String hidden) {
    List<JudgedMessage> messages =
        Judging.text(event("StartProtectedQuery", asked(START.replace("***", hidden))));

    assertThat(Judging.told(messages).get(0))
        .startsWith("valid StartProtectedQuery request[input.redacted /sqlParameters 1:");
    assertThat(messages.get(0).report().findings())
        .allMatch(finding -> finding.severity() == Severity.UNVERIFIED);
    assertThat(told(event("StartProtectedQuery", asked(START.replace("SQL", "SQUALL")))).get(0))
        .startsWith("invalid StartProtectedQuery request[enum /type 1:")
        .contains("input.redacted /sqlParameters");
  }

  @Test
  void anUnknownMemberIsFoundThoughItsValueIsHidden() {
    String unknown = START.replace("\"type\"", "\"kind\":\"***\",\"type\"");

    assertThat(told(event("StartProtectedQuery", asked(unknown))).get(0))
        .startsWith("invalid StartProtectedQuery request[unknown-member 1:")
        .contains("input.redacted /kind");
  }

  @ParameterizedTest
  @ValueSource(strings = {"requestParameters", "responseElements"})
  void whatWasTooLongIsLeftOut(String part) {
    String omitted = "{\"omitted\":true,\"originalSize\":250000,\"reason\":\"size\"}";
    String record =
        part.equals("requestParameters")
            ? event("UpdateProtectedQuery", asked(omitted))
            : event("UpdateProtectedQuery", asked(CANCEL) + answered(omitted));
    List<String> told = told(record);

    assertThat(told.get(told.size() - 1))
        .startsWith("skipped UpdateProtectedQuery re")
        .endsWith("[input.redacted 1:1]");
  }

  @Test
  void answersOfWhatOnlyReadsAreNotMissed() {
    String get = "{\"membershipIdentifier\":\"" + ID + "\"}";

    assertThat(told(event("GetMembership", asked(get) + answered("null"))))
        .containsExactly("valid GetMembership request[]");
  }

  @Test
  void callsWithoutParametersAreEmptyInputs() {
    assertThat(told(event("ListMemberships", asked("null"))))
        .containsExactly("valid ListMemberships request[]");
    assertThat(told(event("GetMembership", asked("null"))))
        .containsExactly("skipped GetMembership request[input.redacted 1:1]");
  }

  @Test
  void headersInAnswersAreNoMembers() {
    String delete = "{\"membershipIdentifier\":\"" + ID + "\"}";

    assertThat(told(event("DeleteMembership", asked(delete) + answered("{" + HEADERS + "}"))))
        .containsExactly("valid DeleteMembership request[]", "valid DeleteMembership response[]");
    assertThat(
            told(
                event(
                    "DeleteMembership",
                    asked(delete) + answered("{" + HEADERS + ",\"more\":\"***\"}"))))
        .last()
        .asString()
        .startsWith("invalid DeleteMembership response[unknown-member 1:");
  }

  @ParameterizedTest
  @CsvSource({
    "ValidationException, valid",
    "ResourceNotFoundException, valid",
    "AccessDenied, valid",
    "UnrecognizedClientException, invalid",
  })
  void errorsAreJudgedAsFarAsTheyAreTold(String code, String verdict) {
    String record = asked(CANCEL) + refused(code);

    assertThat(told(event("UpdateProtectedQuery", record + answered("null"))).get(1))
        .startsWith(verdict + " UpdateProtectedQuery error[");
    assertThat(
            told(event(
                    "UpdateProtectedQuery",
                    record + answered("{" + HEADERS + ",\"message\":\"m\"}")))
                .get(1))
        .startsWith(verdict + " UpdateProtectedQuery error[");
    assertThat(told(event("UpdateProtectedQuery", record + answered("{\"message\":7}"))).get(1))
        .startsWith("invalid UpdateProtectedQuery error[");
  }

  @Test
  void anOperationThatIsNotThereFails() {
    assertThat(told(event("GetMembershp", asked("{}"))))
        .containsExactly("failed GetMembershp request[input.unknown-operation 1:1]");
  }

  @Test
  void whatIsNoRecordSaysWhere() {
    assertThat(told("{\"Records\":[\n7]}")).containsExactly("failed[input.format 2:1]");
    assertThat(told("{\"Records\":[]}")).containsExactly("failed[input.format 1:1]");
    assertThat(
            Judging.told(
                Judging.text("{\"a\":1}", CaptureOptions.none().from(CaptureFormat.CLOUDTRAIL))))
        .containsExactly("failed[input.format 1:1]");
  }

  private static Finding only(List<JudgedMessage> messages) {
    return messages.get(0).report().findings().get(0);
  }
}
