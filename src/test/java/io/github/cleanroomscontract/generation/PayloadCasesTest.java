package io.github.cleanroomscontract.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.generation.Circumstances.Answer;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadCasesTest {

  /** How many releases apart the days are that are tried, unless all are asked for. */
  private static final int STEP = Boolean.getBoolean("full") ? 1 : 12;

  static Stream<Operation> operations() {
    return Catalogue.current().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void validCasesAreFoundToBeWhatTheyAre(Operation operation) {
    assertThat(misjudged(operation, Catalogue.MODEL_DATE, PayloadCases::valid)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void casesWithAWarningCauseWhatTheyPromise(Operation operation) {
    assertThat(misjudged(operation, Catalogue.MODEL_DATE, PayloadCases::warned)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void invalidCasesCauseWhatTheyPromise(Operation operation) {
    assertThat(misjudged(operation, Catalogue.MODEL_DATE, PayloadCases::invalid)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void malformedCasesCauseWhatTheyPromise(Operation operation) {
    assertThat(misjudged(operation, Catalogue.MODEL_DATE, PayloadCases::malformed)).isEmpty();
  }

  static Stream<LocalDate> days() {
    List<LocalDate> releases = Catalogue.current().releases();
    Stream<LocalDate> before =
        IntStream.range(0, releases.size() - 1).filter(i -> i % STEP == 0).mapToObj(releases::get);
    // A rule ended the day after, which was no release.
    return Stream.concat(before, Stream.of(LocalDate.of(2025, 12, 16))).sorted().distinct();
  }

  @ParameterizedTest
  @MethodSource("days")
  void casesOfADayAreJudgedSoByTheContractOfThatDay(LocalDate day) {
    List<String> misjudged =
        operations()
            .parallel()
            .flatMap(operation -> misjudged(operation, day, PayloadCases::all).stream())
            .toList();
    assertThat(misjudged).isEmpty();
  }

  private static List<String> misjudged(
      Operation operation, LocalDate day, Function<PayloadCases, Stream<GeneratedCase>> which) {
    ContractValidator validator = ContractValidator.builder().asOf(day).build();
    return Stream.of(Direction.values())
        .map(direction -> PayloadCases.of(operation.name(), direction).asOf(day))
        .flatMap(which)
        .flatMap(each -> CaseJudge.misjudged(each, day, validator).stream())
        .toList();
  }

  /** What has to be known for a rule to be checked is itself right, and of its day. */
  @ParameterizedTest
  @MethodSource("days")
  void whatHasToBeKnownIsValid(LocalDate day) {
    ContractValidator validator = ContractValidator.builder().asOf(day).build();
    Set<Answer> answers = ConcurrentHashMap.newKeySet();
    // The same is asked by many.
    Set<String> requests = ConcurrentHashMap.newKeySet();
    operations()
        .parallel()
        .flatMap(
            operation ->
                Stream.of(Direction.REQUEST, Direction.RESPONSE)
                    .map(direction -> PayloadCases.of(operation.name(), direction).asOf(day)))
        .flatMap(cases -> Stream.concat(cases.warned(), cases.invalid()))
        .forEach(
            each -> {
              answers.addAll(each.circumstances().answers());
              each.request()
                  .filter(asked -> requests.add(each.operation() + asked))
                  .map(asked -> validator.validateRequest(each.operation(), asked))
                  .ifPresent(report -> assertThat(report.findings()).as(each.name()).isEmpty());
            });
    for (Answer answer : answers) {
      assertThat(validator.validateRequest(answer.operation(), answer.request()).findings())
          .as(answer.request())
          .isEmpty();
      assertThat(validator.validateResponse(answer.operation(), answer.response()).findings())
          .extracting(finding -> finding.rule().id())
          .as(answer.response())
          // The one rule that is unavoidable in the answers about associations.
          .allMatch("arn.published-maximum"::equals);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void namesAreUnique(Operation operation) {
    for (Direction direction : Direction.values()) {
      Set<String> names = new HashSet<>();
      PayloadCases.of(operation.name(), direction)
          .all()
          .map(GeneratedCase::name)
          .forEach(name -> assertThat(names.add(name)).as(name).isTrue());
    }
  }

  @ParameterizedTest
  @EnumSource
  void casesAreTheSameOnEveryRun(Direction direction) {
    PayloadCases cases = PayloadCases.of("CreateCollaboration", direction);
    assertThat(PayloadCases.of("CreateCollaboration", direction).all())
        .containsExactlyElementsOf(cases.all().toList());
  }

  @Test
  void whatThereIsNotIsSaid() {
    assertThatThrownBy(() -> PayloadCases.of("StartQuery", Direction.REQUEST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("StartQuery");
    PayloadCases cases = PayloadCases.of("StartProtectedQuery", Direction.REQUEST);
    assertThatThrownBy(() -> cases.breaking("union.nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("union.nothing");
    LocalDate beforeLaunch = LocalDate.of(2022, 2, 17);
    assertThatThrownBy(() -> cases.asOf(beforeLaunch))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2022-02-17");
  }

  @Test
  void nothingIsValidOfAnOperationThatCameLater() {
    PayloadCases later =
        PayloadCases.of("CreateIntermediateTable", Direction.REQUEST)
            .asOf(LocalDate.of(2025, 1, 1));
    assertThat(later.valid()).isEmpty();
    assertThat(later.warned()).isEmpty();
    assertThat(later.malformed()).isEmpty();
    assertThat(later.invalid())
        .extracting(each -> each.rule().orElseThrow())
        .containsExactly("release.operation");
  }

  @ParameterizedTest
  @EnumSource
  void allCasesAreThoseThatAreValidOrWarnedOfOrInvalidOrMalformed(Direction direction) {
    PayloadCases cases = PayloadCases.of("StartProtectedQuery", direction);
    assertThat(cases.all())
        .hasSameElementsAs(
            Stream.of(cases.valid(), cases.warned(), cases.invalid(), cases.malformed())
                .flatMap(each -> each)
                .toList());
    assertThat(cases.valid()).allMatch(each -> each.valid() && each.rule().isEmpty());
    assertThat(cases.warned()).allMatch(each -> each.valid() && each.rule().isPresent());
    assertThat(cases.invalid()).noneMatch(GeneratedCase::valid);
    assertThat(cases.malformed()).isNotEmpty().noneMatch(GeneratedCase::valid);
  }

  @ParameterizedTest
  @ValueSource(strings = {"union.multiple", "sql-text.not-blank", "json.truncated"})
  void casesOfOneRuleAreThoseAmongAll(String rule) {
    PayloadCases cases = PayloadCases.of("StartProtectedQuery", Direction.REQUEST);
    assertThat(cases.breaking(rule))
        .isNotEmpty()
        .containsExactlyElementsOf(
            cases.all().filter(each -> each.rule().equals(Optional.of(rule))).toList());
  }

  @Test
  void errorsTellTheirNameAndTheirStatus() {
    GeneratedCase error =
        PayloadCases.of("GetMembership", Direction.ERROR)
            .valid()
            .filter(each -> each.name().equals("ThrottlingException: minimal"))
            .findFirst()
            .orElseThrow();
    assertThat(error.error()).contains("ThrottlingException");
    assertThat(error.status()).hasValue(429);
    assertThat(error.envelope()).contains("\"error\":\"ThrottlingException\",\"httpStatus\":429");
  }

  @Test
  void noEnvelopeHoldsABrokenText() {
    GeneratedCase cut =
        PayloadCases.of("GetMembership", Direction.REQUEST)
            .breaking("json.truncated")
            .findFirst()
            .orElseThrow();
    assertThatThrownBy(cut::envelope)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("without its end");
  }
}
