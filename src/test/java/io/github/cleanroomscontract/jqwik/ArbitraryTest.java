package io.github.cleanroomscontract.jqwik;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.generation.CaseJudge;
import io.github.cleanroomscontract.generation.GeneratedCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import net.jqwik.api.domains.Domain;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class ArbitraryTest {

  private static final String OUTPUT = "/resultConfiguration/outputConfiguration";
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 27);

  /** What jqwik runs; surefire does not, since it is no class of its own. */
  static class Properties {

    private static final List<String> SEEN = new ArrayList<>();

    @Property(tries = 200)
    @Domain(CleanRoomsDomain.class)
    void seesPayloads(
        @ForAll @CleanRoomsPayload("StartProtectedQuery") String request,
        @ForAll
            @CleanRoomsPayload(
                value = "GetMembership",
                direction = Direction.RESPONSE,
                breaking = "required",
                asOf = "2024-07-24")
            GeneratedCase response) {
      SEEN.add(request);
      SEEN.add(response.toString());
      assertThat(response.rule()).contains("required");
      assertThat(CaseJudge.found(LocalDate.of(2024, 7, 24), response))
          .isEqualTo(CaseJudge.expected(response));
    }

    @Property
    void neverDistributes(@ForAll("queries") GeneratedCase query) {
      assertThat(query.payload()).doesNotContain("\"distribute\"");
    }

    @Property
    void neverHasTwoVariants(@ForAll("twoVariants") GeneratedCase query) {
      assertThat(query.payload()).doesNotContain("CSV");
    }

    @Property
    @Domain(CleanRoomsDomain.class)
    void asksForWhatThereIsNot(@ForAll @CleanRoomsPayload("StartQuery") String request) {}

    @Provide
    Arbitrary<GeneratedCase> queries() {
      return CleanRoomsArbitraries.requests("StartProtectedQuery");
    }

    @Provide
    Arbitrary<GeneratedCase> twoVariants() {
      return CleanRoomsArbitraries.requests("StartProtectedQuery").breaking("union.multiple");
    }
  }

  /** What running a property told: its failure, and what was printed. */
  private record Outcome(Optional<Throwable> failure, String printed) {

    /** The simplest sample; where the first was that already, there is no other. */
    String simplest() {
      return printed.split("Sample(?: \\([0-9]+ steps\\))?\\R-+\\R")[1].replaceFirst(
          "(?s)\\R\\R.*", "");
    }
  }

  private static Outcome run(String property) {
    String method = Properties.class.getName() + "#" + property;
    EngineTestKit.Builder engine =
        EngineTestKit.engine("jqwik").enableImplicitConfigurationParameters(true);
    String parameters =
        Stream.of(Properties.class.getDeclaredMethods())
            .filter(each -> each.getName().equals(property))
            .map(
                each ->
                    Stream.of(each.getParameterTypes()).map(Class::getName).collect(joining(",")))
            .findFirst()
            .orElseThrow();
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      EngineExecutionResults results =
          engine.selectors(selectMethod(method + "(" + parameters + ")")).execute();
      assertThat(results.testEvents().started().count()).isEqualTo(1);
      return new Outcome(
          results.testEvents().failed().stream()
              .map(event -> event.getRequiredPayload(TestExecutionResult.class))
              .flatMap(result -> result.getThrowable().stream())
              .findFirst(),
          printed.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
    }
  }

  @Test
  void theDomainGivesWhatTheAnnotationAsksFor() {
    Properties.SEEN.clear();
    assertThat(run("seesPayloads").failure()).isEmpty();
    assertThat(Properties.SEEN).hasSizeGreaterThan(300);
    assertThat(Properties.SEEN).anyMatch(each -> each.contains("\"distribute\""));
  }

  @Test
  void aFaultyAnnotationFailsThePropertyAndSaysWhy() {
    assertThat(run("asksForWhatThereIsNot").failure().orElseThrow())
        .hasStackTraceContaining("there is no operation StartQuery");
  }

  @Test
  void aFailureShowsTheSimplestPayloadAndTheSeed() {
    Outcome outcome = run("neverDistributes");
    assertThat(outcome.failure()).isPresent();
    assertThat(outcome.printed()).containsPattern("seed = -?[0-9]+ ");
    assertThat(outcome.simplest())
        .isEqualTo(
            """
              arg0:
                StartProtectedQuery request: random {
                  payload=
                    {"type":"SQL","membershipIdentifier":"b46127d3-c32d-33d4-85a4-78e88b8f6593",\
            "sqlParameters":{"queryString":"SELECT age_group, COUNT(*) FROM purchases GROUP BY age_group"},\
            "resultConfiguration":{"outputConfiguration":{"distribute":{"locations":[{"s3":{"resultFormat":"CSV",\
            "bucket":"example-retail-results"}}]}}}}
                }""");
  }

  @Test
  void whatIsBrokenStaysBrokenWhileItShrinks() {
    Outcome outcome = run("neverHasTwoVariants");
    assertThat(outcome.failure()).isPresent();
    assertThat(outcome.simplest()).contains("breaks=\"union.multiple\"").contains("at=\"/");
  }

  @Test
  void everyStepOfShrinkingKeepsThePromise() {
    List<PayloadArbitrary> all =
        List.of(
            CleanRoomsArbitraries.requests("StartProtectedQuery"),
            CleanRoomsArbitraries.responses("GetProtectedQuery"),
            CleanRoomsArbitraries.requests("CreateCollaboration"),
            CleanRoomsArbitraries.requests("StartProtectedQuery").breaking("union.multiple"),
            CleanRoomsArbitraries.responses("GetProtectedQuery").breaking("required"),
            CleanRoomsArbitraries.responses("BatchGetSchema").broken());
    for (PayloadArbitrary each : all) {
      Random random = new Random(3);
      for (int i = 0; i < 10; i++) {
        shrink(each.generator(1000).next(random), random);
      }
    }
  }

  /** Follows any step each time, down to the end. */
  private static void shrink(Shrinkable<GeneratedCase> from, Random random) {
    GeneratedCase first = from.value();
    Shrinkable<GeneratedCase> at = from;
    while (at.distance().compareTo(ShrinkingDistance.of(0)) > 0) {
      List<Shrinkable<GeneratedCase>> simpler = at.shrink().limit(1 + random.nextInt(8)).toList();
      if (simpler.isEmpty()) {
        return;
      }
      Shrinkable<GeneratedCase> next = simpler.get(simpler.size() - 1);
      assertThat(next.distance()).isLessThan(at.distance());
      assertThat(next.value().rule()).isEqualTo(first.rule());
      assertThat(CaseJudge.found(TODAY, next.value()))
          .as(next.value().payload())
          .isEqualTo(CaseJudge.expected(next.value()));
      at = next;
    }
  }

  @Test
  void payloadsAreAsDemanded() {
    PayloadArbitrary queries = CleanRoomsArbitraries.requests("StartProtectedQuery");
    assertThat(sample(queries.variant(OUTPUT, "distribute")))
        .allMatch(each -> each.contains("\"distribute\""));
    assertThat(sample(queries.with("/computeConfiguration")))
        .allMatch(each -> each.contains("\"computeConfiguration\""));
    assertThat(sample(queries.without("/computeConfiguration")))
        .noneMatch(each -> each.contains("\"computeConfiguration\""));
    assertThat(sample(queries.without(OUTPUT + "/distribute", OUTPUT + "/s3")))
        .noneMatch(each -> each.contains("\"distribute\"") || each.contains("\"s3\""));
    assertThat(sample(queries.asOf(LocalDate.of(2025, 4, 29))))
        .noneMatch(each -> each.contains("\"distribute\""));
    assertThat(sample(queries)).anyMatch(each -> each.contains("\"distribute\""));
    assertThat(sample(CleanRoomsArbitraries.responses("ListMembers").atMost(1)))
        .noneMatch(each -> each.contains("123456789012"))
        .anyMatch(each -> each.contains("444455556666"));
    assertThat(sample(CleanRoomsArbitraries.responses("ListMembers")))
        .anyMatch(each -> each.contains("123456789012"));
  }

  private static List<String> sample(PayloadArbitrary payloads) {
    return payloads.json().sampleStream().limit(200).toList();
  }

  @Test
  void whatCannotBeIsSaidAtOnce() {
    PayloadArbitrary queries = CleanRoomsArbitraries.requests("StartProtectedQuery");
    refused(() -> CleanRoomsArbitraries.requests("StartQuery"), "there is no operation StartQuery");
    refused(() -> queries.with("/outputs"), "StartProtectedQuery request has no \"outputs\"");
    refused(
        () -> queries.without("/membershipIdentifier"),
        "/membershipIdentifier cannot be left out: it is required");
    refused(() -> queries.breaking("union.nothing"), "there is no rule union.nothing");
    refused(() -> queries.breaking("budget.unheard-of"), "there is no rule");
    refused(
        () -> CleanRoomsArbitraries.requests("GetMembership").breaking("union.multiple"),
        "union.multiple");
    refused(() -> queries.variant(OUTPUT, "s3").variant(OUTPUT, "member"), "s3", "member");
    refused(
        () -> queries.variant(OUTPUT, "distribute").asOf(LocalDate.of(2025, 4, 29)), "distribute");
    refused(() -> queries.atMost(-1), "-1");
  }

  private static void refused(ThrowingCallable call, String... why) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).message().contains(why);
  }

  @Test
  void noFileIsLeftBehind() throws IOException {
    Path database = Path.of(".jqwik-database");
    Files.deleteIfExists(database);
    run("neverDistributes");
    assertThat(database).doesNotExist();
  }

  @Test
  void edgesAreTriedFirst() {
    List<String> edges = new ArrayList<>();
    CleanRoomsArbitraries.requests("StartProtectedQuery")
        .edgeCases(100)
        .forEach(edge -> edges.add(edge.value().payload()));
    for (String variant : List.of("s3", "member", "distribute")) {
      assertThat(edges).anyMatch(each -> each.contains("\"" + variant + "\""));
    }
    assertThat(edges.get(0)).doesNotContain("resultConfiguration");
    assertThat(edges.get(1)).contains("computeConfiguration").contains("resultConfiguration");
  }
}
