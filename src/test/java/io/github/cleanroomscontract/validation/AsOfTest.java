package io.github.cleanroomscontract.validation;

import static io.github.cleanroomscontract.context.AnalyticsEngine.SPARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.EnumValue;
import io.github.cleanroomscontract.catalogue.LaterShape;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract as of each release: what was valid then passes, and what came later, or was bounded
 * otherwise, does not.
 */
class AsOfTest {

  static List<LocalDate> releases() {
    return Catalogue.current().releases();
  }

  static Stream<Arguments> neighbours() {
    List<LocalDate> releases = releases();
    return Stream.iterate(1, i -> i < releases.size(), i -> i + 1)
        .map(i -> Arguments.of(releases.get(i - 1), releases.get(i)));
  }

  private static ContractValidator validator(LocalDate day) {
    return ContractValidator.builder().asOf(day).unknown(UnknownPolicy.ERROR).build();
  }

  private static List<Subject> subjects(LocalDate day) {
    ContractValidator validator = validator(day);
    return Catalogue.asOf(day).operations().stream()
        .flatMap(operation -> Subject.of(operation, validator).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void whatWasValidThenPasses(LocalDate day) {
    List<String> wrong = new ArrayList<>();
    for (Subject subject : subjects(day)) {
      PayloadPlace whole = subject.places().get(0);
      for (Object payload :
          List.of(Specimen.minimal(subject.shape()), Specimen.full(subject.shape()))) {
        List<String> findings = subject.findings(whole.json(payload));
        if (!findings.isEmpty()) {
          wrong.add(subject.shape() + ": " + findings);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Whatever is newer than the day, members that rules speak of included, ends in a report. */
  @ParameterizedTest
  @MethodSource("releases")
  void whatThereIsTodayEndsInAReport(LocalDate day) {
    CallContext known = CallContext.create().callerAccount("111122223333").engine(SPARK);
    ContractValidator validator = ContractValidator.builder().asOf(day).context(known).build();
    List<String> faults = new ArrayList<>();
    for (Operation operation : Catalogue.current().operations()) {
      for (Subject subject : Subject.of(operation, validator)) {
        PayloadPlace whole = subject.places().get(0);
        subject.findings(whole.json(Specimen.full(subject.shape()))).stream()
            .filter(finding -> finding.startsWith("input.fault"))
            .forEach(faults::add);
      }
    }
    assertThat(faults).isEmpty();
  }

  /** The bounds of that day hold, wherever they are not those of today. */
  @ParameterizedTest
  @MethodSource("releases")
  void boundsAreThoseOfTheDay(LocalDate day) {
    List<String> wrong = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Subject subject : subjects(day)) {
      for (PayloadPlace place : subject.places()) {
        if (differsFromToday(place.shape()) && seen.add(place.name())) {
          subject.misjudged(place, Variation.all(place.shape())).forEach(wrong::add);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean differsFromToday(Shape shape) {
    List<LaterShape> later = shape.later();
    // What former patterns took and refused stands in a table of its own.
    return !later.isEmpty()
        && later.stream().allMatch(each -> each.shape().pattern().equals(shape.pattern()));
  }

  /** Operations, members, variants and values of a release are not there yet the release before. */
  @ParameterizedTest
  @MethodSource("neighbours")
  void whatCameLaterIsToldWithItsDate(LocalDate day, LocalDate next) {
    List<String> wrong = new ArrayList<>();
    int additions = 0;
    ContractValidator validator = validator(day);
    for (Operation operation : Catalogue.asOf(next).operations()) {
      Optional<Operation> before = Catalogue.asOf(day).operation(operation.name());
      List<Subject> subjects = Subject.of(operation, validator);
      for (int i = 0; i < subjects.size(); i++) {
        Subject subject = subjects.get(i);
        if (before.isEmpty()) {
          Object payload = Specimen.minimal(subject.shape());
          expect(subject, subject.places().get(0), payload, Rules.RELEASE_OPERATION, wrong);
          additions++;
          continue;
        }
        Map<String, Shape> then = new HashMap<>();
        subject.places().forEach(place -> then.put(place.pointer(), place.shape()));
        Optional<Subject> same = same(subject, Subject.of(before.get(), validator));
        for (PayloadPlace place : same.map(Subject::places).orElse(List.of())) {
          for (Addition addition : additions(place.shape(), then.get(place.pointer()), next)) {
            expect(subject, place, addition.value(), addition.rule(), wrong);
            additions++;
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(additions).as("additions on " + next).isPositive();
  }

  /** Errors were declared and undeclared over the years, so the lists do not run in parallel. */
  private static Optional<Subject> same(Subject subject, List<Subject> others) {
    return others.stream().filter(other -> other.name().equals(subject.name())).findFirst();
  }

  private record Addition(Rule rule, Object value) {}

  /** A value for each thing that a release added to a shape, which is as of the day before else. */
  private static List<Addition> additions(Shape shape, Shape then, LocalDate release) {
    List<Addition> additions = new ArrayList<>();
    if (then == null || !then.name().equals(shape.name())) {
      return additions;
    }
    for (Member member : then.members()) {
      if (member.since().equals(Optional.of(release))) {
        boolean union = shape.kind() == Shape.Kind.UNION;
        Map<String, Object> others = union ? Map.of() : Specimen.structure(shape, false);
        Object value = Specimen.with(others, member.name(), Specimen.minimal(member.shape()));
        additions.add(new Addition(union ? Rules.RELEASE_VARIANT : Rules.RELEASE_MEMBER, value));
      }
    }
    for (EnumValue value :
        shape.kind() == Shape.Kind.ENUM ? then.enumValues() : List.<EnumValue>of()) {
      if (value.since().equals(Optional.of(release))) {
        additions.add(new Addition(Rules.RELEASE_ENUM_VALUE, value.value()));
      }
    }
    return additions;
  }

  private static void expect(
      Subject subject, PayloadPlace place, Object value, Rule rule, List<String> wrong) {
    List<String> findings = subject.findings(place.json(value));
    if (!findings.equals(List.of(Subject.brief(rule.id(), place.pointer())))) {
      wrong.add(subject.name() + " " + place.name() + ": expected " + rule + ", found " + findings);
    }
  }

  /** What former patterns took, and what those that followed take, by hand. */
  @ParameterizedTest
  @CsvFileSource(resources = "former-patterns.csv", delimiter = '|')
  void patternsAreThoseOfTheDay(
      LocalDate changed, String message, String pointer, String takenBefore, String takenSince) {
    assertTaken(changed.minusDays(1), message, pointer, takenBefore, takenSince);
    assertTaken(changed, message, pointer, takenSince, takenBefore);
  }

  private static void assertTaken(
      LocalDate day, String message, String pointer, String taken, String refused) {
    Subject subject =
        subjects(day).stream()
            .filter(each -> each.shape().name().equals(message))
            .findFirst()
            .orElseThrow();
    PayloadPlace place =
        subject.places().stream()
            .filter(each -> each.pointer().equals(pointer))
            .findFirst()
            .orElseThrow();
    if (taken != null) {
      assertThat(subject.findings(place.json(taken))).as(taken + " on " + day).isEmpty();
    }
    if (refused != null) {
      assertThat(subject.findings(place.json(refused)))
          .as(refused + " on " + day)
          .containsExactly(Subject.brief("pattern", pointer));
    }
  }
}
