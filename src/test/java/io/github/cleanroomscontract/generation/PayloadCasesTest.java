package io.github.cleanroomscontract.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Conversation;
import io.github.cleanroomscontract.validation.Payload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadCasesTest {

  private static final Direction[] DIRECTIONS = {Direction.REQUEST, Direction.RESPONSE};

  /** ARNs of three shapes cannot be realistic and as short as is published. */
  private static final String UNAVOIDABLE = "arn.published-maximum";

  static Stream<Operation> operations() {
    return Catalogue.current().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void validCasesCauseNoFinding(Operation operation) {
    assertThat(misjudged(operation, Catalogue.MODEL_DATE, true)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void invalidCasesCauseWhatTheyPromise(Operation operation) {
    assertThat(misjudged(operation, Catalogue.MODEL_DATE, false)).isEmpty();
  }

  /** Each of these days has something that later ones have not, or the other way round. */
  @ParameterizedTest
  @ValueSource(strings = {"2023-01-12", "2023-07-30", "2023-11-14", "2024-07-24", "2025-10-01"})
  void casesOfADayAreJudgedSoByTheContractOfThatDay(LocalDate day) {
    List<String> misjudged = new ArrayList<>();
    for (Operation operation : Catalogue.asOf(day).operations()) {
      misjudged.addAll(misjudged(operation, day, true));
      misjudged.addAll(misjudged(operation, day, false));
    }
    assertThat(misjudged).isEmpty();
  }

  private static List<String> misjudged(Operation operation, LocalDate day, boolean valid) {
    List<String> misjudged = new ArrayList<>();
    for (Direction direction : DIRECTIONS) {
      PayloadCases cases = PayloadCases.of(operation.name(), direction).asOf(day);
      (valid ? cases.valid() : cases.invalid())
          .forEach(
              each -> {
                List<String> found = found(day, each);
                if (!found.equals(expected(each))) {
                  misjudged.add(each + ": expected " + expected(each) + ", found " + found);
                }
              });
    }
    return misjudged;
  }

  private static List<String> expected(GeneratedCase each) {
    return each.rule().stream().map(rule -> rule + " " + each.pointer().orElseThrow()).toList();
  }

  static List<String> found(LocalDate day, GeneratedCase each) {
    return report(day, each).findings().stream()
        .filter(finding -> !finding.rule().id().equals(UNAVOIDABLE))
        .filter(finding -> !each.besides().contains(finding.rule().id()))
        .map(PayloadCasesTest::brief)
        .toList();
  }

  private static Report report(LocalDate day, GeneratedCase each) {
    ContractValidator.Builder builder = ContractValidator.builder().asOf(day);
    if (!each.circumstances().equals(Circumstances.NONE)) {
      builder.context(each.circumstances().context());
    }
    Conversation conversation = builder.build().conversation();
    each.request()
        .ifPresent(
            asked ->
                conversation.validate(
                    io.github.cleanroomscontract.validation.Message.of(
                        each.operation(), Direction.REQUEST, Payload.of(asked))));
    return conversation.validate(
        io.github.cleanroomscontract.validation.Message.of(
            each.operation(), each.direction(), Payload.of(each.payload())));
  }

  private static String brief(Finding finding) {
    return finding.rule().id() + " " + finding.pointer();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void namesAreUnique(Operation operation) {
    for (Direction direction : DIRECTIONS) {
      PayloadCases cases = PayloadCases.of(operation.name(), direction);
      Set<String> names = new HashSet<>();
      Stream.concat(cases.valid(), cases.invalid())
          .map(GeneratedCase::name)
          .forEach(name -> assertThat(names.add(name)).as(name).isTrue());
    }
  }

  @Test
  void casesAreTheSameOnEveryRun() {
    for (Direction direction : DIRECTIONS) {
      PayloadCases cases = PayloadCases.of("CreateCollaboration", direction);
      assertThat(cases.valid()).containsExactlyElementsOf(cases.valid().toList());
      assertThat(PayloadCases.of("CreateCollaboration", direction).invalid())
          .containsExactlyElementsOf(cases.invalid().toList());
    }
  }

  @Test
  void whatThereIsNotIsSaid() {
    assertThatThrownBy(() -> PayloadCases.of("StartQuery", Direction.REQUEST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("StartQuery");
    PayloadCases cases = PayloadCases.of("StartProtectedQuery", Direction.REQUEST);
    assertThatThrownBy(() -> cases.invalid("union.nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("union.nothing");
    PayloadCases later = PayloadCases.of("CreateIntermediateTable", Direction.REQUEST);
    assertThatThrownBy(() -> later.asOf(LocalDate.of(2025, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2025-01-01");
  }

  @ParameterizedTest
  @EnumSource(names = "ERROR")
  void errorsHaveNoCases(Direction direction) {
    assertThatThrownBy(() -> PayloadCases.of("GetMembership", direction))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void casesOfOneRuleAreThoseAmongAll() {
    PayloadCases cases = PayloadCases.of("StartProtectedQuery", Direction.REQUEST);
    assertThat(cases.invalid("union.multiple"))
        .isNotEmpty()
        .containsExactlyElementsOf(
            cases.invalid().filter(each -> each.rule().get().equals("union.multiple")).toList());
  }
}
