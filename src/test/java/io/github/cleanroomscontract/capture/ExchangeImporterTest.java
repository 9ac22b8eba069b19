package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeImporterTest {

  private static final String ID = "12345678-90ab-cdef-1234-567890abcdef";

  private static final String CANCEL =
      """
      {
        "request": {
          "method": "PATCH",
          "uri": "/memberships/%s/protectedQueries/%s",
          "headers": {"Authorization": "AWS4-HMAC-SHA256 Credential=AKIAABCDEFGHIJKLMNOP"},
          "body": %s
        }
      }
      """;

  private static String cancel(String body) {
    return CANCEL.formatted(ID, ID, body);
  }

  @Test
  void anInputIsPutTogetherFromPathQueryAndBody() {
    assertThat(Judging.told(Judging.text(cancel("{\"targetStatus\": \"CANCELLED\"}"))))
        .containsExactly("valid UpdateProtectedQuery request[]");
  }

  @Test
  void aBodyIsAValueWithItsPlaceInTheFile() {
    List<JudgedMessage> messages = Judging.text(cancel("{\"targetStatus\": \"CANCELED\"}"));

    assertThat(Judging.told(messages))
        .containsExactly("invalid UpdateProtectedQuery request[enum /targetStatus 6:30]");
    assertThat(Judging.marked(only(messages))).isEqualTo("\"CANCELED\"");
  }

  @Test
  void aBodyIsATextWithItsPlaceInTheFile() {
    List<JudgedMessage> messages =
        Judging.text(cancel("\"{\\n \\\"targetStatus\\\": \\\"CANCELED\\\"}\""));

    assertThat(Judging.told(messages))
        .containsExactly("invalid UpdateProtectedQuery request[enum /targetStatus 6:36]");
    assertThat(Judging.marked(only(messages))).isEqualTo("\\\"CANCELED\\\"");
    assertThat(only(messages).place().orElseThrow().excerpt().orElseThrow().lines().toString())
        .doesNotContain("Authorization", "AKIA");
  }

  @Test
  void whatTheUrlSaysIsShownThere() {
    List<JudgedMessage> messages =
        Judging.text(
            "{\"request\":{\"method\":\"GET\",\"uri\":\"/memberships/123?maxResults=five\"}}");

    assertThat(Judging.told(messages))
        .containsExactly(
            "invalid GetMembership request[pattern /membershipIdentifier 1:34, unknown-member 1:34]");
    assertThat(Judging.marked(only(messages))).isEqualTo("nothing");
  }

  @Test
  void percentEncodingIsUndone() {
    String arn = "arn%3Aaws%3Acleanrooms%3Aus-east-1%3A111122223333%3Amembership%2F" + ID;
    String exchange =
        "{\"request\":{\"method\":\"DELETE\",\"uri\":\"/tags/%s?tagKeys=a%%20b&tagKeys=c+d\"},"
            + "\"response\":{\"status\":204}}";

    assertThat(Judging.told(Judging.text(exchange.formatted(arn))))
        .first()
        .isEqualTo("valid UntagResource request[]");
    assertThat(Judging.told(Judging.text(exchange.formatted("%zz"))).get(0))
        .contains("http.escape 1:");
  }

  @Test
  void aMemberOfThePathInTheBodyIsMisplaced() {
    String body = "{\"targetStatus\": \"CANCELLED\", \"membershipIdentifier\": \"" + ID + "\"}";

    assertThat(Judging.told(Judging.text(cancel(body))))
        .containsExactly("invalid UpdateProtectedQuery request[http.misplaced-member 4:12]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`headers`:{`X-Amzn-ErrorType`:`ThrottlingException:http://x`},`body`:{`message`:`m`}",
        "`headers`:{`x-amzn-errortype`:[`ThrottlingException`]},`body`:{`message`:`m`}",
        "`body`:{`message`:`m`,`__type`:`a.b#ThrottlingException`}",
        "`body`:{`message`:`m`,`code`:`ThrottlingException`}",
        "`body`:`{\\`message\\`:\\`m\\`}`",
      },
      quoteCharacter = '\'')
  void anErrorIsNamedByHeaderOrBodyOrStatus(String answer) {
    String response = "{\"status\":429," + answer.replace('`', '"') + "}";

    assertThat(Judging.told(Judging.text(exchange(response))).get(1))
        .isEqualTo("valid GetMembership error[]");
    assertThat(Judging.told(Judging.text(exchange(response.replace("429", "503")))).get(1))
        .startsWith("invalid GetMembership error[error.");
  }

  @Test
  void anErrorThatTheApiDoesNotHaveIsUndeclared() {
    String response =
        "{\"status\":400,\"headers\":{\"x-amzn-ErrorType\":\"Nope\"},\"body\":{\"message\":\"m\"}}";

    assertThat(Judging.told(Judging.text(exchange(response))).get(1))
        .startsWith("invalid GetMembership error[error.undeclared");
  }

  @Test
  void aResponseIsJudgedWithItsRequest() {
    String list =
        "{\"request\":{\"method\":\"GET\",\"uri\":\"/memberships?maxResults=1\"},"
            + "\"response\":{\"status\":200,\"body\":{\"membershipSummaries\":[%s,%s]}}}";
    String item = "{}";

    assertThat(Judging.told(Judging.text(list.formatted(item, item))).get(1))
        .contains("page.size-at-most-max-results");
  }

  @Test
  void aResponseWithoutABodyIsAnEmptyOutput() {
    String delete =
        "{\"request\":{\"method\":\"DELETE\",\"uri\":\"/memberships/"
            + ID
            + "\"},"
            + "\"response\":{\"status\":204,\"body\":\"\"}}";

    assertThat(Judging.told(Judging.text(delete)))
        .containsExactly("valid DeleteMembership request[]", "valid DeleteMembership response[]");
    assertThat(Judging.told(Judging.text(exchange("{\"status\":200}"))).get(1))
        .startsWith("invalid GetMembership response[json.empty");
  }

  @Test
  void anUnknownPathIsAFinding() {
    assertThat(
            Judging.told(
                Judging.text(
                    "{\"request\":{\"method\":\"GET\",\"uri\":"
                        + "\"https://cleanrooms.us-east-1.amazonaws.com/nope\"}}")))
        .containsExactly("invalid[http.unknown-operation 1:34]");
  }

  @Test
  void aPathWithoutAHostIsMeant() {
    assertThat(Judging.told(Judging.text("{\"request\":{\"method\":\"GET\",\"uri\":\"/nope\"}}")))
        .containsExactly("invalid[http.unknown-operation 1:34]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://cleanrooms.us-east-1.amazonaws.com",
        "https://cleanrooms-fips.us-gov-west-1.amazonaws.com:443",
        "https://vpce-1a2b-3c4d.cleanrooms.eu-west-1.vpce.amazonaws.com",
        "https://cleanrooms.eu-west-1.api.aws",
        "http://localhost:4566",
        "http://127.0.0.1:8080",
        "http://[::1]:1",
        "",
      })
  void theServiceIsKnownByItsHost(String host) {
    assertThat(Judging.told(Judging.text(at(host))))
        .containsExactly("valid GetMembership request[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://athena.us-east-1.amazonaws.com",
        "https://cleanrooms-ml.us-east-1.amazonaws.com",
        "https://cleanrooms.us-east-1.amazonaws.com.example.org",
        "https://user:cleanrooms.us-east-1.amazonaws.com@example.org",
      })
  void otherTrafficIsLeftOut(String host) {
    List<JudgedMessage> messages = Judging.text(at(host));

    assertThat(Judging.told(messages)).containsExactly("skipped[input.skipped 1:1]");
    assertThat(only(messages).message())
        .isEqualTo("left out: traffic of " + host.replaceFirst(".*[/@]", ""));
  }

  @Test
  void aSignatureTellsTheServiceBehindAnotherHost() {
    String signed =
        at("https://proxy.example.org")
            .replace(
                "}}",
                ",\"headers\":{\"authorization\":\"AWS4-HMAC-SHA256"
                    + " Credential=AKIAABCDEFGHIJKLMNOP/20260102/us-east-1/cleanrooms/aws4_request\"}}}");

    assertThat(Judging.told(Judging.text(signed))).containsExactly("valid GetMembership request[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{`request`:{`method`:`GET`,`uri`:`/memberships`},`response`:{`status`:`200`}} | 1:61",
        "{`request`:{`method`:`GET`,`uri`:`/memberships`},`response`:[]} | 1:61",
        "{`request`:{`method`:`GET`,`uri`:`/memberships`,`method`:`PUT`}} | 1:49",
      })
  void whatDoesNotFitSaysWhere(String text, String place) {
    assertThat(Judging.told(Judging.text(text.replace('`', '"'))))
        .contains("failed[input.format " + place + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "1", "{\"request\":{}}", "{\"request\":{\"method\":1}}"})
  void whatIsSaidToBeOneAndIsNotFails(String text) {
    CaptureOptions named = CaptureOptions.none().from(CaptureFormat.EXCHANGE);
    List<JudgedMessage> messages = Judging.text(text, named);

    assertThat(Judging.told(messages))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("failed[input.format");
    assertThat(only(messages).message()).contains("it is no exchange: ");
    assertThat(only(messages).hint().orElseThrow()).contains("--from", "har");
  }

  private static String exchange(String response) {
    return "{\"request\":{\"method\":\"GET\",\"uri\":\"/memberships/"
        + ID
        + "\"},\"response\":"
        + response
        + "}";
  }

  private static String at(String host) {
    return "{\"request\":{\"method\":\"GET\",\"uri\":\"" + host + "/memberships/" + ID + "\"}}";
  }

  private static Finding only(List<JudgedMessage> messages) {
    return messages.get(0).report().findings().get(0);
  }
}
