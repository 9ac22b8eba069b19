package io.github.cleanroomscontract.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cleanroomscontract.discovery.Discovery;
import io.github.cleanroomscontract.discovery.RichAccount;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.replay.Allowance;
import io.github.cleanroomscontract.replay.InMemoryService;
import io.github.cleanroomscontract.replay.Replay;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.UnknownResources;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

class ConformanceTestsTest {

  private static InMemoryService rich() {
    ContractStub stub = ContractStub.builder().unknownResources(UnknownResources.NOT_FOUND).build();
    RichAccount.createIn(stub);
    return new InMemoryService(stub);
  }

  private static Replay.Builder discovering(InMemoryService service) {
    return Replay.of(service).itinerary(Discovery.create());
  }

  static class Nightly {

    @TestFactory
    Stream<DynamicNode> theServiceKeepsItsContract() {
      return ConformanceTests.of(discovering(rich()).build());
    }
  }

  /** Returns what the tests end with, by name; empty if they pass. */
  private static Map<String, Optional<Throwable>> ends(Stream<DynamicNode> tests) {
    Map<String, Optional<Throwable>> ends = new LinkedHashMap<>();
    tests.forEach(
        test ->
            ends.put(
                test.getDisplayName(),
                Optional.ofNullable(
                    catchThrowable(((DynamicTest) test).getExecutable()::execute))));
    return ends;
  }

  @Test
  void eachOperationThatWasAskedIsATest() {
    assertThat(Runs.of(Nightly.class).testEvents().succeeded().count()).isEqualTo(49);
  }

  @Test
  void whatDoesNotConformFailsWithWhatWasFoundOnce() {
    InMemoryService service =
        rich()
            .answering(
                "ListMemberships",
                answer ->
                    WireAnswer.json(
                        answer.status(),
                        new String(answer.body(), StandardCharsets.UTF_8)
                            .replace("\"ACTIVE\"", "\"PAUSED\"")));

    Map<String, Optional<Throwable>> ends = ends(ConformanceTests.of(discovering(service).build()));

    assertThat(ends.get("GetMembership")).isEmpty();
    assertThat(ends.get("ListMemberships").orElseThrow())
        .isInstanceOf(AssertionError.class)
        .message()
        .startsWith("ListMemberships: drift\n\nanswer to discovery:")
        .containsOnlyOnce("drift enum at /membershipSummaries/0/status")
        .contains("found \"PAUSED\"")
        .doesNotContain("/membershipSummaries/1/status");
  }

  @Test
  void whatWasSkippedIsAbortedWithTheReason() {
    InMemoryService empty =
        new InMemoryService(
            ContractStub.builder().unknownResources(UnknownResources.NOT_FOUND).build());

    assertThat(ends(ConformanceTests.of(discovering(empty).build())).get("GetMembership"))
        .hasValueSatisfying(
            thrown ->
                assertThat(thrown)
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("GetMembership was not asked: there are no memberships"));
  }

  @Test
  void whatCouldNotBeAskedFailsWithTheReason() {
    InMemoryService service =
        rich()
            .altering(
                (operation, exchange) ->
                    operation.name().equals("ListMembers")
                        ? InMemoryService.unanswered("no answer within 10 s", false)
                        : exchange);

    assertThat(ends(ConformanceTests.of(discovering(service).build())).get("ListMembers"))
        .hasValueSatisfying(
            thrown ->
                assertThat(thrown)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("ListMembers: failed, no answer within 10 s"));
  }

  @Test
  void aRunThatWasStoppedAndOneThatAsksNothingDoNotPass() {
    Replay stopped = discovering(rich()).allowance(Allowance.builder().maxCalls(3).build()).build();
    Replay idle = Replay.of(rich()).build();

    assertThat(ends(ConformanceTests.of(stopped)).get("all is asked"))
        .hasValueSatisfying(
            thrown -> assertThat(thrown).hasMessageContaining("the run may make 3 calls"));
    assertThat(ends(ConformanceTests.of(idle)))
        .containsOnlyKeys("something is asked")
        .allSatisfy((name, thrown) -> assertThat(thrown).isPresent());
  }
}
