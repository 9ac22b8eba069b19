package io.github.cleanroomscontract.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.replay.Effect;
import io.github.cleanroomscontract.replay.Step;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.UnknownResources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  private static final Discovery DISCOVERY = Discovery.create();

  private static Set<String> reads() {
    return Catalogue.current().operations().stream()
        .filter(operation -> Effect.of(operation) == Effect.READ)
        .map(Operation::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static StubSession walked(ContractStub stub) {
    StubSession session = new StubSession(stub);
    DISCOVERY.travel(session);
    return session;
  }

  private static Set<String> called(StubSession session) {
    return session.calls.stream().map(Step::operation).collect(Collectors.toSet());
  }

  private static List<String> inputs(StubSession session, String operation) {
    return session.calls.stream()
        .filter(step -> step.operation().equals(operation))
        .map(Step::input)
        .toList();
  }

  /** Returns a session in which an operation answers with JSON in which apostrophes quote. */
  private static StubSession answering(Map<String, String> answers) {
    return new StubSession(empty()) {
      @Override
      Optional<String> answer(Step step) {
        String answer = answers.get(step.operation());
        return answer == null
            ? super.answer(step)
            : Optional.of(answer.replace('\'', '"')).filter(text -> !text.isEmpty());
      }
    };
  }

  private static StubSession walked(Map<String, String> answers) {
    StubSession session = answering(answers);
    DISCOVERY.travel(session);
    return session;
  }

  private static ContractStub empty() {
    return ContractStub.builder().unknownResources(UnknownResources.NOT_FOUND).build();
  }

  private static String memberships(String... states) {
    return Stream.of(states)
        .map(
            state ->
                "{'id':'6a3e2c1e-52b6-4f0a-9d6e-00000000000%s','status':'%s'}"
                    .formatted(state.charAt(0), state.substring(1)))
        .collect(Collectors.joining(",", "{'membershipSummaries':[", "]}"));
  }

  @Test
  void everyReadOperationIsCalledInAnAccountThatHasEverything() {
    StubSession session = walked(RichAccount.create());

    assertThat(reads()).hasSize(49);
    assertThat(called(session)).isEqualTo(reads());
    assertThat(session.skipped).isEmpty();
    assertThat(session.notes).isEmpty();
    assertThat(session.calls).hasSize(129);
  }

  @Test
  void everyCallIsInTheContractAndSucceeds() {
    ContractStub stub = RichAccount.create();
    int before = stub.calls().size();

    StubSession session = walked(stub);

    List<Call> calls = stub.calls().subList(before, stub.calls().size());
    assertThat(calls).hasSameSizeAs(session.calls);
    assertThat(calls)
        .allSatisfy(
            call -> {
              assertThat(call.requestReport().valid()).as(call.toString()).isTrue();
              assertThat(call.answer().orElseThrow().status()).as(call.toString()).isEqualTo(200);
              assertThat(call.answerReport().orElseThrow().findings())
                  .as(call.toString())
                  .noneMatch(finding -> finding.severity().breaksContract());
            });
  }

  @Test
  void stepsAreValidOnesOfADiscoveryAndNoneIsMadeTwice() {
    assertThat(walked(RichAccount.create()).calls)
        .doesNotHaveDuplicates()
        .allMatch(step -> step.source().equals("discovery") && step.valid());
  }

  @Test
  void theOrderIsTheSameEachTime() {
    assertThat(walked(RichAccount.create()).calls).isEqualTo(walked(RichAccount.create()).calls);
  }

  @Test
  void anEmptyAccountIsSaidToHaveNothing() {
    StubSession session = walked(empty());

    assertThat(called(session))
        .containsExactlyInAnyOrder("ListMemberships", "ListCollaborations", "ListConfiguredTables");
    assertThat(session.skipped.keySet()).hasSize(46).doesNotContainAnyElementsOf(called(session));
    assertThat(session.skipped)
        .containsEntry("GetProtectedQuery", "there are no memberships")
        .containsEntry("PreviewPrivacyImpact", "there are no memberships")
        .containsEntry("BatchGetSchemaAnalysisRule", "there are no collaborations")
        .containsEntry("GetConfiguredTableAnalysisRule", "there are no configured tables")
        .containsEntry("ListTagsForResource", "no resource was met that could have tags");
  }

  @Test
  void whatIsMissingInAMembershipIsNamed() {
    ContractStub stub = ContractStub.create();
    stub.handle(WireRequest.of("GET", "/memberships/6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c", ""));
    stub.handle(
        WireRequest.of("GET", "/configuredTables/6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c", ""));

    StubSession session = walked(stub);

    assertThat(session.skipped)
        .containsEntry(
            "GetProtectedQuery", "there are no protected queries in the memberships looked into")
        .containsEntry(
            "GetIntermediateTableAnalysisRule",
            "there are no intermediate tables in the memberships looked into")
        .containsEntry(
            "GetCollaborationChangeRequest",
            "there are no change requests in the collaborations looked into")
        .containsEntry("BatchGetSchema", "there are no schemas in the collaborations looked into")
        .containsEntry(
            "BatchGetSchemaAnalysisRule", "there are no schemas in the collaborations looked into")
        .containsEntry(
            "BatchGetCollaborationAnalysisTemplate",
            "there are no analysis templates in the collaborations looked into")
        .containsEntry(
            "GetConfiguredTableAnalysisRule",
            "there are no analysis rules in the configured tables looked into")
        .doesNotContainKeys("GetMembership", "ListProtectedQueries", "ListTagsForResource");
  }

  @Test
  void aPlanListsWhatNeedsNothingAndSaysWhenTheRestIsCalled() {
    StubSession session = new StubSession(RichAccount.create()).planned();
    DISCOVERY.travel(session);

    assertThat(session.calls)
        .extracting(Step::operation)
        .containsExactly("ListCollaborations", "ListConfiguredTables", "ListMemberships");
    assertThat(session.skipped)
        .hasSize(46)
        .containsEntry("GetProtectedQuery", "is called once memberships are known")
        .containsEntry("ListTagsForResource", "is called once ARNs of resources are known");
  }

  @Test
  void aRunThatEndsLeavesNothingUnsaid() {
    StubSession session = new StubSession(RichAccount.create()).allowing(5);
    DISCOVERY.travel(session);

    assertThat(session.calls).hasSize(5);
    assertThat(Stream.concat(called(session).stream(), session.skipped.keySet().stream()))
        .containsExactlyInAnyOrderElementsOf(reads());
    assertThat(session.skipped.values()).containsOnly("the run was at its end before");
  }

  @Test
  void asManyResourcesAreLookedIntoAsIsSaid() {
    StubSession one = new StubSession(RichAccount.create());
    Discovery.create().resources(1).travel(one);

    assertThat(called(one)).isEqualTo(reads());
    assertThat(inputs(one, "GetMembership")).hasSize(1);
    assertThat(inputs(walked(RichAccount.create()), "GetMembership")).hasSize(2);
    assertThatThrownBy(() -> DISCOVERY.resources(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is nothing to discover on 0 resources");
  }

  @Test
  void bothKindsOfPrivacyBudgetsAreListed() {
    assertThat(inputs(walked(RichAccount.create()), "ListPrivacyBudgets"))
        .hasSize(4)
        .anyMatch(input -> input.contains("DIFFERENTIAL_PRIVACY"))
        .anyMatch(input -> input.contains("ACCESS_BUDGET"));
  }

  @Test
  void aBatchAsksForAllThatWasLookedInto() {
    assertThat(inputs(walked(RichAccount.create()), "BatchGetSchemaAnalysisRule").get(0))
        .contains(
            "\"schemaAnalysisRuleRequests\":[{\"name\":\"sales\",\"type\":\"CUSTOM\"},"
                + "{\"name\":\"mapping\",\"type\":\"ID_MAPPING_TABLE\"}");
  }

  @Test
  void whoTakesNoPartIsNotAskedForMoreThanThat() {
    StubSession session =
        walked(Map.of("ListMemberships", memberships("1REMOVED", "2COLLABORATION_DELETED")));

    assertThat(inputs(session, "GetMembership")).hasSize(2);
    assertThat(session.skipped)
        .containsEntry("ListProtectedQueries", "none of the memberships looked into is active")
        .containsEntry("GetProtectedQuery", "none of the memberships looked into is active")
        .containsEntry("PreviewPrivacyImpact", "none of the memberships looked into is active");
  }

  @Test
  void whereOneTakesPartIsLookedIntoFirst() {
    StubSession session =
        walked(
            Map.of(
                "ListMemberships",
                memberships("1REMOVED", "2REMOVED", "3REMOVED", "4ACTIVE", "5REMOVED")));

    assertThat(inputs(session, "GetMembership"))
        .extracting(input -> input.replaceAll(".*(.)\"}", "$1"))
        .containsExactly("4", "1", "2");
  }

  @Test
  void whatNoRequestMayHoldIsNotAskedFor() {
    StubSession session =
        walked(
            Map.of(
                "ListMemberships",
                    "{'membershipSummaries':[{'id':'../../tags'},{'id':7},{},3,"
                        + "{'id':''},{'id':'6a3e2c1e-52b6-4f0a-9d6e/0f4f3f0a1b2c'}]}",
                "ListConfiguredTables", "{'configuredTableSummaries':'none'}",
                "ListCollaborations", "[]"));

    assertThat(session.calls).hasSize(3);
    assertThat(session.skipped)
        .containsEntry("GetMembership", "the memberships that are listed tell no id to ask for")
        .containsEntry("GetConfiguredTable", "there are no configured tables");
  }

  @Test
  void anEnumValueThatTheContractDoesNotKnowIsNotAskedFor() {
    StubSession session =
        walked(
            Map.of(
                "ListConfiguredTables",
                "{'configuredTableSummaries':[{'id':'6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c',"
                    + "'analysisRuleTypes':['NOVEL','LIST','LIST']}]}"));

    assertThat(inputs(session, "GetConfiguredTableAnalysisRule"))
        .singleElement()
        .asString()
        .contains("LIST");
  }

  @Test
  void aListThatDoesNotSucceedIsTheReason() {
    StubSession session = walked(Map.of("ListMemberships", ""));

    assertThat(session.skipped)
        .containsEntry("GetMembership", "ListMemberships did not succeed")
        .containsEntry("GetProtectedQuery", "ListMemberships did not succeed");
  }

  @Test
  void tagsOfOthersAreNotAskedFor() {
    String arn = "'arn':'arn:aws:cleanrooms:us-east-1:%s:%s/6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2%s'";
    String collaborations =
        "{'collaborationList':[{'id':'6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c',%s},"
            + "{'id':'6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2d',%s}]}";
    StubSession session =
        walked(
            Map.of(
                "ListMemberships",
                "{'membershipSummaries':[{'id':'6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c',%s}]}"
                    .formatted(arn.formatted("111122223333", "membership", "c")),
                "ListCollaborations",
                collaborations.formatted(
                    arn.formatted("444455556666", "collaboration", "c"),
                    arn.formatted("111122223333", "collaboration", "d"))));

    assertThat(inputs(session, "ListTagsForResource"))
        .extracting(input -> input.replaceAll(".*:([0-9]+):([a-z]+)/.*(.)\"}", "$1 $2 $3"))
        .containsExactly("111122223333 collaboration d", "111122223333 membership c");
  }
}
