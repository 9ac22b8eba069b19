package io.github.cleanroomscontract.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.context.AnalyticsEngine;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractStubTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  private static WireAnswer send(ContractStub stub, WireRequest request) {
    return stub.handle(request).answer().orElseThrow();
  }

  private static Object at(WireAnswer answer, String... path) {
    return Trees.find(
        Trees.read(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)),
        List.of(path));
  }

  @Test
  void anInvalidRequestIsAnsweredAsTheServiceWouldAndKept() {
    ContractStub stub = ContractStub.create();

    WireAnswer answer =
        send(
            stub,
            WireRequest.of(
                "POST",
                "/memberships/M/protectedQueries",
                "{\"type\":\"SQ\",\"sqlParameters\":{\"queryString\":[\"SELECT secret\"]},"
                    + "\"resultConfiguration\":{\"outputConfiguration\":"
                    + "{\"member\":{\"accountId\":\"11112222333x\"}}}}"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorName()).contains("ValidationException");
    assertThat(answer.headers().first("Content-Type")).contains("application/json");
    assertThat(at(answer, "reason")).isEqualTo("FIELD_VALIDATION_FAILED");
    assertThat(at(answer, "message")).isEqualTo("4 validation errors detected");
    assertThat(
            ((List<?>) at(answer, "fieldList"))
                .stream().map(each -> Trees.find(each, List.of("name"))))
        .containsExactlyInAnyOrder(
            "membershipIdentifier",
            "type",
            "sqlParameters.queryString",
            "resultConfiguration.outputConfiguration.member.accountId");
    assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("SQ")
        .doesNotContain("secret");
    Call call = stub.calls().get(0);
    assertThat(call.requestReport().findings()).hasSize(4);
    assertThat(call.answerReport().orElseThrow().findings()).isEmpty();
  }

  @Test
  void aBodyThatIsNotJsonIsInvalid() {
    ContractStub stub = ContractStub.create();

    WireAnswer answer = send(stub, WireRequest.of("POST", "/configuredTables", "{\"name\":"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(at(answer, "fieldList", "0", "name")).isEqualTo("");
    assertThat(stub.calls().get(0).answerReport().orElseThrow().valid()).isTrue();
  }

  @Test
  void aRequestForNoOperationIsUnknown() {
    ContractStub stub = ContractStub.create();

    WireAnswer answer = send(stub, WireRequest.of("PUT", "/collaborations", "{}"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.errorName()).contains("UnknownOperationException");
    assertThat(stub.calls()).hasSize(1).noneMatch(Call::valid);
  }

  @Test
  void whatIsOnlyWarnedOfIsValid() {
    ContractStub stub = ContractStub.create();
    String template =
        "arn:aws:cleanrooms:us-east-1:111122223333:membership/" + ID + "/analysistemplate/" + ID;

    WireAnswer answer =
        send(
            stub,
            Requests.of(
                "StartProtectedQuery",
                "{'membershipIdentifier':'%s','type':'SQL','sqlParameters':{'queryString':'SELECT 1','analysisTemplateArn':'%s'}}"
                    .formatted(ID, template)));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(stub.calls().get(0).requestReport().findings()).isNotEmpty();
  }

  @Test
  void everyAnswerHasAnIdAndA204NoBody() {
    ContractStub stub = ContractStub.create();

    WireAnswer answer =
        send(stub, Requests.of("DeleteMembership", "{'membershipIdentifier':'" + ID + "'}"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().first("Content-Type")).isEmpty();
    assertThat(answer.headers().first("x-amzn-RequestId")).isPresent();
    assertThat(send(stub, WireRequest.of("GET", "/memberships", "")).headers().values())
        .containsKeys("x-amzn-RequestId", "Content-Type");
  }

  @Test
  void theSameCallsAreAnsweredTheSame() {
    List<List<String>> runs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ContractStub stub =
          ContractStub.builder()
              .clock(Clock.fixed(Instant.parse("2026-08-01T00:00:00.5Z"), ZoneOffset.UTC))
              .build();
      send(stub, Requests.of("GetMembership", "{'membershipIdentifier':'" + ID + "'}"));
      send(
          stub,
          Requests.of(
              "StartProtectedQuery",
              "{'membershipIdentifier':'%s','type':'SQL','sqlParameters':{'queryString':'SELECT 1'}}"
                  .formatted(ID)));
      runs.add(stub.calls().stream().map(Call::output).toList());
    }

    assertThat(runs.get(0)).isEqualTo(runs.get(1));
    assertThat(runs.get(0).get(1)).contains("\"createTime\":1785542400.500");
  }

  @Test
  void listenersHearOfCallsBeforeTheyAreAnswered() {
    ContractStub stub = ContractStub.create();
    List<Call> heard = new ArrayList<>();
    stub.listen(heard::add);

    send(stub, WireRequest.of("GET", "/memberships", ""));
    stub.reset();
    send(stub, WireRequest.of("GET", "/memberships", ""));

    assertThat(heard).hasSize(2);
    assertThat(stub.calls()).hasSize(1);
  }

  @Test
  void itForgetsWhatItRememberedWhenItIsReset() {
    ContractStub stub = ContractStub.create();
    Caller caller = new Caller(stub);
    caller.call("DeleteMembership", "{'membershipIdentifier':'" + ID + "'}");
    caller.fail("GetMembership", "{'membershipIdentifier':'" + ID + "'}");

    stub.reset();

    caller.call("GetMembership", "{'membershipIdentifier':'" + ID + "'}");
  }

  @Test
  void whoAndWhereTheCallerIsShows() {
    ContractStub stub =
        ContractStub.builder().callerAccount("999988887777").region("ap-south-1").build();

    send(stub, Requests.of("GetMembership", "{'membershipIdentifier':'" + ID + "'}"));
    send(
        stub,
        Requests.of(
            "GetConfiguredAudienceModelAssociation",
            "{'membershipIdentifier':'%1$s','configuredAudienceModelAssociationIdentifier':'%1$s'}"
                .formatted(ID)));

    assertThat(stub.calls().get(0).output())
        .contains("arn:aws:cleanrooms:ap-south-1:999988887777:membership/" + ID);
    assertThat(stub.calls().get(1).output())
        .contains("arn:aws:cleanrooms-ml:ap-south-1:999988887777:configured-audience-model/");
    assertThat(stub.calls())
        .extracting(Call::output)
        .noneMatch(output -> output.contains("us-east-1") || output.contains("111122223333"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContractStub.builder().callerAccount("1"))
        .withMessage("an AWS account has 12 digits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContractStub.builder().region("us-gov-west-1"))
        .withMessageContaining("us-gov-west-1");
  }

  @Test
  void rulesAboutTheCallerAreCheckedIfItIsTold() {
    String create =
        "{'name':'n','creatorDisplayName':'c','creatorMemberAbilities':['CAN_QUERY','CAN_RECEIVE_RESULTS'],"
            + "'queryLogStatus':'DISABLED','members':[{'accountId':'999988887777','displayName':'d',"
            + "'memberAbilities':[]}]}";

    assertThat(send(ContractStub.create(), Requests.of("CreateCollaboration", create)).status())
        .isEqualTo(200);
    ContractStub told = ContractStub.builder().callerAccount("999988887777").build();
    assertThat(send(told, Requests.of("CreateCollaboration", create)).status()).isEqualTo(400);
  }

  @Test
  void whatIsKnownBeforehandIsJudgedBy() {
    WireRequest request =
        Requests.of(
            "StartProtectedQuery",
            "{'membershipIdentifier':'%s','type':'SQL','sqlParameters':{'queryString':'SELECT 1'},"
                    .formatted(ID)
                + "'computeConfiguration':{'worker':{'type':'CR.1X','number':4}}}");
    ContractStub stub =
        ContractStub.builder()
            .context(CallContext.create().engine(AnalyticsEngine.CLEAN_ROOMS_SQL))
            .build();

    assertThat(send(stub, request).status()).isEqualTo(400);
    assertThat(send(ContractStub.create(), request).status()).isEqualTo(200);
  }

  @Test
  void aMemberThatIsNullIsNotEchoed() {
    ContractStub stub = ContractStub.create();

    send(
        stub,
        WireRequest.of(
            "POST",
            "/configuredTables",
            "{\"name\":\"n\",\"description\":null,\"tableReference\":{\"glue\":{\"tableName\":"
                + "\"t\",\"databaseName\":\"d\"}},\"allowedColumns\":[\"a\"],"
                + "\"analysisMethod\":\"DIRECT_QUERY\"}"));

    Call call = stub.calls().get(0);
    assertThat(call.output()).doesNotContain("description\":");
    assertThat(call.answerReport().orElseThrow().findings()).isEmpty();
  }

  @Test
  void itIsOfAnyDay() {
    ContractStub stub = ContractStub.builder().asOf(LocalDate.of(2023, 6, 29)).build();
    Catalogue early = Catalogue.asOf(LocalDate.of(2023, 6, 29));

    assertThat(send(stub, WireRequest.of("GET", "/memberships/" + ID, "")).status()).isEqualTo(200);
    for (Operation operation : early.operations()) {
      // The simplest list of tags is empty, and leaves no trace in a query.
      if (!operation.name().equals("UntagResource")) {
        send(stub, Requests.simplest(operation, early.day()));
      }
    }
    assertThat(stub.calls())
        .allSatisfy(
            call -> assertThat(call.valid()).as(call + " " + call.reports().toList()).isTrue());
    WireAnswer later =
        send(stub, WireRequest.of("GET", "/memberships/" + ID + "/intermediateTables", ""));
    assertThat(later.errorName()).contains("UnknownOperationException");
    assertThatIllegalArgumentException().isThrownBy(() -> stub.on("GetIntermediateTable"));
  }

  @Test
  void itKeepsAsManyCallsAsItIsTold() {
    ContractStub forgetful = ContractStub.builder().keeping(2).build();
    for (int results = 1; results <= 3; results++) {
      forgetful.handle(WireRequest.of("GET", "/memberships?maxResults=" + results, ""));
    }
    assertThat(forgetful.calls())
        .extracting(Call::input)
        .containsExactly("{\"maxResults\":2}", "{\"maxResults\":3}");
  }
}
