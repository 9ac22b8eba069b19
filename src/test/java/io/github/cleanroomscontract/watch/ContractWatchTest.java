package io.github.cleanroomscontract.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.CodeLine;
import io.github.cleanroomscontract.exchange.SentRequests;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.generation.Circumstances;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.validation.UnknownPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a watch says of the calls that it is told of. */
class ContractWatchTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";
  private static final WireRequest GOOD = WireRequest.of("GET", "/memberships/" + ID, "");
  private static final WireRequest BAD = WireRequest.of("GET", "/memberships/none", "");
  private static final CodeLine LINE =
      new CodeLine("app.NightlyReport", "run", Optional.of("NightlyReport.java"), 42);

  private static ContractWatch.Builder watch() {
    return ContractWatch.builder("a test");
  }

  private static WireAnswer membership(String more) {
    WireAnswer answer = ContractStub.create().handle(GOOD).answer().orElseThrow();
    String body = new String(answer.body());
    return WireAnswer.json(200, body.replace("\"membership\":{", "\"membership\":{" + more));
  }

  @Test
  void showsWhatBrokeTheContractAndWhere() {
    try (ContractWatch watch = watch().open()) {
      watch.observe(BAD, Optional.empty(), Optional.of(LINE));
      assertThatThrownBy(watch::verify)
          .isInstanceOf(AssertionError.class)
          .hasMessage(
              """
              a test: the contract of GetMembership was broken
                request  GET /memberships/…   from NightlyReport.java:42
                  error pattern at /membershipIdentifier
                    GetMembership request: MembershipIdentifier matches \
              ^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$; found "none"
                    1 │ {"membershipIdentifier":"none"}
                      │                         ^^^^^^""");
    }
  }

  @Test
  void showsAnswersByTheirStatus() {
    try (ContractWatch watch = watch().open()) {
      watch.observe(GOOD, Optional.of(membership("\"new\":1,")), Optional.empty());
      assertThat(watch.failure().orElseThrow())
          .startsWith(
              "a test: the contract of GetMembership was broken\n"
                  + "  answer   200 to GET /memberships/…\n"
                  + "    error unknown-member at /membership\n");
    }
  }

  @Test
  void saysNothingOfWhatIsInTheContract() {
    try (ContractWatch watch = watch().open()) {
      watch.observe(GOOD, Optional.of(membership("")), Optional.empty());
      watch.verify();
      assertThat(watch.calls()).hasSize(1);
      assertThat(watch.calls("GetMembership")).hasSize(1);
      assertThat(watch.calls("GetCollaboration")).isEmpty();
    }
  }

  @Test
  void theSeverityThatFailsCanBeChosen() {
    for (Severity least : List.of(Severity.ERROR, Severity.DRIFT)) {
      try (ContractWatch watch = watch().failOn(least).unknown(UnknownPolicy.DRIFT).open()) {
        watch.observe(GOOD, Optional.of(membership("\"new\":1,")), Optional.empty());
        assertThat(watch.failure().isPresent()).isEqualTo(least == Severity.DRIFT);
      }
    }
  }

  @Test
  void theDayCanBeChosen() {
    try (ContractWatch watch = watch().asOf(LocalDate.of(2023, 1, 12)).open()) {
      WireRequest later = WireRequest.of("GET", "/memberships/" + ID + "/protectedJobs", "");
      watch.observe(later, Optional.empty(), Optional.empty());
      assertThat(watch.failure().orElseThrow()).contains("release.operation");
    }
  }

  @Test
  void whatIsExpectedHasToCome() {
    FindingFilter filter =
        new FindingFilter("pattern", Optional.of("/*"), Optional.of("GetMembership"));
    try (ContractWatch watch = watch().expect(filter).open()) {
      assertThat(watch.failure())
          .contains(
              "a test: the contract was not broken as expected\n"
                  + "  expected  pattern at /* in GetMembership, which was not found in any call:"
                  + " there was none");
      watch.observe(BAD, Optional.empty(), Optional.empty());
      watch.verify();
    }
  }

  @Test
  void whatIsExemptMayCome() {
    Exemption exemption = new Exemption(FindingFilter.of("pattern"), "until June");
    try (ContractWatch watch = watch().exempt(exemption).open()) {
      watch.verify();
      watch.observe(BAD, Optional.empty(), Optional.empty());
      watch.verify();
      assertThat(watch.breaches()).isEmpty();
      assertThat(watch.calls().get(0).valid()).isFalse();
    }
  }

  @Test
  void filtersThatCannotMatchAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FindingFilter.of("unkown-member"))
        .withMessage("there is no rule \"unkown-member\"; did you mean \"unknown-member\"?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FindingFilter.of("required", "membership.status"))
        .withMessage("\"membership.status\" is no JSON Pointer: write \"/membership/status\"");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new FindingFilter("required", Optional.empty(), Optional.of("GetMemberships")))
        .withMessageStartingWith("there is no operation \"GetMemberships\"; did you mean");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Exemption(FindingFilter.of("required"), " "))
        .withMessageContaining("needs a reason");
  }

  @Test
  void callsThatDoNotEndAreSaid() {
    try (ContractWatch watch = watch().patience(Duration.ofMillis(20)).open()) {
      CallObserver call = Watches.observer(Optional.empty(), Optional.empty()).orElseThrow();
      assertThat(watch.failure())
          .contains(
              "a test: a call could not be checked\n"
                  + "  a call had not ended 0.02 s after the end: wait for the answers of"
                  + " asynchronous calls");
      call.end();
      call.end();
      watch.verify();
    }
  }

  @Test
  void callsThatEndInTimeAreWaitedFor() throws Exception {
    try (ContractWatch watch = watch().open()) {
      CallObserver call = Watches.observer(Optional.empty(), Optional.empty()).orElseThrow();
      Thread later =
          new Thread(
              () -> {
                call.sent(BAD);
                call.end();
              });
      later.start();
      assertThat(watch.failure().orElseThrow()).contains("error pattern");
      later.join();
    }
  }

  @Test
  void aClosedWatchSeesNothing() {
    ContractWatch watch = watch().open();
    watch.close();
    assertThat(Watches.observer(Optional.empty(), Optional.empty())).isEmpty();
    assertThat(Watches.any()).isFalse();
  }

  @Test
  void anInnerWatchTakesItsCallsAndTheOuterTheOthers() {
    try (ContractWatch outer = watch().open()) {
      try (ContractWatch inner = ContractWatch.builder("inner").within(outer).open()) {
        observer().sentAndEnded(GOOD);
        assertThat(inner.calls()).hasSize(1);
      }
      observer().sentAndEnded(GOOD);
      observer().sentAndEnded(GOOD);
      assertThat(outer.calls()).hasSize(2);
    }
  }

  @Test
  void aThreadBelongsAgainToWhomItDidBefore() {
    try (ContractWatch one = watch().open()) {
      try (ContractWatch other = ContractWatch.builder("another").open()) {
        observer().sentAndEnded(GOOD);
        assertThat(other.calls()).hasSize(1);
      }
      observer().sentAndEnded(GOOD);
      assertThat(one.calls()).hasSize(1);
    }
  }

  @Test
  void aStandInTellsOfCallsThatNobodyElseSees() {
    ContractStub stub = ContractStub.create();
    try (ContractWatch watch = watch().open()) {
      Watches.connect(stub, watch);
      stub.handle(BAD);
      assertThat(watch.calls()).hasSize(1);
      assertThat(watch.failure().orElseThrow()).contains("error pattern");
    }
    stub.handle(BAD);
    assertThat(stub.calls()).hasSize(2);
  }

  @Test
  void aListenerIsToldOfEachCall() {
    List<Call> told = new ArrayList<>();
    try (ContractWatch watch = watch().listener(told::add).open()) {
      watch.observe(GOOD, Optional.empty(), Optional.empty());
      watch.observe(BAD, Optional.empty(), Optional.empty());
    }
    assertThat(told).extracting(Call::valid).containsExactly(true, false);
  }

  @Test
  void whatAnswersTellIsKnownToLaterCalls() {
    GeneratedCase broken =
        PayloadCases.of("StartProtectedQuery", Direction.REQUEST)
            .invalid()
            .filter(each -> !each.circumstances().answers().isEmpty())
            .filter(each -> each.circumstances().callerAccount().isEmpty())
            .findFirst()
            .orElseThrow();
    WireRequest request = SentRequests.of(operation("StartProtectedQuery"), broken.payload());
    try (ContractWatch watch = watch().open()) {
      watch.observe(request, Optional.empty(), Optional.empty());
      watch.verify();
      for (Circumstances.Answer answer : broken.circumstances().answers()) {
        watch.observe(
            SentRequests.of(operation(answer.operation()), answer.request()),
            Optional.of(WireAnswer.json(200, answer.response())),
            Optional.empty());
      }
      watch.verify();
      watch.observe(request, Optional.empty(), Optional.empty());
      assertThat(watch.failure().orElseThrow()).contains(broken.rule().orElseThrow());
    }
  }

  private static Operation operation(String name) {
    return Catalogue.current().operation(name).orElseThrow();
  }

  /** A call as an interceptor tells it. */
  private record Observer(CallObserver call) {
    void sentAndEnded(WireRequest request) {
      call.sent(request);
      call.end();
    }
  }

  private static Observer observer() {
    return new Observer(Watches.observer(Optional.empty(), Optional.empty()).orElseThrow());
  }
}
