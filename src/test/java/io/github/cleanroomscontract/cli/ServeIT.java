package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command {@code serve} as clients of any make and the person at the terminal meet it. */
@Timeout(240)
class ServeIT {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";
  private static final String QUERY = "f3b0c9de-1d5a-4d0e-8f0c-5a8b7c6d5e4f";
  private static final String SECRET = "AKIAIOSFODNN7EXAMPLE";

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  private HttpResponse<String> send(URI url, String method, String target, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(target))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Authorization", "AWS4-HMAC-SHA256 Credential=" + SECRET)
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> cancel(URI url, String status) throws Exception {
    return send(
        url,
        "PATCH",
        "/memberships/" + ID + "/protectedQueries/" + QUERY,
        "{\"targetStatus\":\"" + status + "\"}");
  }

  @Test
  void brokenRequestsArePrintedAsValidateDoes() throws Exception {
    try (Serving serving = Serving.start(folder)) {
      assertThat(serving.out())
          .matches("serving AWS Clean Rooms at http://127[.]0[.]0[.]1:[0-9]+\\R");
      assertThat(send(serving.url(), "GET", "/memberships/" + ID, "").statusCode()).isEqualTo(200);
      HttpResponse<String> refused = cancel(serving.url(), "CANCELED");
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.headers().firstValue("x-amzn-ErrorType")).contains("ValidationException");
      assertThat(serving.interrupted()).isEqualTo(1);
      assertThat(serving.out().replaceAll("[0-9]+ ms", "… ms").lines().skip(1))
          .containsExactly(
              "PATCH UpdateProtectedQuery → 400 (… ms)",
              "  error enum at /targetStatus",
              "    UpdateProtectedQuery request: TargetProtectedQueryStatus is one of CANCELLED;"
                  + " found \"CANCELED\"",
              "    1 │ …0c9de-1d5a-4d0e-8f0c-5a8b7c6d5e4f\",\"targetStatus\":\"CANCELED\"}",
              "      │                                                    ^^^^^^^^^^",
              "    hint: did you mean \"CANCELLED\"?",
              "",
              "2 calls of 2 operations: 1 valid, 1 broken");
      assertThat(serving.err())
          .contains(
              "AWS_ENDPOINT_URL=" + serving.url(),
              "--endpoint-url " + serving.url(),
              "endpointOverride(URI.create(\"" + serving.url() + "\"))",
              "endpoint: \"" + serving.url() + "\"")
          .doesNotContain("Warning");
    }
  }

  @Test
  void callsInTheContractEndWithNought() throws Exception {
    try (Serving serving = Serving.start(folder)) {
      assertThat(send(serving.url(), "GET", "/memberships", "").statusCode()).isEqualTo(200);
      assertThat(serving.interrupted()).isZero();
      assertThat(serving.out().lines().skip(1))
          .containsExactly("1 call of 1 operation: 1 valid, 0 broken");
    }
  }

  /** A program that has read the address may be done at once; the moment is missed now and then. */
  @RepeatedTest(4)
  void itEndsInOrderFromItsFirstLineOn() throws Exception {
    Path err = folder.resolve("err.txt");
    Process process = Cli.start(ProcessBuilder.Redirect.PIPE, err, "serve", "--port", "0");
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).startsWith("serving AWS Clean Rooms at ");
    process.toHandle().destroy();
    assertThat(out.lines()).containsExactly("0 calls of 0 operations: 0 valid, 0 broken");
    assertThat(Cli.ended(process)).isZero();
  }

  @Test
  void verboseTellsOfEachCallAndNeverOfItsCredentials() throws Exception {
    try (Serving serving = Serving.start(folder, "--verbose")) {
      send(serving.url(), "GET", "/memberships/" + ID, "");
      cancel(serving.url(), "CANCELED");
      send(serving.url(), "GET", "/nowhere", "");
      send(
          serving.url(),
          "POST",
          "/memberships/" + ID + "/protectedQueries",
          "{\"type\":\"SQL\",\"sqlParameters\":{\"queryString\":\"SELECT secret\",\"querry\":1}}");
      assertThat(serving.interrupted()).isEqualTo(1);
      assertThat(serving.out())
          .containsPattern("(?m)^GET GetMembership → 200 \\([0-9]+ ms\\)$")
          .containsPattern("(?m)^PATCH UpdateProtectedQuery → 400 \\([0-9]+ ms\\)$")
          .containsPattern("(?m)^GET no operation → 404 \\([0-9]+ ms\\)\\R  error http.unknown-op")
          .containsPattern("(?m)^POST StartProtectedQuery → 400 \\([0-9]+ ms\\)$")
          .contains("4 calls of 3 operations: 1 valid, 3 broken");
      assertThat(serving.out() + serving.err()).doesNotContain(SECRET, "SELECT secret");
    }
  }

  @Test
  void jsonLinesHaveAnObjectForEachMessage() throws Exception {
    try (Serving serving = Serving.start(folder, "--format", "jsonl")) {
      send(serving.url(), "GET", "/memberships", "");
      cancel(serving.url(), "CANCELED");
      assertThat(serving.interrupted()).isEqualTo(1);
      List<JsonNode> lines =
          serving.out().lines().map(line -> JsonDocument.parse(line).root().orElseThrow()).toList();
      assertThat(lines)
          .extracting(
              line ->
                  String.join(
                      " ",
                      line.path("source").asString(),
                      line.path("operation").asString(),
                      line.path("direction").asString(),
                      line.path("httpStatus").toString(),
                      line.path("error").asString(""),
                      line.path("outcome").asString(),
                      line.at("/findings/0/rule").asString("")))
          .containsExactly(
              "call 1 ListMemberships request   valid ",
              "call 1 ListMemberships response 200  valid ",
              "call 2 UpdateProtectedQuery request   invalid enum",
              "call 2 UpdateProtectedQuery error 400 ValidationException valid ");
      assertThat(serving.err())
          .startsWith("serving AWS Clean Rooms at " + serving.url())
          .contains("2 calls of 2 operations: 1 valid, 1 broken");
    }
  }

  @Test
  void optionsSayWhoCallsFromWhereAndWhatThereIs() throws Exception {
    String account = "999988887777";
    try (Serving serving =
        Serving.start(
            folder,
            "--caller-account",
            account,
            "--region",
            "eu-west-1",
            "--strict",
            "--as-of",
            "2026-06-29")) {
      assertThat(send(serving.url(), "GET", "/memberships/" + ID, "").statusCode()).isEqualTo(404);
      HttpResponse<String> later =
          send(serving.url(), "GET", "/memberships/" + ID + "/intermediateTables", "");
      assertThat(later.headers().firstValue("x-amzn-ErrorType"))
          .contains("UnknownOperationException");
      HttpResponse<String> created =
          send(
              serving.url(),
              "POST",
              "/collaborations",
              "{\"name\":\"Campaigns\",\"description\":\"Reach\",\"creatorDisplayName\":\"Retail\","
                  + "\"creatorMemberAbilities\":[\"CAN_QUERY\",\"CAN_RECEIVE_RESULTS\"],"
                  + "\"queryLogStatus\":\"ENABLED\",\"members\":[]}");
      assertThat(created.body()).contains(":eu-west-1:" + account + ":collaboration/");
    }
  }

  @Test
  void aPortInUseEndsWithThree() throws Exception {
    try (Serving serving = Serving.start(folder)) {
      String port = Integer.toString(serving.url().getPort());
      Cli.Result second = Cli.run("serve", "--port", port);
      assertThat(second.err())
          .isEqualTo(
              "Cannot serve at 127.0.0.1, port "
                  + port
                  + ": Address already in use. Give another --port, or --port 0 for a free one."
                  + System.lineSeparator());
      assertThat(second.out()).isEmpty();
      assertThat(second.code()).isEqualTo(3);
    }
  }

  @Test
  void whatIsNoAddressEndsWithThree() throws Exception {
    Cli.Result nowhere = Cli.run("serve", "--host", "host.invalid");
    assertThat(nowhere.err()).startsWith("Cannot serve at \"host.invalid\": there is no such");
    assertThat(nowhere.code()).isEqualTo(3);
    // An address that is kept for documentation, and so of no machine.
    Cli.Result foreign = Cli.run("serve", "--host", "192.0.2.1", "--port", "0");
    assertThat(foreign.err()).startsWith("Cannot serve at 192.0.2.1, port 0: ").hasLineCount(1);
    assertThat(foreign.code()).isEqualTo(3);
  }

  @Test
  void othersCanCallOnlyIfThatIsSaidAndAreWarnedOf() throws Exception {
    try (Serving serving = Serving.start(folder, "--host", "0.0.0.0")) {
      assertThat(serving.url().getHost()).isEqualTo("127.0.0.1");
      assertThat(send(serving.url(), "GET", "/memberships", "").statusCode()).isEqualTo(200);
      assertThat(serving.interrupted()).isZero();
      assertThat(serving.err()).contains("Warning: whoever can reach this machine can call it");
    }
  }
}
