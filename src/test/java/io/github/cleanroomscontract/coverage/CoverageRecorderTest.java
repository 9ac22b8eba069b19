package io.github.cleanroomscontract.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.ExchangeJudge;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageRecorderTest {

  private static final String PATH = "/memberships/b46127d3-c32d-33d4-85a4-78e88b8f6593";

  private final CoverageRecorder recorder = CoverageRecorder.create();
  private final ExchangeJudge judge = new ExchangeJudge(ContractValidator.create());

  private MessageCoverage request(String operation, String input) {
    recorder.recordRequest(operation, input);
    return recorder.report().operation(operation).request();
  }

  private MessageCoverage response(String operation, String output) {
    recorder.recordResponse(operation, output);
    return recorder.report().operation(operation).response();
  }

  private Call call(WireAnswer answer) {
    WireRequest request = WireRequest.of("GET", PATH, "");
    return judge.judge(request, Optional.of(answer));
  }

  @Test
  void membersCountByTheirPlaceHoweverDeep() {
    MessageCoverage request =
        request(
            "CreateCollaboration",
            """
            {"name": "n", "members": [{"accountId": "1"}, {"displayName": "b"}],
             "tags": {"a": "b"}, "dataEncryptionMetadata": {"allowCleartext": true}}
            """);
    assertThat(request.exercised()).isTrue();
    assertThat(request.members().covered())
        .containsExactlyInAnyOrder(
            "/name",
            "/members",
            "/members/*/accountId",
            "/members/*/displayName",
            "/tags",
            "/dataEncryptionMetadata",
            "/dataEncryptionMetadata/allowCleartext");
    assertThat(request.members().missing())
        .contains("/members/*/memberAbilities", "/dataEncryptionMetadata/preserveNulls");
    assertThat(request.members().total()).isGreaterThan(20);
  }

  @Test
  void whatTheContractDoesNotHaveDoesNotCount() {
    MessageCoverage request =
        request(
            "GetMembership",
            """
            {"membershipIdentifer": "x", "more": {"membershipIdentifier": "x"}}
            """);
    assertThat(request.members()).hasToString("0 of 1");
    assertThat(request.exercised()).isTrue();
  }

  @Test
  void nullIsNoValue() {
    assertThat(request("GetMembership", "{\"membershipIdentifier\": null}").members().count())
        .isZero();
    assertThat(request("GetMembership", "{\"membershipIdentifier\": 5}").members().count()).isOne();
  }

  @Test
  void whatIsOfAnotherTypeHasNothingBelow() {
    MessageCoverage request =
        request(
            "CreateCollaboration",
            """
            {"members": {"accountId": "1"}, "dataEncryptionMetadata": [{"allowCleartext": true}],
             "queryLogStatus": {"ENABLED": 1}}
            """);
    assertThat(request.members().covered())
        .containsExactlyInAnyOrder("/members", "/dataEncryptionMetadata", "/queryLogStatus");
    assertThat(request.enumValues().count()).isZero();
  }

  @Test
  void variantsAreNoMembers() {
    MessageCoverage request =
        request(
            "StartProtectedQuery",
            """
            {"resultConfiguration": {"outputConfiguration": {"s3": {"bucket": "b"}}}}
            """);
    String union = "/resultConfiguration/outputConfiguration/";
    assertThat(request.variants().covered()).containsExactly(union + "s3");
    assertThat(request.variants().missing()).contains(union + "member", union + "distribute");
    assertThat(request.members().covered())
        .containsExactlyInAnyOrder(
            "/resultConfiguration",
            "/resultConfiguration/outputConfiguration",
            union + "s3/bucket");
    recorder.recordRequest(
        "StartProtectedQuery",
        "{\"resultConfiguration\": {\"outputConfiguration\": {\"member\": {}}}}");
    assertThat(recorder.report().operation("StartProtectedQuery").request().variants().covered())
        .containsExactly(union + "s3", union + "member");
  }

  @Test
  void enumValuesCountWhereTheyAreUsed() {
    MessageCoverage response =
        response(
            "GetCollaboration",
            """
            {"collaboration": {"queryLogStatus": "DISABLED", "memberStatus": "NONE"}}
            """);
    assertThat(response.enumValues().covered())
        .containsExactly("/collaboration/queryLogStatus=DISABLED");
    assertThat(response.enumValues().missing())
        .contains("/collaboration/queryLogStatus=ENABLED", "/collaboration/memberStatus=ACTIVE");
  }

  @Test
  void requestsAndResponsesAreCountedApart() {
    recorder.recordRequest("GetMembership", "{\"membershipIdentifier\": \"x\"}");
    OperationCoverage coverage = recorder.report().operation("GetMembership");
    assertThat(coverage.request().exercised()).isTrue();
    assertThat(coverage.response().exercised()).isFalse();
    assertThat(coverage.response().members().count()).isZero();
    assertThat(recorder.report().operations())
        .extracting(OperationCoverage::operation)
        .containsExactly("GetMembership");
  }

  @Test
  void callsCountWithWhatTravelsInThePathAndWithTheirAnswer() {
    recorder.record(call(WireAnswer.json(200, "{\"membership\": {\"status\": \"ACTIVE\"}}")));
    OperationCoverage coverage = recorder.report().operation("GetMembership");
    assertThat(coverage.request().members()).hasToString("1 of 1");
    assertThat(coverage.response().members().covered())
        .containsExactly("/membership", "/membership/status");
    assertThat(coverage.response().enumValues().covered())
        .containsExactly("/membership/status=ACTIVE");
    assertThat(coverage.errors().count()).isZero();
  }

  @Test
  void errorsCountByTheirNameAndNotAsResponses() {
    recorder.record(call(WireAnswer.error(429, "ThrottlingException", "{\"membership\": {}}")));
    recorder.record(
        call(
            WireAnswer.json(
                404,
                "{\"__type\": \"aws.cleanrooms#ResourceNotFoundException\", \"message\": \"\"}")));
    recorder.record(
        call(WireAnswer.json(403, "{\"code\": \"AccessDeniedException\", \"message\": \"\"}")));
    OperationCoverage coverage = recorder.report().operation("GetMembership");
    assertThat(coverage.errors().covered())
        .containsExactlyInAnyOrder(
            "AccessDeniedException", "ResourceNotFoundException", "ThrottlingException");
    assertThat(coverage.errors().missing())
        .containsExactly("InternalServerException", "ValidationException");
    assertThat(coverage.response().exercised()).isFalse();
  }

  @Test
  void undeclaredAndNamelessErrorsDoNotCount() {
    recorder.record(call(WireAnswer.error(402, "ServiceQuotaExceededException", "{}")));
    recorder.record(call(WireAnswer.json(500, "")));
    assertThat(recorder.report().operation("GetMembership").errors().count()).isZero();
  }

  @Test
  void callsForNoOperationOrWithoutAnAnswerAreTaken() {
    WireRequest elsewhere = WireRequest.of("GET", "/elsewhere", "");
    recorder.record(judge.judge(elsewhere, Optional.empty()));
    assertThat(recorder.report().operations()).isEmpty();
    WireRequest request = WireRequest.of("GET", PATH, "");
    recorder.record(judge.judge(request, Optional.empty()));
    assertThat(recorder.report().operation("GetMembership").response().exercised()).isFalse();
    assertThat(recorder.report().operation("GetMembership").exercised()).isTrue();
  }

  @Test
  void whatIsNoJsonExercisesTheOperationAlone() {
    MessageCoverage response = response("GetMembership", "{\"membership\": ");
    assertThat(response.exercised()).isTrue();
    assertThat(response.members().count()).isZero();
  }

  @Test
  void anUnknownOperationIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> recorder.recordRequest("GetMembershp", "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no operation \"GetMembershp\"; did you mean GetMembership?");
  }

  @Test
  void anEarlierContractHasLess() {
    CoverageRecorder earlier = CoverageRecorder.asOf(LocalDate.of(2025, 4, 29));
    String input =
        "{\"resultConfiguration\": {\"outputConfiguration\": {\"distribute\": {}, \"s3\": {}}}}";
    earlier.recordRequest("StartProtectedQuery", input);
    assertThat(earlier.report().operation("StartProtectedQuery").request().variants().covered())
        .containsExactly("/resultConfiguration/outputConfiguration/s3");
    assertThat(earlier.report().day()).isEqualTo(LocalDate.of(2025, 4, 29));
  }

  @Test
  void eightThreadsLoseNothing() {
    List<String> names =
        recorder.report().operation("CreateCollaboration").request().enumValues().missing().stream()
            .filter(name -> name.startsWith("/members/*/memberAbilities/*="))
            .map(name -> name.substring(name.indexOf('=') + 1))
            .toList();
    assertThat(names).hasSizeGreaterThan(2);
    IntStream.range(0, 4000)
        .parallel()
        .forEach(
            i ->
                recorder.recordRequest(
                    "CreateCollaboration",
                    "{\"members\": [{\"memberAbilities\": [\""
                        + names.get(i % names.size())
                        + "\"]}]}"));
    assertThat(recorder.report().operation("CreateCollaboration").request().enumValues().covered())
        .hasSameSizeAs(names);
  }
}
