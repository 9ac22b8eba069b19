package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarImporterTest {

  private static final String ID = "12345678-90ab-cdef-1234-567890abcdef";
  private static final String HOST = "https://cleanrooms.us-east-1.amazonaws.com";
  private static final String GET = request("GET", HOST + "/memberships/" + ID, "");
  private static final String SECRET =
      "\"headers\":[{\"name\":\"Authorization\",\"value\":\"AKIAABCDEFGHIJKLMNOP SECRET\"},"
          + "{\"name\":\"X-Amz-Security-Token\",\"value\":\"SECRET\"}]";

  private static String request(String method, String url, String more) {
    return "{\"method\":\"%s\",\"url\":\"%s\"%s}".formatted(method, url, more);
  }

  private static String har(String... entries) {
    return "{\"log\":{\"version\":\"1.2\",\"entries\":[\n" + String.join(",\n", entries) + "]}}";
  }

  private static String entry(String request, String response) {
    return "{\"request\":" + request + ",\"response\":" + response + "}";
  }

  private static String answer(int status, String content) {
    return "{\"status\":" + status + "," + SECRET + ",\"content\":{" + content + "}}";
  }

  private static String cancel(String postData) {
    String url = HOST + "/memberships/" + ID + "/protectedQueries/" + ID;
    return request("PATCH", url, "," + SECRET + ",\"postData\":{" + postData + "}");
  }

  @Test
  void entriesAreJudgedInTheirOrderRequestAndAnswerEach() {
    String notFound =
        "\"text\":\"{\\\"message\\\":\\\"m\\\",\\\"resourceId\\\":\\\"i\\\","
            + "\\\"resourceType\\\":\\\"MEMBERSHIP\\\"}\"";
    String denied = "\"text\":\"{\\\"message\\\":\\\"m\\\",\\\"reason\\\":\\\"NOPE\\\"}\"";

    assertThat(
            Judging.told(
                Judging.text(
                    har(
                        entry(GET, answer(404, notFound)),
                        entry(request("GET", "https://example.org/a?SECRET", ""), "{}"),
                        entry(GET, answer(403, denied))))))
        .containsExactly(
            "valid GetMembership request[]",
            "valid GetMembership error[]",
            "skipped[input.skipped 3:1]",
            "valid GetMembership request[]",
            "invalid GetMembership error[enum /reason 4:327]");
  }

  @Test
  void aBodyHasItsPlaceAndNothingAroundItIsShown() {
    String body = "\"text\":\"{\\\"targetStatus\\\":\\\"CANCELED\\\"}\"";
    List<JudgedMessage> messages = Judging.text(har(entry(cancel(body), "{\"status\":0}")));

    assertThat(Judging.told(messages))
        .containsExactly("invalid UpdateProtectedQuery request[enum /targetStatus 2:346]");
    assertThat(Judging.marked(only(messages))).isEqualTo("\\\"CANCELED\\\"");
    assertThat(only(messages).toString() + only(messages).place()).doesNotContain("SECRET", "AKIA");
  }

  @Test
  void bodiesMayBeBase64() {
    String encoded =
        Base64.getEncoder()
            .encodeToString("{\"targetStatus\":\"CANCELED\"}".getBytes(StandardCharsets.UTF_8));
    String body = "\"encoding\":\"base64\",\"text\":\"" + encoded + "\"";
    List<JudgedMessage> messages = Judging.text(har(entry(cancel(body), "{\"status\":0}")));

    assertThat(Judging.told(messages))
        .containsExactly("invalid UpdateProtectedQuery request[enum /targetStatus 2:347]");
    assertThat(Judging.marked(only(messages))).isEqualTo("nothing");
  }

  @Test
  void bytesThatAreNoTextAreFound() {
    String body = "\"encoding\":\"base64\",\"text\":\"ew3/fQ==\"";

    assertThat(Judging.told(Judging.text(har(entry(GET, answer(200, body))))).get(1))
        .startsWith("invalid GetMembership response[json.encoding 2:");
  }

  @Test
  void whatIsNoBase64Fails() {
    String body = "\"encoding\":\"base64\",\"text\":\"e\"";

    assertThat(Judging.told(Judging.text(har(entry(GET, answer(200, body))))))
        .containsExactly("failed[input.format 2:1]");
  }

  @Test
  void bodiesThatWereNotRecordedAreSaidToBeLeftOut() {
    List<JudgedMessage> messages =
        Judging.text(har(entry(GET, answer(200, "\"size\":1234")), entry(GET, answer(200, ""))));

    assertThat(Judging.told(messages))
        .containsExactly(
            "valid GetMembership request[]",
            "skipped GetMembership response[input.skipped 2:1]",
            "valid GetMembership request[]",
            "invalid GetMembership response[json.empty 3:140]");
  }

  @Test
  void whatABrowserAsksBeforehandIsLeftOut() {
    assertThat(
            Judging.told(
                Judging.text(har(entry(request("OPTIONS", HOST + "/memberships", ""), "{}")))))
        .containsExactly("skipped[input.skipped 2:1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"request\":{}}", "7", "null", "{\"request\":{\"method\":\"GET\"}}"})
  void anEntryWithoutARequestFailsAndTheRestIsJudged(String entry) {
    assertThat(Judging.told(Judging.text(har(entry, entry(GET, "null")))))
        .containsExactly("failed[input.format 2:1]", "valid GetMembership request[]");
  }

  @Test
  void withoutEntriesItIsNoSilentPass() {
    assertThat(Judging.told(Judging.text(har()))).containsExactly("failed[input.format 1:1]");
  }

  @Test
  void whatIsSaidToBeOneAndIsNotSaysWhere() {
    CaptureOptions named = CaptureOptions.none().from(CaptureFormat.HAR);

    assertThat(Judging.told(Judging.text("{\"log\":{\"entries\":{}}}", named)))
        .containsExactly("failed[input.format 1:8]");
    assertThat(Judging.told(Judging.text("[]", named))).containsExactly("failed[input.format 1:1]");
    assertThat(Judging.told(Judging.text("{\"log\":", named)))
        .containsExactly("failed[json.truncated 1:8]");
  }

  @Test
  void whatMayBeTwoThingsIsNotGuessed() {
    String both = har().replaceFirst("\\{", "{\"request\":{\"method\":\"GET\",\"uri\":\"/\"},");
    List<JudgedMessage> messages = Judging.text(both);

    assertThat(Judging.told(messages)).containsExactly("failed[input.format 1:1]");
    assertThat(only(messages).message()).endsWith("it may be one of exchange, har");
    assertThat(only(messages).hint()).contains("say which with --from");
  }

  private static Finding only(List<JudgedMessage> messages) {
    return messages.get(0).report().findings().get(0);
  }
}
