package io.github.cleanroomscontract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.stub.ContractStub;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";
  private static final Step GET =
      new Step("a.json", "GetMembership", "{\"membershipIdentifier\":\"" + ID + "\"}", true);
  private static final Step UNREADABLE_ID =
      new Step("b.json", "GetMembership", "{\"membershipIdentifier\":\"nobody's\"}", false);
  private static final Step RENAME =
      new Step(
          "c.json",
          "UpdateConfiguredTable",
          "{\"configuredTableIdentifier\":\"" + ID + "\",\"name\":\"Secret plans\"}",
          true);
  private static final Step NAMELESS =
      new Step(
          "d.json",
          "UpdateConfiguredTable",
          "{\"configuredTableIdentifier\":\"" + ID + "\",\"name\":\"\"}",
          false);

  private static final String NOT_FOUND =
      "{\"message\":\"no\",\"resourceId\":\"x\",\"resourceType\":\"MEMBERSHIP\"}";

  private static CallResult judged(Step step, WireAnswer answer) {
    InMemoryService service =
        new InMemoryService(ContractStub.create()).answering(step.operation(), each -> answer);
    return only(step, service);
  }

  private static CallResult only(Step step, Service service) {
    Allowance allowance = Allowance.builder().allow(Effect.WRITE).invalid(true).build();
    ReplayResult result =
        Replay.of(service)
            .allowance(allowance)
            .itinerary(session -> session.call(step))
            .build()
            .run();
    assertThat(result.calls()).hasSize(1);
    return result.calls().get(0);
  }

  private static List<String> found(CallResult result) {
    return result.message().report().findings().stream().map(Finding::toString).toList();
  }

  private static WireAnswer error(int status, String name, String body) {
    return WireAnswer.error(status, name, body);
  }

  @Test
  void whatConformsConforms() {
    CallResult result = only(GET, new InMemoryService(ContractStub.create()));
    assertThat(result.verdict()).isEqualTo(Verdict.CONFORMS);
    assertThat(result.reason()).isEmpty();
    assertThat(result.status()).hasValue(200);
    assertThat(result.effect()).isEqualTo(Effect.READ);
    assertThat(result.message().source()).isEqualTo("answer to a.json");
    assertThat(result.message().operation()).contains("GetMembership");
    assertThat(result.message().direction()).contains(Direction.RESPONSE);
    assertThat(result.message().carried())
        .containsEntry("verdict", "\"conforms\"")
        .containsEntry("httpStatus", "200");
  }

  @Test
  void aDeclaredErrorConforms() {
    CallResult result = judged(GET, error(404, "ResourceNotFoundException", NOT_FOUND));
    assertThat(result.verdict()).isEqualTo(Verdict.CONFORMS);
    assertThat(result.reason()).contains("answered ResourceNotFoundException (404)");
    assertThat(result.message().direction()).contains(Direction.ERROR);
  }

  @Test
  void aDeclaredErrorWithoutItsMembersViolates() {
    CallResult result =
        judged(GET, error(404, "ResourceNotFoundException", "{\"message\":\"no\"}"));
    assertThat(result.verdict()).isEqualTo(Verdict.VIOLATES);
    assertThat(found(result))
        .hasSize(2)
        .allMatch(each -> each.startsWith("error required at the top: "));
  }

  @Test
  void anUndeclaredErrorIsDrift() {
    CallResult result = judged(GET, error(410, "GoneException", "{\"message\":\"gone\"}"));
    assertThat(result.verdict()).isEqualTo(Verdict.DRIFT);
    assertThat(found(result))
        .singleElement()
        .asString()
        .startsWith("drift error.undeclared at the top: GetMembership does not declare");
  }

  @Test
  void anErrorWithAnotherStatusIsDrift() {
    CallResult result = judged(GET, error(410, "ResourceNotFoundException", NOT_FOUND));
    assertThat(result.verdict()).isEqualTo(Verdict.DRIFT);
    assertThat(found(result))
        .singleElement()
        .asString()
        .startsWith("drift error.status at the top");
  }

  @Test
  void aRejectedValidInputIsStricterAndNothingIsQuotedThatTheServiceSays() {
    String body =
        """
        {"message":"'Secret plans' at 'name' is taken","reason":"FIELD_VALIDATION_FAILED",
         "fieldList":[{"name":"name","message":"Secret plans"},{"name":"Secret plans","message":""},
          {"name":"tableReference.glue.Secret","message":""}]}""";
    CallResult result = judged(RENAME, error(400, "ValidationException", body));
    assertThat(result.verdict()).isEqualTo(Verdict.STRICTER);
    assertThat(result.reason())
        .contains(
            "answered ValidationException (400), FIELD_VALIDATION_FAILED at /name,"
                + " /tableReference/glue");
    assertThat(found(result))
        .containsExactly(
            "drift replay.stricter at /name: UpdateConfiguredTable refuses what the contract"
                + " allows: ValidationException (400), FIELD_VALIDATION_FAILED",
            "drift replay.stricter at /tableReference/glue: UpdateConfiguredTable refuses what the"
                + " contract allows: ValidationException (400), FIELD_VALIDATION_FAILED");
    assertThat(result.message().direction()).contains(Direction.REQUEST);
    assertThat(result.message().source()).isEqualTo("c.json");
    assertThat(result.message() + result.reason().orElseThrow()).doesNotContain("Secret");
  }

  @Test
  void aReasonThatTheContractDoesNotKnowIsNotQuoted() {
    String body = "{\"message\":\"\",\"reason\":\"Secret plans\"}";
    CallResult result = judged(RENAME, error(400, "ValidationException", body));
    assertThat(result.verdict()).isEqualTo(Verdict.DRIFT);
    assertThat(result.reason()).contains("answered ValidationException (400)");
  }

  @Test
  void aRejectionWhoseBodyViolatesViolates() {
    CallResult result = judged(RENAME, error(400, "ValidationException", "{\"message\":3}"));
    assertThat(result.verdict()).isEqualTo(Verdict.VIOLATES);
    assertThat(found(result)).singleElement().asString().startsWith("error type at /message");
  }

  @Test
  void aRefusalToReadAValidInputIsStricter() {
    CallResult result = judged(RENAME, error(400, "SerializationException", "{\"Message\":\"?\"}"));
    assertThat(result.verdict()).isEqualTo(Verdict.STRICTER);
    assertThat(result.reason()).contains("answered SerializationException (400)");
  }

  @Test
  void aRejectedInvalidInputConforms() {
    CallResult result = only(UNREADABLE_ID, new InMemoryService(ContractStub.create()));
    assertThat(result.verdict()).isEqualTo(Verdict.CONFORMS);
    assertThat(result.status()).hasValue(400);
    assertThat(judged(NAMELESS, error(400, "SerializationException", "{}")).verdict())
        .isEqualTo(Verdict.CONFORMS);
  }

  @Test
  void anInvalidInputThatIsAcceptedIsLaxer() {
    ContractStub lax = ContractStub.builder().accepting((operation, finding) -> true).build();
    CallResult result = only(NAMELESS, new InMemoryService(lax));
    assertThat(result.verdict()).isEqualTo(Verdict.LAXER);
    assertThat(result.message().direction()).contains(Direction.REQUEST);
    assertThat(found(result))
        .singleElement()
        .asString()
        .startsWith(
            "drift replay.laxer at /name: UpdateConfiguredTable accepts what the contract forbids:"
                + " length, ");
  }

  @ParameterizedTest
  @CsvSource({
    "404, ResourceNotFoundException",
    "409, ConflictException",
  })
  void anotherAnswerToAnInvalidInputDecidesNothing(int status, String name) {
    CallResult result = judged(NAMELESS, error(status, name, NOT_FOUND));
    assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(result.made()).isTrue();
    assertThat(result.reason())
        .contains("undecided: answered " + name + " (" + status + ") before the input was judged");
  }

  @Test
  void anInputWhoseFaultDoesNotTravelDecidesNothing() {
    Step step = new Step("e.json", "ListMemberships", "{\"maxResults\":\"5\"}", false);
    CallResult result = only(step, new InMemoryService(ContractStub.create()));
    assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(result.reason())
        .contains("undecided: what is wrong with the input is lost on its way");
  }

  @Test
  void aDeniedCallSaysWhatToGrant() {
    CallResult result =
        judged(GET, error(403, "AccessDeniedException", "{\"Message\":\"User: x\"}"));
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.reason()).contains("not allowed: grant cleanrooms:GetMembership");
    assertThat(result.message().report().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(found(result))
        .containsExactly(
            "error replay.failed at the top: GetMembership could not be asked: not allowed: grant"
                + " cleanrooms:GetMembership");
  }

  @ParameterizedTest
  @CsvSource({
    "403, ExpiredTokenException",
    "403, UnrecognizedClientException",
    "403, InvalidSignatureException",
    "403, MissingAuthenticationTokenException",
    "403, MissingAuthenticationToken",
    "403, RequestExpired",
    "400, ThrottlingException",
    "429, TooManyRequestsException",
    "500, InternalServerException",
    "503, ServiceUnavailable",
    "500, StrangeException",
    "400, IAM_SYNCHRONIZATION_DELAY",
  })
  void whatSaysNothingOfTheCallFails(int status, String name) {
    boolean reason = name.startsWith("IAM");
    CallResult result =
        judged(
            RENAME,
            error(
                status,
                reason ? "ValidationException" : name,
                reason ? "{\"message\":\"\",\"reason\":\"" + name + "\"}" : "{}"));
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.reason().orElseThrow()).startsWith("answered ").contains(name);
    assertThat(judged(NAMELESS, error(500, name, "{}")).verdict()).isEqualTo(Verdict.FAILED);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 407, 429, 502, 302})
  void aStatusWithoutANameThatAnythingOnTheWayMayHaveSentFails(int status) {
    WireAnswer answer = WireAnswer.of(status, Headers.NONE, bytes("<html>"));
    assertThat(judged(GET, answer).verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void aWholeAnswerThatIsNoJsonViolates() {
    CallResult result = judged(GET, WireAnswer.of(200, Headers.NONE, bytes("<html>")));
    assertThat(result.verdict()).isEqualTo(Verdict.VIOLATES);
    assertThat(found(result)).singleElement().asString().startsWith("error json.syntax");
    Headers length = Headers.NONE.with("Content-Length", "14");
    assertThat(judged(GET, WireAnswer.of(200, length, bytes("{\"membership\":"))).verdict())
        .isEqualTo(Verdict.VIOLATES);
  }

  @Test
  void anAnswerThatMayHaveBeenCutOffFails() {
    CallResult result = judged(GET, WireAnswer.of(200, Headers.NONE, bytes("{\"membership\":")));
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.reason()).contains("its answer ended early");
  }

  @Test
  void noAnswerFailsWithTheReason() {
    InMemoryService service =
        new InMemoryService(ContractStub.create())
            .altering((operation, exchange) -> InMemoryService.unanswered("timed out", false));
    CallResult result = only(GET, service);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.reason()).contains("timed out");
    assertThat(result.status()).isEmpty();
  }

  @Test
  void aFaultOfTheClientFailsWithoutItsMessage() {
    InMemoryService service =
        new InMemoryService(ContractStub.create())
            .altering(
                (operation, exchange) -> {
                  throw new IllegalStateException("Secret plans");
                });
    CallResult result = only(GET, service);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.reason()).contains("a fault of the client: IllegalStateException");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
