package io.github.cleanroomscontract.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.internal.sample.Trees;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {

  private static final String LIST = "ListMemberships";
  private static final String CREATE = "CreateConfiguredTable";

  private final InMemoryService service = new InMemoryService(ContractStub.create());

  private static Step step(String operation) {
    String input =
        PayloadCases.of(operation, Direction.REQUEST).valid().findFirst().orElseThrow().payload();
    return new Step(operation + ".json", operation, input, true);
  }

  private static Allowance.Builder everything() {
    Allowance.Builder builder = Allowance.builder();
    List.of(Effect.values()).forEach(builder::allow);
    return builder;
  }

  private ReplayResult run(Allowance allowance, Itinerary itinerary) {
    return Replay.of(service).allowance(allowance).run("run-1").itinerary(itinerary).build().run();
  }

  private static Itinerary steps(String... operations) {
    return session -> Stream.of(operations).map(ReplayTest::step).forEach(session::call);
  }

  private List<String> sent() {
    return service.sent().stream().map(Step::operation).toList();
  }

  @Test
  void resultsComeByOperation() {
    service.answering(LIST, each -> WireAnswer.json(200, "{\"membershipSummaries\":[],\"new\":1}"));
    ReplayResult result = run(Allowance.reading(), steps(LIST, "GetMembership", CREATE));

    assertThat(result.endpoint()).isEqualTo("memory");
    assertThat(result.contract()).isEqualTo(Catalogue.MODEL_DATE.toString());
    assertThat(result.stopped()).isEmpty();
    assertThat(result.made()).isEqualTo(2);
    assertThat(result.operations()).hasSize(100);
    assertThat(result.verdicts())
        .isEqualTo(Map.of(Verdict.DRIFT, 1L, Verdict.CONFORMS, 1L, Verdict.SKIPPED, 98L));
    assertThat(result.operations())
        .filteredOn(each -> each.operation().equals(CREATE))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.reason()).contains("its effect is to write: --allow write");
              assertThat(each.effect()).isEqualTo(Effect.WRITE);
              assertThat(each.calls()).hasSize(1);
              assertThat(each.made()).isZero();
            });
    assertThat(result.operations())
        .filteredOn(each -> each.operation().equals("GetSchema"))
        .singleElement()
        .satisfies(each -> assertThat(each.reason()).contains("nothing asks for it"));
  }

  @Test
  void anOperationHasTheGravestOfItsVerdicts() {
    List<WireAnswer> answers =
        new ArrayList<>(
            List.of(
                WireAnswer.json(200, "{\"membershipSummaries\":[]}"),
                WireAnswer.json(200, "{\"membershipSummaries\":3}"),
                WireAnswer.json(200, "{\"membershipSummaries\":[],\"new\":1}")));
    service.answering(LIST, each -> answers.remove(0));
    ReplayResult result = run(Allowance.reading(), steps(LIST, LIST, LIST));
    assertThat(result.operations())
        .filteredOn(each -> each.operation().equals(LIST))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.verdict()).isEqualTo(Verdict.VIOLATES);
              assertThat(each.made()).isEqualTo(3);
            });
  }

  @Test
  void theOutputIsGivenToWhoAsks() {
    List<String> outputs = new ArrayList<>();
    run(
        everything().keepCreated(true).build(),
        session -> {
          session.call(step(CREATE)).ifPresent(outputs::add);
          session.call(step("DeleteMembership")).ifPresent(outputs::add);
          session.call(new Step("x", "GetMembership", "{}", true)).ifPresent(outputs::add);
        });
    assertThat(outputs).hasSize(2);
    assertThat(outputs.get(0)).startsWith("{\"configuredTable\":{\"id\":");
    assertThat(outputs.get(1)).isEqualTo("{}");
  }

  @Test
  void whatIsNotWhatItIsSaidToBeIsNotAsked() {
    ReplayResult result =
        run(
            Allowance.reading(),
            session -> {
              session.call(new Step("x", "GetMembership", "{}", true));
              session.call(new Step("y", LIST, "{}", false));
            });
    assertThat(service.sent()).isEmpty();
    assertThat(result.calls())
        .extracting(each -> each.reason().orElseThrow())
        .containsExactly(
            "its input is not in the contract of 2026-07-27: required at the top",
            "its input is in the contract of 2026-07-27, although it should not be");
  }

  @Test
  void whatTheContractOfTheDayDoesNotHaveIsNotAsked() {
    ContractValidator earlier = ContractValidator.builder().asOf(LocalDate.of(2025, 1, 1)).build();
    ReplayResult result =
        Replay.of(service)
            .validator(earlier)
            .itinerary(session -> session.call(step("ListIntermediateTables")))
            .build()
            .run();
    assertThat(service.sent()).isEmpty();
    assertThat(result.calls().get(0).reason().orElseThrow()).endsWith("has no such operation");
    assertThat(result.operations()).hasSizeLessThan(100);
  }

  static Stream<Operation> creating() {
    return Catalogue.current().operations().stream()
        .filter(each -> each.name().startsWith("Create"))
        .filter(each -> !each.name().equals("CreateCollaborationChangeRequest"));
  }

  @ParameterizedTest
  @MethodSource("creating")
  void whatIsCreatedIsTaggedListedAndRemoved(Operation operation) {
    ReplayResult result = run(everything().build(), steps(operation.name()));

    String delete = operation.name().replace("Create", "Delete");
    assertThat(sent()).containsExactly(operation.name(), delete);
    boolean takesTags = operation.request().member("tags").isPresent();
    String tag = "\"cleanrooms-contract-kit\":\"run-1\"";
    assertThat(service.sent().get(0).input().contains(tag)).isEqualTo(takesTags);
    assertThat(result.created())
        .singleElement()
        .asString()
        .startsWith(operation.name().substring("Create".length()) + " ");
    assertThat(result.left()).isEmpty();
    assertThat(result.calls()).extracting(CallResult::verdict).containsOnly(Verdict.CONFORMS);
    assertThat(result.calls().get(1).step().source()).isEqualTo("removal of what was created");
  }

  @Test
  void thereAreThirteenThingsToCreateAndRemove() {
    assertThat(creating()).hasSize(13);
  }

  @Test
  void whatNothingRemovesIsOnlyCreatedToStay() {
    String ask = "CreateCollaborationChangeRequest";
    ReplayResult refused = run(everything().build(), steps(ask));
    assertThat(refused.calls().get(0).reason())
        .contains("nothing can remove again what it creates: --keep-created");
    ReplayResult kept = run(everything().keepCreated(true).build(), steps(ask, CREATE));
    assertThat(sent()).containsExactly(ask, CREATE);
    assertThat(kept.created()).hasSize(2);
  }

  @Test
  void nothingIsCreatedThatMayNotBeDeleted() {
    ReplayResult result = run(Allowance.builder().allow(Effect.WRITE).build(), steps(CREATE));
    assertThat(service.sent()).isEmpty();
    assertThat(result.calls().get(0).reason())
        .contains("what it creates has to be removed: --allow delete, or --keep-created");
    Allowance keeping = Allowance.builder().allow(Effect.WRITE).keepCreated(true).build();
    ReplayResult kept = run(keeping, steps(CREATE));
    assertThat(sent()).containsExactly(CREATE);
    assertThat(kept.created()).hasSize(1);
    assertThat(kept.left()).isEmpty();
  }

  @Test
  void theNewestIsRemovedFirstAndWhatAStepRemovedIsNotRemovedAgain() {
    ReplayResult result =
        run(
            everything().build(),
            session -> {
              session.call(step("CreateCollaboration"));
              String output = session.call(step(CREATE)).orElseThrow();
              session.call(step("CreateMembership"));
              Object id = Trees.get(Trees.read(output), List.of("configuredTable", "id"));
              String input = "{\"configuredTableIdentifier\":\"" + id + "\"}";
              session.call(new Step("x", "DeleteConfiguredTable", input, true));
            });
    assertThat(sent())
        .containsExactly(
            "CreateCollaboration",
            CREATE,
            "CreateMembership",
            "DeleteConfiguredTable",
            "DeleteMembership",
            "DeleteCollaboration");
    assertThat(result.created()).hasSize(3);
    assertThat(result.left()).isEmpty();
  }

  @Test
  void whatIsGoneAlreadyCountsAsRemovedAndWhatIsNotIsLeft() {
    String gone = "{\"message\":\"\",\"resourceId\":\"x\",\"resourceType\":\"CONFIGURED_TABLE\"}";
    service.answering(
        "DeleteConfiguredTable", each -> WireAnswer.error(404, "ResourceNotFoundException", gone));
    assertThat(run(everything().build(), steps(CREATE)).left()).isEmpty();
    service.answering(
        "DeleteConfiguredTable", each -> WireAnswer.error(409, "ConflictException", "{}"));
    ReplayResult result = run(everything().build(), steps(CREATE));
    assertThat(result.left())
        .singleElement()
        .asString()
        .startsWith("ConfiguredTable arn:aws:cleanrooms:");
  }

  @Test
  void whatMayHaveBeenCreatedIsSaid() {
    service.altering((operation, exchange) -> InMemoryService.unanswered("reset", false));
    ReplayResult result = run(everything().build(), steps(CREATE));
    assertThat(sent()).containsExactly(CREATE);
    assertThat(result.left())
        .containsExactly(
            "perhaps created: ConfiguredTable by CreateConfiguredTable.json (its tag, if it has"
                + " tags, is cleanrooms-contract-kit=run-1)");
    service.answering(CREATE, each -> WireAnswer.error(500, "InternalServerException", "{}"));
    assertThat(run(everything().build(), steps(CREATE)).left()).hasSize(1);
    service.answering(CREATE, each -> WireAnswer.json(200, "{}"));
    assertThat(run(everything().build(), steps(CREATE)).left()).hasSize(1);
    service.answering(CREATE, each -> WireAnswer.error(400, "ValidationException", "{}"));
    assertThat(run(everything().build(), steps(CREATE)).left()).isEmpty();
  }

  @Test
  void anInputThatIsFullOfTagsStaysAsItIs() {
    Map<String, Object> input = Trees.copy(Trees.read(step(CREATE).input()));
    Map<String, Object> tags = new LinkedHashMap<>();
    for (int i = 0; i < 200; i++) {
      tags.put("tag" + i, "");
    }
    input.put("tags", tags);
    Step full = new Step("x", CREATE, Trees.json(input), true);
    run(everything().build(), session -> session.call(full));
    assertThat(service.sent().get(0).input()).isEqualTo(full.input());
  }

  @Test
  void anInterruptedRunSaysWhereItStoppedAndStillRemovesWhatItCreated() {
    List<CallResult> seen = new ArrayList<>();
    ReplayResult result =
        Replay.of(service)
            .allowance(everything().build())
            .listener(seen::add)
            .interruptedBy(() -> seen.size() == 2)
            .itinerary(steps(LIST, CREATE, "GetMembership"))
            .itinerary(steps("ListCollaborations"))
            .build()
            .run();
    assertThat(sent()).containsExactly(LIST, CREATE, "DeleteConfiguredTable");
    assertThat(result.stopped())
        .contains("interrupted (after CreateConfiguredTable of CreateConfiguredTable.json)");
    assertThat(result.left()).isEmpty();
    assertThat(seen).isEqualTo(result.calls());
    assertThat(result.operations())
        .filteredOn(each -> each.operation().equals("GetMembership"))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.reason().orElseThrow())
                    .startsWith("not asked: interrupted (after"));
  }

  @Test
  void aRunEndsWhereNoOtherCallCanBeAnsweredEither() {
    service.altering(
        (operation, exchange) ->
            operation.name().equals("GetMembership")
                ? InMemoryService.unanswered("there are no credentials", true)
                : exchange);
    ReplayResult result =
        run(everything().build(), steps(CREATE, "GetMembership", LIST, "GetSchema"));
    assertThat(sent()).containsExactly(CREATE, "GetMembership");
    assertThat(result.stopped())
        .contains("there are no credentials (after GetMembership of GetMembership.json)");
    assertThat(result.left()).hasSize(1);
  }

  @Test
  void aCeilingOfAllCallsEndsTheRunAndLeavesRoomForRemovals() {
    ReplayResult result =
        run(everything().maxCalls(4).build(), steps(LIST, CREATE, LIST, LIST, LIST));
    assertThat(sent()).containsExactly(LIST, CREATE, LIST, "DeleteConfiguredTable");
    assertThat(result.stopped().orElseThrow())
        .startsWith("the run may make 4 calls: --max-calls (after ListMemberships of");
    assertThat(run(everything().maxCalls(1).build(), steps(CREATE)).made()).isZero();
    assertThat(run(everything().maxCalls(0).build(), steps(LIST)).made()).isZero();
  }

  @Test
  void aCeilingOfAnEffectLetsOtherCallsPass() {
    String start = "StartProtectedQuery";
    ReplayResult result =
        run(
            everything().ceiling(Effect.COMPUTE, 1).build(),
            steps(start, start, "StartProtectedJob", LIST));
    assertThat(sent()).containsExactly(start, LIST);
    assertThat(result.stopped()).isEmpty();
    assertThat(result.calls().get(1).reason())
        .contains("the run may run what costs money 1 times: --max-compute");
  }

  @Test
  void aCeilingOfDeletionsLeavesRoomForRemovals() {
    run(everything().ceiling(Effect.DELETE, 1).build(), steps(CREATE, CREATE, "DeleteMembership"));
    assertThat(sent()).containsExactly(CREATE, "DeleteConfiguredTable");
  }

  @Test
  void unlessItIsToldOtherwiseFiveComputationsAreTheMost() {
    String start = "StartProtectedQuery";
    run(everything().build(), steps(start, start, start, start, start, start));
    assertThat(sent()).hasSize(5);
  }

  @Test
  void aFaultOnTheWayEndsTheRunAndLosesNothing() {
    Itinerary broken =
        session -> {
          session.call(step(CREATE));
          throw new IllegalStateException("secret");
        };
    ReplayResult result = run(everything().build(), broken);
    assertThat(sent()).containsExactly(CREATE, "DeleteConfiguredTable");
    assertThat(result.stopped().orElseThrow())
        .startsWith("a fault of the kit: IllegalStateException in ")
        .doesNotContain("secret");
    Itinerary unreadable =
        session -> {
          throw new UncheckedIOException(new NoSuchFileException("here.json"));
        };
    assertThat(run(everything().build(), unreadable).stopped())
        .contains("a file cannot be read or written: here.json (before the first step)");
  }

  @Test
  void observersAreGivenWhatTravelled() {
    List<String> seen = new ArrayList<>();
    Replay.of(service)
        .observer((step, exchange) -> seen.add(step.operation() + " " + exchange.answer()))
        .itinerary(steps(LIST, CREATE))
        .build()
        .run();
    assertThat(seen).containsExactly(LIST + " Optional[HTTP 200]");
  }

  @Test
  void aRunIsNamedByLetters() {
    assertThatThrownBy(() -> Replay.of(service).run("a b"))
        .hasMessage("a run is named by 1 to 64 letters, digits and hyphens, not \"a b\"");
    assertThat(Replay.of(service).run()).matches("[0-9]{8}-[0-9]{6}-[0-9a-f]{4}");
  }

  @Test
  void ceilingsAreNotNegative() {
    assertThatThrownBy(() -> Allowance.builder().maxCalls(-1))
        .hasMessage("a ceiling is 0 or more, not -1");
  }
}
