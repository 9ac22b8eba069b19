package io.github.cleanroomscontract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.awssdk.LiveService;
import io.github.cleanroomscontract.discovery.Discovery;
import io.github.cleanroomscontract.discovery.RichAccount;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.UnknownResources;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whole runs over real HTTP, signed by the SDK and checked by a service that has bad days: each
 * fault ends in its verdict, and none in a run that hangs or that loses what else was asked.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RunsOverHttpTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";
  private static final Step ASKED =
      step("GetMembership", "\"membershipIdentifier\":\"" + ID + "\"");
  private static final Step OTHER = step("ListMemberships", "");

  private static Step step(String operation, String members) {
    return new Step("test", operation, "{" + members + "}", true);
  }

  /** Returns what comes of one call that something is done to, and of another one after it. */
  private static ReplayResult run(Consumer<LiveStandIn> day) {
    return run(ContractStub.builder(), day, Allowance.reading(), RunsOverHttpTest::askTwo);
  }

  private static void askTwo(Session session) {
    session.call(ASKED);
    if (session.goesOn()) {
      session.call(OTHER);
    }
  }

  private static ReplayResult run(
      ContractStub.Builder stub,
      Consumer<LiveStandIn> day,
      Allowance allowance,
      Itinerary itinerary) {
    try (LiveStandIn standIn = LiveStandIn.start(stub)) {
      standIn.useCredentials();
      day.accept(standIn);
      try (Service service =
          LiveService.builder()
              .region(LiveStandIn.REGION)
              .endpoint(standIn.url())
              .callsPerSecond(1000)
              .maxAttempts(2)
              .attemptTimeout(Duration.ofSeconds(5))
              .callTimeout(Duration.ofSeconds(20))
              .build()) {
        return Replay.of(service).allowance(allowance).itinerary(itinerary).build().run();
      }
    }
  }

  private static List<Verdict> verdicts(ReplayResult result) {
    return result.calls().stream().map(CallResult::verdict).toList();
  }

  private static List<String> found(ReplayResult result) {
    return result.calls().stream()
        .flatMap(call -> call.message().report().findings().stream())
        .map(RunsOverHttpTest::told)
        .toList();
  }

  private static String told(Finding finding) {
    return finding.rule().id()
        + finding.member().map(each -> " " + each).orElse("")
        + " "
        + finding.pointer();
  }

  private static Consumer<LiveStandIn> fault(LiveStandIn.Fault fault, int calls) {
    return standIn -> standIn.fault("GetMembership", fault, calls);
  }

  @Test
  void aGoodDayConforms() {
    ReplayResult result = run(standIn -> {});

    assertThat(verdicts(result)).containsExactly(Verdict.CONFORMS, Verdict.CONFORMS);
    assertThat(found(result)).isEmpty();
    assertThat(result.stopped()).isEmpty();
  }

  @Test
  void whatPassesIsWaitedFor() {
    for (LiveStandIn.Fault fault :
        List.of(
            LiveStandIn.Fault.THROTTLE,
            LiveStandIn.Fault.SERVER_ERROR,
            LiveStandIn.Fault.RESET,
            LiveStandIn.Fault.TRUNCATED,
            LiveStandIn.Fault.BROKEN_CHUNKS)) {
      ReplayResult result = run(fault(fault, 1));

      assertThat(verdicts(result))
          .as("%s", fault)
          .containsExactly(Verdict.CONFORMS, Verdict.CONFORMS);
      assertThat(result.calls().get(0).attempts()).as("%s", fault).isEqualTo(2);
    }
  }

  @Test
  void whatDoesNotPassCouldNotBeAskedAndCostsNoOtherCall() {
    for (LiveStandIn.Fault fault :
        List.of(
            LiveStandIn.Fault.THROTTLE,
            LiveStandIn.Fault.SERVER_ERROR,
            LiveStandIn.Fault.RESET,
            LiveStandIn.Fault.TRUNCATED,
            LiveStandIn.Fault.BROKEN_CHUNKS,
            LiveStandIn.Fault.GARBAGE,
            LiveStandIn.Fault.DRIPPING)) {
      ReplayResult result = run(fault(fault, 10));

      assertThat(verdicts(result))
          .as("%s", fault)
          .containsExactly(Verdict.FAILED, Verdict.CONFORMS);
      assertThat(result.calls().get(0).reason()).as("%s", fault).isPresent();
    }
  }

  @Test
  void anAnswerThatIsNotJsonViolates() {
    ReplayResult result = run(fault(LiveStandIn.Fault.NON_JSON, 1));

    assertThat(verdicts(result)).containsExactly(Verdict.VIOLATES, Verdict.CONFORMS);
    assertThat(found(result)).containsExactly("json.syntax ");
  }

  @Test
  void expiredCredentialsEndTheRunAndItSaysWhere() {
    ReplayResult result = run(standIn -> standIn.expiredCredentials(1));

    assertThat(verdicts(result)).containsExactly(Verdict.CONFORMS, Verdict.FAILED);
    assertThat(result.calls().get(1).reason().orElseThrow())
        .startsWith("the credentials have expired: sign in again");
    assertThat(result.stopped().orElseThrow())
        .startsWith("the credentials have expired: sign in again")
        .endsWith("(after ListMemberships of test)");
    assertThat(result.toString()).doesNotContain(LiveStandIn.SECRET_KEY);
  }

  @Test
  void aClockThatIsWrongIsSetRight() {
    ReplayResult result = run(standIn -> standIn.clockSkew(Duration.ofMinutes(20)));

    assertThat(verdicts(result)).containsExactly(Verdict.CONFORMS, Verdict.CONFORMS);
  }

  @Test
  void aDriftedAnswerDriftsAtItsPlaceAndNowhereElse() {
    ReplayResult result =
        run(
            standIn ->
                standIn.answer(
                    "GetMembership",
                    answer ->
                        WireAnswer.json(
                            200,
                            new String(answer.body(), StandardCharsets.UTF_8)
                                .replaceFirst(
                                    "\"membership\":\\{", "\"membership\":{\"tier\":1,"))));

    assertThat(verdicts(result)).containsExactly(Verdict.DRIFT, Verdict.CONFORMS);
    assertThat(found(result)).containsExactly("unknown-member tier /membership");
  }

  @Test
  void aServiceThatIsStricterOrLaxerThanTheContractIsToldSo() {
    ReplayResult stricter = run(standIn -> standIn.reject("GetMembership", "not today"));
    ReplayResult laxer =
        run(
            ContractStub.builder(),
            standIn -> standIn.accept("ListMemberships"),
            Allowance.reading(),
            session ->
                session.call(
                    new Step("test", "ListMemberships", "{\"status\":\"ASLEEP\"}", false)));

    assertThat(verdicts(stricter)).containsExactly(Verdict.STRICTER, Verdict.CONFORMS);
    assertThat(verdicts(laxer)).containsExactly(Verdict.LAXER);
  }

  @Test
  void anInvalidRequestThatIsRefusedConforms() {
    ReplayResult result =
        run(
            ContractStub.builder(),
            standIn -> {},
            Allowance.reading(),
            session ->
                session.call(
                    new Step("test", "ListMemberships", "{\"status\":\"ASLEEP\"}", false)));

    assertThat(verdicts(result)).containsExactly(Verdict.CONFORMS);
  }

  @Test
  void pagesWithoutEndEndInAVerdict() {
    ReplayResult result =
        run(
            ContractStub.builder(),
            LiveStandIn::endlessPages,
            Allowance.builder().maxCalls(200).build(),
            Discovery.create());

    assertThat(result.calls())
        .filteredOn(call -> call.step().operation().equals("ListMemberships"))
        .extracting(CallResult::verdict)
        .containsExactly(Verdict.CONFORMS, Verdict.CONFORMS, Verdict.CONFORMS, Verdict.SKIPPED);
    assertThat(reasons(result, "ListMemberships"))
        .containsExactly("there are more pages than the 3 that are looked at");
  }

  @Test
  void aPageThatLeadsBackToAnotherViolates() {
    ReplayResult result =
        run(
            ContractStub.builder(),
            standIn ->
                standIn.answer(
                    "ListMemberships",
                    answer ->
                        WireAnswer.json(
                            200, "{\"membershipSummaries\":[],\"nextToken\":\"again\"}")),
            Allowance.reading(),
            Discovery.create());

    assertThat(result.calls())
        .filteredOn(call -> call.step().operation().equals("ListMemberships"))
        .extracting(CallResult::verdict)
        .containsExactly(Verdict.CONFORMS, Verdict.CONFORMS, Verdict.VIOLATES);
    assertThat(reasons(result, "ListMemberships"))
        .containsExactly("page 2 tells a nextToken that was told before: the list would never end");
  }

  private static List<String> reasons(ReplayResult result, String operation) {
    return result.calls().stream()
        .filter(call -> call.step().operation().equals(operation))
        .flatMap(call -> call.reason().stream())
        .toList();
  }

  @Test
  void allReadOperationsAreAskedOfARichAccountAndConform() {
    ReplayResult result =
        run(
            ContractStub.builder().unknownResources(UnknownResources.NOT_FOUND),
            standIn -> RichAccount.createIn(standIn.stub()),
            Allowance.reading(),
            Discovery.create());

    // Of some ARNs the published maximum is too small for the service's own.
    assertThat(found(result)).allMatch(each -> each.startsWith("arn.published-maximum "));
    assertThat(result.calls()).extracting(CallResult::effect).containsOnly(Effect.READ);
    assertThat(
            result.operations().stream()
                .filter(each -> each.effect() == Effect.READ)
                .filter(each -> each.verdict() != Verdict.CONFORMS)
                .map(OperationResult::operation))
        .isEmpty();
    assertThat(result.made()).isBetween(49, 400);
  }
}
