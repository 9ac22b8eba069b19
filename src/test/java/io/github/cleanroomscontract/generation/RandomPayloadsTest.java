package io.github.cleanroomscontract.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomPayloadsTest {

  private static final Direction[] DIRECTIONS = Direction.values();

  private static final ContractValidator VALIDATOR = ContractValidator.create();

  static Stream<Operation> operations() {
    return Catalogue.current().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void payloadsAreJudgedAsTheyPromise(Operation operation) {
    List<String> misjudged = new ArrayList<>();
    for (Direction direction : DIRECTIONS) {
      RandomPayloads valid = RandomPayloads.of(operation.name(), direction);
      Stream.concat(valid.stream(5).limit(30), valid.broken().stream(5).limit(30))
          .forEach(each -> judge(each, misjudged));
    }
    assertThat(misjudged).isEmpty();
  }

  private static void judge(GeneratedCase each, List<String> misjudged) {
    CaseJudge.misjudged(each, Catalogue.MODEL_DATE, VALIDATOR).ifPresent(misjudged::add);
  }

  /** What is broken one by one is what is broken at random. */
  @ParameterizedTest
  @MethodSource("operations")
  void theEnumerationAndChanceAgree(Operation operation) {
    for (Direction direction : DIRECTIONS) {
      Set<String> enumerated =
          PayloadCases.of(operation.name(), direction)
              .invalid()
              .filter(each -> !each.rule().orElseThrow().matches("(http|error)[.].*"))
              .map(RandomPayloadsTest::fault)
              .collect(Collectors.toSet());
      Set<String> simplest =
          RandomPayloads.of(operation.name(), direction)
              .broken()
              .simplestOfEach()
              .map(RandomPayload::get)
              .map(RandomPayloadsTest::fault)
              .collect(Collectors.toSet());
      Set<String> never = new TreeSet<>(enumerated);
      never.removeAll(simplest);
      assertThat(never).isEmpty();
      simplest.removeAll(enumerated);
      assertThat(simplest).isEmpty();
    }
  }

  private static String fault(GeneratedCase each) {
    return each.name() + ": " + each.rule().orElseThrow() + " " + each.pointer().orElseThrow();
  }

  @Test
  void theSameSeedGivesTheSame() {
    RandomPayloads queries = RandomPayloads.of("StartProtectedQuery", Direction.REQUEST);
    assertThat(queries.stream(1).limit(50)).isEqualTo(queries.stream(1).limit(50).toList());
    assertThat(queries.stream(1).limit(50).map(GeneratedCase::payload))
        .isNotEqualTo(queries.stream(2).limit(50).map(GeneratedCase::payload).toList());
    assertThat(queries.stream(1).skip(2).findFirst().orElseThrow().name())
        .isEqualTo("random, 3 of seed 1");
  }

  @Test
  void payloadsDiffer() {
    Set<String> payloads =
        RandomPayloads.of("CreateCollaboration", Direction.REQUEST).stream(9)
            .limit(500)
            .map(GeneratedCase::payload)
            .collect(Collectors.toCollection(HashSet::new));
    assertThat(payloads).hasSizeGreaterThan(350);
  }

  @Test
  void whatIsBrokenIsAsDemanded() {
    String pointer = "/resultConfiguration/outputConfiguration";
    RandomPayloads broken =
        RandomPayloads.of("StartProtectedQuery", Direction.REQUEST)
            .with(pointer)
            .without("/computeConfiguration")
            .breaking("union.multiple");
    List<String> misjudged = new ArrayList<>();
    broken.stream(8).limit(300).forEach(each -> judge(each, misjudged));
    assertThat(misjudged).isEmpty();
    assertThat(broken.stream(8).limit(300).map(GeneratedCase::payload))
        .allMatch(each -> each.contains("\"outputConfiguration\""))
        .noneMatch(each -> each.contains("\"computeConfiguration\""))
        .anyMatch(each -> each.contains("O'Brien"));
  }

  @Test
  void theSimplestCannotBeMadeSimpler() {
    RandomPayload simplest =
        RandomPayloads.of("GetMembership", Direction.RESPONSE).breaking("required").simplest();
    assertThat(simplest.complexity()).isZero();
    assertThat(simplest.simpler()).isEmpty();
  }

  @Test
  void ofADayThereIsOnlyWhatExistedThen() {
    LocalDate launch = LocalDate.of(2023, 1, 12);
    RandomPayloads then = RandomPayloads.of("CreateCollaboration", Direction.REQUEST).asOf(launch);
    assertThat(then.stream(4).limit(200).map(GeneratedCase::payload))
        .noneMatch(each -> each.contains("analyticsEngine") || each.contains("CAN_RUN_JOB"));
    assertThatThrownBy(
            () -> RandomPayloads.of("CreateIntermediateTable", Direction.REQUEST).asOf(launch))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2023-01-12");
  }
}
