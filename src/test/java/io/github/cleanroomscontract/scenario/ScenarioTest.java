package io.github.cleanroomscontract.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.internal.sample.Trees;
import io.github.cleanroomscontract.replay.Allowance;
import io.github.cleanroomscontract.replay.CallResult;
import io.github.cleanroomscontract.replay.Effect;
import io.github.cleanroomscontract.replay.InMemoryService;
import io.github.cleanroomscontract.replay.Plan;
import io.github.cleanroomscontract.replay.PlannedCall;
import io.github.cleanroomscontract.replay.Replay;
import io.github.cleanroomscontract.replay.ReplayResult;
import io.github.cleanroomscontract.replay.Step;
import io.github.cleanroomscontract.replay.Verdict;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.UnknownResources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {

  private static final Path SCENARIOS = Path.of("fixtures/scenarios");

  private final ContractStub strict =
      ContractStub.builder().unknownResources(UnknownResources.NOT_FOUND).build();
  private final InMemoryService service = new InMemoryService(strict);

  @TempDir private Path folder;

  static Stream<Path> scenarios() throws IOException {
    return ScenarioItinerary.read(SCENARIOS).stream().map(each -> Path.of(each.source()));
  }

  private static Allowance everything() {
    Allowance.Builder builder = Allowance.builder();
    List.of(Effect.values()).forEach(builder::allow);
    return builder.build();
  }

  /** The stand-in knows nothing that was not created. */
  private Binding bound() throws IOException {
    Map<String, Object> all = Bindings.everything();
    String collaboration =
        created(
            "/collaborations",
            "{'members':[],'name':'x','creatorMemberAbilities':['CAN_QUERY','CAN_RECEIVE_RESULTS'],"
                + "'creatorDisplayName':'x','queryLogStatus':'DISABLED'}");
    all.put("collaboration", collaboration);
    all.put(
        "membership",
        created(
            "/memberships",
            "{'collaborationIdentifier':'"
                + collaboration
                + "','queryLogStatus':'DISABLED',"
                + "'defaultResultConfiguration':{'outputConfiguration':{'s3':"
                + "{'resultFormat':'CSV','bucket':'results'}}}}"));
    return Binding.read(Bindings.write(folder, all));
  }

  private String created(String path, String body) {
    WireAnswer answer =
        strict.handle(WireRequest.of("POST", path, body.replace('\'', '"'))).answer().orElseThrow();
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    Object subject = Trees.copy(Trees.read(text)).values().iterator().next();
    return (String) Trees.get(subject, List.of("id"));
  }

  private Replay replay(Path scenario, Binding binding) throws IOException {
    ScenarioItinerary itinerary =
        ScenarioItinerary.of(ScenarioItinerary.read(scenario), binding, "run-1");
    return Replay.of(service).allowance(everything()).itinerary(itinerary).build();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyScenarioRunsToItsEndAndLeavesNothing(Path scenario) throws IOException {
    ReplayResult result = replay(scenario, bound()).run();
    int steps = Scenario.read(scenario).steps().size();
    assertThat(result.calls())
        .hasSize(steps)
        .allSatisfy(
            each -> assertThat(each.verdict()).as(each.toString()).isEqualTo(Verdict.CONFORMS))
        .allSatisfy(each -> assertThat(each.status().orElseThrow()).isLessThan(300));
    assertThat(result.left()).isEmpty();
    assertThat(service.sent()).hasSize(steps);
  }

  @Test
  void allScenariosTogetherArePlannedAsTheyRun() throws IOException {
    Replay replay = replay(SCENARIOS, bound());
    Plan plan = replay.plan();
    assertThat(service.sent()).isEmpty();
    replay.run();
    // Scenarios remove themselves what they create.
    List<String> planned =
        plan.made().stream()
            .filter(each -> !each.step().source().startsWith("removal"))
            .map(each -> each.step().operation())
            .toList();
    assertThat(service.sent()).extracting(Step::operation).containsExactlyElementsOf(planned);
  }

  @Test
  void aPlanSkipsWhatNeedsACallThatIsNotAllowed() throws IOException {
    ScenarioItinerary itinerary =
        ScenarioItinerary.of(ScenarioItinerary.read(SCENARIOS), bound(), "run-1");
    Replay reading = Replay.of(service).itinerary(itinerary).build();
    Plan plan = reading.plan();
    assertThat(plan.made()).isNotEmpty().extracting(PlannedCall::effect).containsOnly(Effect.READ);
    ReplayResult result = reading.run();
    assertThat(service.sent())
        .extracting(Step::operation)
        .containsExactlyElementsOf(
            plan.made().stream().map(each -> each.step().operation()).toList());
    assertThat(result.calls())
        .filteredOn(each -> each.step().operation().equals("GetConfiguredTable"))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.reason().orElseThrow())
                    .isEqualTo(
                        "no \"newTable\" came from fixtures/scenarios/configured-table.json"
                            + " step 1"));
  }

  @Test
  void anAbortedScenarioIsCleanedUp() throws IOException {
    ScenarioItinerary itinerary =
        ScenarioItinerary.of(
            ScenarioItinerary.read(SCENARIOS.resolve("membership.json")), bound(), "run-1");
    ReplayResult result =
        Replay.of(service)
            .allowance(everything())
            .itinerary(itinerary)
            .interruptedBy(() -> service.sent().size() == 5)
            .build()
            .run();
    assertThat(result.stopped())
        .contains("interrupted (after GetMembership of fixtures/scenarios/membership.json step 5)");
    assertThat(service.sent())
        .extracting(Step::operation)
        .endsWith("GetMembership", "DeleteMembership", "DeleteCollaboration");
    assertThat(result.left()).isEmpty();
  }

  @Test
  void whatIsNotBoundIsSkippedWithTheReason() throws IOException {
    ReplayResult result = replay(SCENARIOS, Binding.none()).run();
    assertThat(result.calls().stream().flatMap(each -> each.reason().stream()))
        .contains(
            "no \"membership\" in the binding",
            "no \"column\" in the binding's \"values\": a column of that table");
  }

  @Test
  void aScenarioEndsWhereAnAnswerIsNotAsExpected() throws IOException {
    service.answering(
        "GetConfiguredTable",
        answer ->
            WireAnswer.json(
                200,
                new String(answer.body(), StandardCharsets.UTF_8).replace("kit run-1", "another")));
    ReplayResult result = replay(SCENARIOS.resolve("configured-table.json"), bound()).run();
    assertThat(service.sent())
        .extracting(Step::operation)
        .containsExactly("CreateConfiguredTable", "GetConfiguredTable", "DeleteConfiguredTable");
    List<CallResult> calls = result.calls();
    assertThat(calls.get(2).reason())
        .contains(
            "fixtures/scenarios/configured-table.json step 2 answered something else at"
                + " /configuredTable/name");
  }

  /** A list where an object was, and the other way round. */
  @ParameterizedTest
  @ValueSource(strings = {"{\"configuredTable\":[]}", "[]", "7"})
  void anAnswerOfAnotherFormIsFoundAndEndsNoRun(String drifted) throws IOException {
    service.answering("CreateConfiguredTable", answer -> WireAnswer.json(200, drifted));

    ReplayResult result = replay(SCENARIOS.resolve("configured-table.json"), bound()).run();

    assertThat(result.stopped()).isEmpty();
    assertThat(result.calls().get(0).verdict()).isEqualTo(Verdict.VIOLATES);
    assertThat(result.calls().get(1).reason())
        .contains("no \"newTable\" came from fixtures/scenarios/configured-table.json step 1");
    assertThat(result.left()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'steps':[]} | 1:1: \"title\" is missing here",
        "{'title':'x'} | 1:1: \"steps\" has to be a list of calls",
        "{'title':'x','steps':[]} | 1:22: \"steps\" has to be a list of calls",
        "{'title':'x','step':[]} | there is no member here \"step\"; did you mean \"steps\"?",
        "{'title':'x','steps':[3]} | 1:23: a step has to be an object",
        "{'title':'x','steps':[{'call':'GetMembershop','input':{}}]} | 1:31: there is no operation"
            + " \"GetMembershop\"; did you mean \"GetMembership\"?",
        "{'title':'x','steps':[{'call':'GetMembership'}]} | 1:23: \"input\" is missing here",
        "{'title':'x','steps':[{'call':'GetMembership','input':{'membership':'x'}}]} | there is no"
            + " member here \"membership\"; did you mean \"membershipIdentifier\"?",
        "{'title':'x','steps':[{'call':'GetMembership','input':{'membershipIdentifier':"
            + "'${membershop}'}}]} | there is no placeholder \"membershop\"; did you mean"
            + " \"membership\"?",
        "{'title':'x','steps':[{'call':'ListMemberships','input':{},'keep':{'a':'b'}}]} | a pointer"
            + " into the answer begins with a slash",
        "{'title':'x','steps':[{'call':'ListMemberships','input':{},'keep':{'a':"
            + "'/membershipSummaries/0/ide'}}]} | there is no member of MembershipSummary called"
            + " \"ide\"; did you mean \"id\"?",
        "{'title':'x','steps':[{'call':'ListMemberships','input':{},'keep':{'a':"
            + "'/membershipSummaries/first'}}]} | an item of a list has a number, not \"first\"",
        "{'title':'x','steps':[{'call':'ListMemberships','input':{},'keep':{'membership':"
            + "'/nextToken'}}]} | \"membership\" has a meaning already; choose another name",
        "{'title':'x','steps':[{'call':'ListMemberships','input':{},'keep':{'a b':"
            + "'/nextToken'}}]} | a name is made of letters and digits",
        "{'title':'x','steps':[{'call':'ListMemberships','input':{},'expect':{'/nextToken/a':"
            + "'x'}}]} | the answer of ListMemberships has nothing below",
        "{'title':'x','values':{'run':'x'},'steps':[]} | \"run\" has a meaning already",
      })
  void whatIsNoScenarioIsRefusedWithItsPlace(String json, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("s.json"), json.replace('\'', '"'));
    assertThatThrownBy(() -> Scenario.read(file))
        .isInstanceOf(IOException.class)
        .message()
        .startsWith(file + ":1:")
        .contains(message);
  }

  @Test
  void aFolderWithoutScenariosIsSaid() {
    assertThatThrownBy(() -> ScenarioItinerary.read(folder))
        .hasMessage(folder + " holds no scenarios, which are .json files");
  }
}
