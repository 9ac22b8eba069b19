package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.context.AnalyticsEngine;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an envelope says to be known of its message. */
class EnvelopeContextTest {

  private static final Path JOBS = Path.of("fixtures/protected-job/StartProtectedJob/invalid");
  private static final Path BATCHES =
      Path.of("fixtures/analysis-template/BatchGetCollaborationAnalysisTemplate");

  private static final String NOT_ON_SQL = json(JOBS, "request.on-clean-rooms-sql.json");
  private static final String WITH_PARAMETERS =
      json(JOBS, "request.parameter-of-another-type.json");
  private static final String TEMPLATE =
      json(
          JOBS,
          "request.parameter-of-another-type.context/"
              + "GetCollaborationAnalysisTemplate.response.json");

  private static final String VALID = "valid []";
  private static final String NEEDS_SPARK = "invalid [job.spark-collaboration-only]";

  private final CallContext told = CallContext.create();

  @Test
  void isKnownForItsMessageAlone() {
    String known = job("\"context\":{\"engine\":\"CLEAN_ROOMS_SQL\"},", NOT_ON_SQL);
    String unknown = job("", NOT_ON_SQL);

    assertThat(outcomes(unknown, known, unknown)).containsExactly(VALID, NEEDS_SPARK, VALID);
  }

  @Test
  void addsToWhatIsToldOfAll() {
    told.engine(AnalyticsEngine.CLEAN_ROOMS_SQL);

    assertThat(outcomes(job("\"context\":{\"callerAccount\":\"111122223333\"},", NOT_ON_SQL)))
        .containsExactly(NEEDS_SPARK);
  }

  @Test
  void isBelievedRatherThanWhatIsToldOfAll() {
    told.engine(AnalyticsEngine.CLEAN_ROOMS_SQL);

    assertThat(outcomes(job("\"context\":{\"engine\":\"SPARK\"},", NOT_ON_SQL)))
        .containsExactly(VALID);
  }

  @Test
  void mayBeWhatTheApiAnswered() {
    String answer =
        "{\"operation\":\"GetCollaborationAnalysisTemplate\",\"response\":" + TEMPLATE + "}";
    String known = job("\"context\":{\"answers\":[" + answer + "]},", WITH_PARAMETERS);

    assertThat(outcomes(job("", WITH_PARAMETERS), known, job("", WITH_PARAMETERS)))
        .containsExactly(VALID, "invalid [job-parameters.match-template]", VALID);
  }

  @Test
  void mayBeTheRequestThatIsAnswered() {
    String request = json(BATCHES, "invalid/response.template-not-asked-for.context/request.json");
    String other = request.replace("3f0c7b1e", "00000000");
    String response = json(BATCHES, "invalid/response.template-not-asked-for.json");
    String asked = envelope("BatchGetCollaborationAnalysisTemplate", "request", "", other);

    assertThat(
            outcomes(asked, batch("\"request\":" + request + ",", response), batch("", response)))
        .containsExactly(VALID, "invalid [batch.one-error-per-missing-item]", VALID);
  }

  /** What a valid answer tells is known to the messages after it, with what it answers. */
  @Test
  void tellsWithItsMessageWhatLaterOnesNeed() throws IOException {
    Path known = JOBS.resolve("request.paid-by-a-member-that-does-not-pay.context");
    String members =
        envelope(
            "ListMembers",
            "response",
            "\"request\":" + json(known, "ListMembers.request.json") + ",",
            json(known, "ListMembers.response.json"));
    String membership =
        envelope("GetMembership", "response", "", json(known, "GetMembership.response.json"));
    String job = job("", json(JOBS, "request.paid-by-a-member-that-does-not-pay.json"));

    assertThat(outcomes(membership, members, job))
        .containsExactly(VALID, VALID, "invalid [job-payer.is-candidate]");
    assertThat(outcomes(membership, job)).containsExactly(VALID, VALID);
  }

  @Test
  void isNotCarriedThrough() {
    String secret = "SELECT secret FROM table";
    String known =
        "\"id\":7,\"context\":{\"callerAccount\":\"111122223333\"},"
            + ("\"request\":{\"sqlParameters\":{\"queryString\":\"" + secret + "\"}},");

    // Whether it can be used or not.
    for (String operation : List.of("StartProtectedQuery", "StartQuery")) {
      JudgedMessage message = judged(envelope(operation, "response", known, "{}")).get(0);
      assertThat(message.carried()).containsOnlyKeys("id");
      assertThat(message.report().toString()).doesNotContain("secret").doesNotContain("11112222");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"context\":{\"requestId\":\"7\"}",
        "\"context\":{}",
        "\"context\":\"lambda\"",
        "\"context\":null",
        "\"context\":[{\"engine\":\"SPARK\"}]",
        "\"request\":{\"method\":\"GET\",\"url\":\"/\"}",
        "\"request\":\"r-17\"",
        "\"request\":null",
        "\"request\":[]",
      })
  void isALabelInAnyOtherForm(String label) throws IOException {
    JudgedMessage message =
        judged(batch(label + ",", json(BATCHES, "valid/response.minimal.json"))).get(0);

    assertThat(outcome(message)).isEqualTo(VALID);
    int colon = label.indexOf(':');
    assertThat(message.carried())
        .containsExactly(Map.entry(label.substring(1, colon - 1), label.substring(colon + 1)));
  }

  @Test
  void ofARequestIsNoRequest() {
    String label = "{\"membershipIdentifier\":7}";

    JudgedMessage message = judged(job("\"request\":" + label + ",", NOT_ON_SQL)).get(0);

    assertThat(outcome(message)).isEqualTo(VALID);
    assertThat(message.carried()).containsEntry("request", label);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'callerAccount':'12' | an AWS account has 12 digits (at /context/callerAccount)",
        "'callerAccount':12 | an AWS account has 12 digits (at /context/callerAccount)",
        "'engine':'FLINK' | 'engine' is one of [SPARK, CLEAN_ROOMS_SQL] (at /context/engine)",
        "'engine':'SPARK','x':1 | nothing counts here but callerAccount, engine, answers (at"
            + " /context)",
        "'answers':{} | 'answers' is a list (at /context/answers)",
        "'answers':[7] | an answer has 'operation' and 'response' (at /context/answers/0)",
        "'answers':[{'response':{}}] | an answer has 'operation' and 'response' (at"
            + " /context/answers/0)",
        "'answers':[{'operation':'GetSchema'}] | an answer has 'operation' and 'response' (at"
            + " /context/answers/0)",
        "'answers':[{'operation':'GetSchema','response':{},'x':1}] | nothing counts here but"
            + " operation, request, response (at /context/answers/0)",
        "'answers':[{'operation':'GetSchemas','response':{}}] | input.unknown-operation, there is"
            + " no schema for an operation 'GetSchemas' (at /context/answers/0/response)",
        "'answers':[{'operation':'GetSchema','request':{},'response':{}}] | required, GetSchema"
            + " request needs member 'collaborationIdentifier', which is missing (at"
            + " /context/answers/0/request)",
        "'answers':[{'operation':'GetSchema','response':{'schema':7}}] | type, Schema is an object;"
            + " found a number (at /context/answers/0/response/schema)",
        "'answers':[{'operation':'ListSchemas','response':{'schemaSummaries':[]}}] | 'answers'"
            + " holds no answer that a rule needs, such as that of GetCollaboration (at"
            + " /context/answers)",
      })
  void isRefusedIfItIsOfNoUse(String context, String why) {
    String line = job("\"context\":{" + context.replace('\'', '"') + "},", NOT_ON_SQL);
    JudgedMessage message = judged(job("", NOT_ON_SQL), line).get(1);

    assertThat(outcome(message)).isEqualTo("failed [input.context]");
    Finding finding = message.report().findings().get(0);
    assertThat(finding.message())
        .isEqualTo("what the message says to be known cannot be used: " + why.replace('\'', '"'));
    assertThat(finding.hint())
        .contains("mend it or leave it out; a label of your own needs another name");
    assertThat(finding.place()).map(Place::line).contains(2);
    // The place is the value's own.
    String pointer = why.substring(why.lastIndexOf('/') + 1, why.length() - 1);
    int column = finding.place().orElseThrow().column();
    assertThat(line.substring(0, column - 1)).endsWith(pointer.equals("0") ? "[" : pointer + "\":");
  }

  @Test
  void isRefusedIfItIsABrokenRequest() {
    JudgedMessage message = judged(batch("\"request\":{},", "{}")).get(0);

    assertThat(outcome(message)).isEqualTo("failed [input.context]");
    assertThat(message.report().findings().get(0).message())
        .contains("BatchGetCollaborationAnalysisTemplate request needs member")
        .endsWith("(at /request)");
  }

  /** What is wrong elsewhere in the line is found there, and is no fault of the context. */
  @Test
  void isUsedWhateverIsWrongAroundIt() {
    String broken = NOT_ON_SQL.replaceFirst("\\{", "{\"type\":\"PYSPARK\",");
    String answer =
        "{\"operation\":\"GetCollaborationAnalysisTemplate\",\"response\":" + TEMPLATE + "}";
    String context = "\"context\":{\"engine\":\"CLEAN_ROOMS_SQL\",\"answers\":[" + answer + "]},";

    assertThat(outcomes(job(context, broken)))
        .containsExactly(
            "invalid [json.duplicate-key, job.spark-collaboration-only, query-parameters.complete]");
  }

  @Test
  void mayStandInAFileOfSeveralLines(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("job.json"),
            "{\n\"operation\":\"StartProtectedJob\",\"direction\":\"request\",\n \"context\": {\n"
                + "  \"engine\": \"FLINK\"\n },\n \"payload\":{}\n}\n");
    List<JudgedMessage> messages = new ArrayList<>();
    new CaptureJudge(ContractValidator.create(), CaptureOptions.none(), messages::add).judge(file);

    assertThat(messages.get(0).report().findings().get(0).place())
        .contains(new Place(4, 13, Optional.empty()));
  }

  private List<String> outcomes(String... lines) {
    return judged(lines).stream().map(EnvelopeContextTest::outcome).toList();
  }

  private static String outcome(JudgedMessage message) {
    return message.report().outcome().label()
        + " "
        + message.report().findings().stream().map(finding -> finding.rule().id()).toList();
  }

  private List<JudgedMessage> judged(String... lines) {
    List<JudgedMessage> messages = new ArrayList<>();
    ContractValidator validator = ContractValidator.builder().context(told).build();
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    new CaptureJudge(validator, CaptureOptions.none(), messages::add)
        .judge(new ByteArrayInputStream(text));
    return messages;
  }

  private static String job(String more, String payload) {
    return envelope("StartProtectedJob", "request", more, payload);
  }

  private static String batch(String more, String payload) {
    return envelope("BatchGetCollaborationAnalysisTemplate", "response", more, payload);
  }

  private static String envelope(String operation, String direction, String more, String payload) {
    return "{\"operation\":\"%s\",\"direction\":\"%s\",%s\"payload\":%s}"
        .formatted(operation, direction, more, payload);
  }

  /** A fixture in one line. */
  private static String json(Path folder, String file) {
    try {
      return JsonDocument.parse(Files.readString(folder.resolve(file)))
          .root()
          .orElseThrow()
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
