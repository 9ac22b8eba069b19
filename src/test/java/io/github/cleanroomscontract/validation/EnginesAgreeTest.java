package io.github.cleanroomscontract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.fixture.FixtureCheck;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.generation.RandomPayload;
import io.github.cleanroomscontract.generation.RandomPayloads;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Holds the compiled engine against networknt: of the same payload, the same is told. */
class EnginesAgreeTest {

  private static final boolean FULL = Boolean.getBoolean("full");

  /**
   * Of so many operations and directions the payloads of one are tried, unless all are asked for.
   */
  private static final int SUBJECTS_APART = FULL ? 1 : 5;

  /** Of so many trees one is tried. */
  private static final int TREES_APART = FULL ? 1 : 3;

  private static final int RANDOM_PAYLOADS = FULL ? 200 : 20;

  /** How many releases apart the days are that are tried. */
  private static final int DAYS_APART = FULL ? 1 : 9;

  static Stream<LocalDate> days() {
    List<LocalDate> releases = Catalogue.current().releases();
    int last = releases.size() - 1;
    return IntStream.rangeClosed(0, last)
        .filter(i -> (last - i) % DAYS_APART == 0)
        .mapToObj(releases::get);
  }

  /** Both engines of a day. */
  private static final class Engines {

    final List<String> differing = new ArrayList<>();
    final LocalDate day;
    final Catalogue catalogue;
    final Engine compiled;
    final Engine networknt;
    final ContractValidator byCompiled;
    final ContractValidator byNetworknt;
    int valid;
    int invalid;
    int otherOrder;

    Engines(LocalDate day) {
      this.day = day;
      this.catalogue = Catalogue.asOf(day);
      this.compiled = new CompiledEngine(day);
      this.networknt = new NetworkntEngine(day);
      this.byCompiled = validator(compiled);
      this.byNetworknt = validator(networknt);
    }

    private ContractValidator validator(Engine engine) {
      return new ContractValidator(
          ContractValidator.builder().asOf(day),
          any -> new ContractValidator.Edition(catalogue, engine));
    }

    void compare(GeneratedCase each) {
      JsonDocument.parse(each.payload())
          .root()
          .ifPresent(tree -> compare(each.operation(), each.direction(), each.error(), tree));
    }

    void compare(String name, Direction direction, Optional<String> error, JsonNode tree) {
      Optional<Operation> operation = catalogue.operation(name);
      if (operation.isEmpty()) {
        return;
      }
      if (direction != Direction.ERROR) {
        compare(operation.get().schemaUri(direction), name, direction, error, tree);
        return;
      }
      error
          .flatMap(catalogue::error)
          .ifPresent(shape -> compare(catalogue.schemaUri(shape), name, direction, error, tree));
    }

    private void compare(
        String schema, String name, Direction direction, Optional<String> error, JsonNode tree) {
      List<Engine.Violation> told = networknt.judge(schema, tree);
      List<Engine.Violation> toldByUs = compiled.judge(schema, tree);
      List<Engine.Violation> expected = inOrder(told);
      List<Engine.Violation> found = inOrder(toldByUs);
      if (!toldByUs.equals(told)) {
        // In which order they are told must not show.
        otherOrder++;
        Message message =
            new Message(name, direction, error, OptionalInt.empty(), Payload.of(tree.toString()));
        Report report = byCompiled.validate(message);
        Report plain = byNetworknt.validate(message);
        if (!report.equals(plain) && differing.size() < 10) {
          differing.add(schema + ": report of networknt " + plain + ", compiled " + report);
        }
      }
      boolean same = found.equals(expected);
      if (!same && differing.size() < 10) {
        differing.add(schema + ": networknt " + expected + ", compiled " + found + " of " + tree);
      }
      if (expected.isEmpty()) {
        valid++;
      } else {
        invalid++;
      }
    }

    /** In which order places and keywords come is no matter; of several names, it is. */
    private static List<Engine.Violation> inOrder(List<Engine.Violation> violations) {
      return violations.stream()
          .distinct()
          .sorted(
              Comparator.comparing(Engine.Violation::pointer)
                  .thenComparing(Engine.Violation::keyword)
                  .thenComparing(Engine.Violation::rule))
          .toList();
    }

    /** The engines agree, and not for want of payloads of either kind. */
    void agree(int leastValid, int leastInvalid) {
      assertThat(differing).isEmpty();
      assertThat(valid).isGreaterThanOrEqualTo(leastValid);
      assertThat(invalid).isGreaterThanOrEqualTo(leastInvalid);
    }
  }

  @Test
  void onFixtures() throws IOException {
    Engines engines = new Engines(Catalogue.MODEL_DATE);
    for (Path file : FixtureCheck.find(Path.of("fixtures"))) {
      String operation = file.getParent().getParent().getFileName().toString();
      String[] words = file.getFileName().toString().split("[^A-Za-z0-9]+");
      Direction direction = Direction.of(words[0]).orElseThrow();
      JsonDocument.parse(Files.readAllBytes(file))
          .root()
          .ifPresent(tree -> engines.compare(operation, direction, Optional.of(words[1]), tree));
    }
    engines.agree(1000, 1000);
    assertThat(engines.otherOrder).isPositive();
  }

  /** What one direction of one operation can hold. */
  private record Subject(String operation, Direction direction) {

    /** Returns those to try on a day, always the same ones. */
    static List<Subject> sample(Engines engines) {
      List<Subject> all =
          engines.catalogue.operations().stream()
              .flatMap(
                  operation ->
                      Stream.of(Direction.values())
                          .map(direction -> new Subject(operation.name(), direction)))
              .toList();
      int first = engines.day.getDayOfYear() % SUBJECTS_APART;
      return IntStream.range(0, all.size())
          .filter(i -> i % SUBJECTS_APART == first)
          .mapToObj(all::get)
          .toList();
    }

    RandomPayloads random(LocalDate day) {
      return RandomPayloads.of(operation, direction).asOf(day);
    }
  }

  @ParameterizedTest
  @MethodSource("days")
  void onGeneratedPayloads(LocalDate day) {
    Engines engines = new Engines(day);
    for (Subject each : Subject.sample(engines)) {
      Stream.of(
              PayloadCases.of(each.operation(), each.direction()).asOf(day).all(),
              each.random(day).stream(1).limit(RANDOM_PAYLOADS),
              each.random(day).broken().stream(1).limit(RANDOM_PAYLOADS))
          .flatMap(cases -> cases)
          .forEach(engines::compare);
    }
    engines.agree(200, 200);
  }

  @ParameterizedTest
  @MethodSource("days")
  void onTreesWithAnythingInThem(LocalDate day) {
    Engines engines = new Engines(day);
    AtomicInteger count = new AtomicInteger();
    for (Subject subject : Subject.sample(engines)) {
      subject
          .random(day)
          .edges()
          .map(RandomPayload::get)
          .forEach(
              each ->
                  BrokenTrees.visit(
                      JsonDocument.parse(each.payload()).root().orElseThrow(),
                      tree -> {
                        if (count.getAndIncrement() % TREES_APART == 0) {
                          engines.compare(each.operation(), each.direction(), each.error(), tree);
                        }
                      }));
    }
    engines.agree(1, 500);
    assertThat(engines.otherOrder).isPositive();
  }
}
