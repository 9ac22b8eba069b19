package io.github.cleanroomscontract.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.replay.Allowance;
import io.github.cleanroomscontract.replay.CallResult;
import io.github.cleanroomscontract.replay.Effect;
import io.github.cleanroomscontract.replay.InMemoryService;
import io.github.cleanroomscontract.replay.Replay;
import io.github.cleanroomscontract.replay.ReplayResult;
import io.github.cleanroomscontract.replay.Step;
import io.github.cleanroomscontract.replay.Verdict;
import io.github.cleanroomscontract.stub.ContractStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FixtureItineraryTest {

  private static final Path FIXTURES = Path.of("fixtures");
  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  private static FixtureItinerary all;

  private final InMemoryService service = new InMemoryService(ContractStub.create());

  @TempDir private Path folder;

  @BeforeAll
  static void read(@TempDir Path folder) throws IOException {
    Binding binding = Binding.read(Bindings.write(folder, Bindings.everything()));
    all = FixtureItinerary.of(FIXTURES, binding);
  }

  static Stream<String> operations() {
    return Catalogue.current().operations().stream().map(Operation::name);
  }

  private static Allowance everything() {
    Allowance.Builder builder =
        Allowance.builder().invalid(true).keepCreated(true).maxCalls(10_000);
    List.of(Effect.values()).forEach(each -> builder.allow(each).ceiling(each, 10_000));
    return builder.build();
  }

  private ReplayResult run(FixtureItinerary itinerary) {
    return Replay.of(service).allowance(everything()).itinerary(itinerary).build().run();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationHasValidAndInvalidFixturesThatReplay(String operation) {
    List<CallResult> results = run(all.only(Set.of(operation))).calls();
    for (boolean valid : new boolean[] {true, false}) {
      assertThat(results)
          .filteredOn(each -> each.step().valid() == valid)
          .as("valid: %s", valid)
          .isNotEmpty()
          .allSatisfy(
              each -> {
                String what = each.step() + " " + each.reason();
                assertThat(each.verdict()).as(what).isEqualTo(Verdict.CONFORMS);
                assertThat(each.status().orElseThrow() < 400).as(what).isEqualTo(valid);
              });
    }
  }

  @Test
  void readsComeFirstAndDeletionsLast() {
    ReplayResult result = run(all);
    assertThat(result.stopped()).isEmpty();
    List<Effect> effects = result.calls().stream().map(CallResult::effect).distinct().toList();
    assertThat(effects).containsExactly(Effect.READ, Effect.WRITE, Effect.COMPUTE, Effect.DELETE);
    assertThat(result.made()).isBetween(250, 350);
  }

  private Binding bound(Map<String, Object> binding) throws IOException {
    return Binding.read(Bindings.write(folder, binding));
  }

  private FixtureItinerary fixtures(String operation, Map<String, Object> binding)
      throws IOException {
    return FixtureItinerary.of(FIXTURES, bound(binding)).only(Set.of(operation));
  }

  @Test
  void whatIsNotBoundIsSkippedOnceWithTheReason() throws IOException {
    ReplayResult result = run(fixtures("GetMembership", Map.of()));
    assertThat(result.calls())
        .filteredOn(each -> each.verdict() == Verdict.SKIPPED)
        .singleElement()
        .satisfies(each -> assertThat(each.reason()).contains("no \"membership\" in the binding"));
    // What is broken needs none.
    assertThat(service.sent()).isNotEmpty().allMatch(each -> !each.valid());
  }

  @Test
  void identifiersArePutInPlaceOfTheOwnOnesAlsoInBodies() throws IOException {
    run(fixtures("CreateMembership", Map.of("collaboration", ID)).atMost(1, 0));
    assertThat(service.sent())
        .singleElement()
        .extracting(Step::input)
        .asString()
        .contains("\"collaborationIdentifier\":\"" + ID + "\"");
  }

  @Test
  void oneIdentifierStandsForAllInAList() throws IOException {
    String arn =
        "arn:aws:cleanrooms:eu-west-1:444455556666:membership/" + ID + "/analysistemplate/" + ID;
    run(
        fixtures(
                "BatchGetCollaborationAnalysisTemplate",
                Map.of("collaboration", ID, "analysisTemplateArn", arn))
            .atMost(5, 0));
    assertThat(service.sent())
        .isNotEmpty()
        .allMatch(each -> each.input().contains("\"analysisTemplateArns\":[\"" + arn + "\"]"));
  }

  @Test
  void nothingOfTheAccountIsDeletedThatIsNotDisposable() throws IOException {
    ReplayResult kept = run(fixtures("DeleteMembership", Map.of("membership", ID)));
    assertThat(service.sent()).noneMatch(Step::valid);
    assertThat(kept.calls().get(0).reason())
        .contains("it takes from your \"membership\", which \"disposable\" does not have");
    run(
        fixtures(
            "DeleteMembership", Map.of("membership", ID, "disposable", List.of("membership"))));
    assertThat(service.sent()).anyMatch(Step::valid);
  }

  @Test
  void faultsThatDoNotTravelAndFixturesThatNeedMoreAreLeftOut() throws IOException {
    Path valid = Files.createDirectories(folder.resolve("ListMemberships/valid"));
    Path invalid = Files.createDirectories(folder.resolve("ListMemberships/invalid"));
    Files.writeString(valid.resolve("request.a.json"), "{}");
    Files.writeString(valid.resolve("request.b.json"), "{}");
    Files.createDirectory(valid.resolve("request.b.context"));
    Files.writeString(valid.resolve("request.c.json"), "{}");
    Files.writeString(valid.resolve("request.c.options"), "as-of=2025-04-30");
    Files.writeString(valid.resolve("response.json"), "{}");
    Files.writeString(invalid.resolve("request.text.json"), "{\"maxResults\":\"5\"}");
    Files.writeString(invalid.resolve("request.text.errors"), "type /maxResults");
    Files.writeString(invalid.resolve("request.zero.json"), "{\"maxResults\":0}");
    Files.writeString(invalid.resolve("request.zero.errors"), "range /maxResults");
    Files.writeString(invalid.resolve("request.cut.json"), "{\"maxResults\":");
    Files.writeString(invalid.resolve("request.cut.errors"), "json.truncated");
    ReplayResult result = run(FixtureItinerary.of(folder, Binding.none()));
    assertThat(result.calls())
        .extracting(each -> Path.of(each.step().source()).getFileName().toString())
        .containsExactly("request.a.json", "request.zero.json");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> FixtureItinerary.of(folder.resolve("none"), Binding.none()))
        .hasMessage(folder.resolve("none") + " cannot be read: there is no such folder");
    assertThatThrownBy(() -> FixtureItinerary.of(folder, Binding.none()))
        .hasMessageStartingWith(folder + " holds no request fixtures");
    assertThatThrownBy(() -> all.only(Set.of("GetMembershop")))
        .hasMessage("there is no operation \"GetMembershop\"; did you mean \"GetMembership\"?");
  }
}
