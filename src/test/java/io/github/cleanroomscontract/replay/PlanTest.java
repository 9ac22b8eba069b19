package io.github.cleanroomscontract.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.stub.ContractStub;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

  /** Nobody may be called for a plan. */
  private static final Service NOBODY =
      new Service() {
        @Override
        public Exchange call(Operation operation, String input, boolean valid) {
          throw new AssertionError("a plan made a call of " + operation);
        }

        @Override
        public String endpoint() {
          return "nowhere";
        }

        @Override
        public void close() {}
      };

  private static Step step(String operation) {
    String input =
        PayloadCases.of(operation, Direction.REQUEST).valid().findFirst().orElseThrow().payload();
    return new Step(operation + ".json", operation, input, true);
  }

  private static void everything(Session session) {
    Catalogue.current().operations().forEach(each -> session.call(step(each.name())));
    session.call(new Step("wrong.json", "GetMembership", "{}", true));
    session.skip("no.json", "GetSchema", "there is none");
  }

  private static Allowance all() {
    Allowance.Builder builder = Allowance.builder().ceiling(Effect.COMPUTE, 3);
    List.of(Effect.values()).forEach(builder::allow);
    return builder.build();
  }

  @Test
  void aPlanWithDefaultsOnlyReads() {
    Plan plan = Replay.of(NOBODY).itinerary(PlanTest::everything).build().plan();
    assertThat(plan.endpoint()).isEqualTo("nowhere");
    assertThat(plan.calls()).hasSize(102);
    assertThat(plan.made()).hasSize(49).extracting(PlannedCall::effect).containsOnly(Effect.READ);
    assertThat(plan.calls())
        .filteredOn(each -> each.step().operation().equals("StartProtectedQuery"))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.skipped())
                    .contains("its effect is to run what costs money: --allow compute"));
    assertThat(plan.calls().get(100).skipped().orElseThrow()).startsWith("its input is not in");
    assertThat(plan.calls().get(101).skipped()).contains("there is none");
  }

  @Test
  void aPlanIsWhatTheRunDoes() {
    InMemoryService service = new InMemoryService(ContractStub.create());
    Replay replay = Replay.of(service).allowance(all()).itinerary(PlanTest::everything).build();
    Plan plan = replay.plan();
    assertThat(service.sent()).isEmpty();
    replay.run();
    List<String> steps = names(plan, false);
    List<String> sent = service.sent().stream().map(Step::operation).toList();
    assertThat(sent.subList(0, steps.size())).isEqualTo(steps);
    // What a step removes need not be removed in the end.
    assertThat(names(plan, true)).containsSubsequence(sent.subList(steps.size(), sent.size()));
    assertThat(sent).hasSizeGreaterThan(steps.size());
  }

  private static List<String> names(Plan plan, boolean open) {
    return plan.made().stream()
        .filter(each -> each.open() == open)
        .map(each -> each.step().operation())
        .toList();
  }

  @Test
  void callsThatDependOnOthersAreForeseen() {
    Step open = new Step("x", "GetMembership", "{\"membershipIdentifier\":\"${id}\"}", true);
    Plan plan =
        Replay.of(NOBODY)
            .itinerary(
                session -> {
                  assertThat(session.isPlanned()).isTrue();
                  session.foresee(open);
                })
            .build()
            .plan();
    assertThat(plan.made())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.step()).isEqualTo(open);
              assertThat(each.open()).isTrue();
            });
  }

  @Test
  void aPlanEndsAtTheCeiling() {
    Plan plan =
        Replay.of(NOBODY)
            .allowance(Allowance.builder().maxCalls(1).build())
            .itinerary(
                session -> {
                  session.call(step("ListMemberships"));
                  session.call(step("ListCollaborations"));
                  assertThat(session.goesOn()).isFalse();
                })
            .build()
            .plan();
    assertThat(plan.made()).hasSize(1);
    assertThat(plan.calls().get(1).skipped()).contains("the run may make 1 calls: --max-calls");
  }
}
