package io.github.cleanroomscontract.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.generation.CaseJudge;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the schemas and for the generators, whatever the payload is. */
class PayloadPropertiesTest {

  private static final ContractValidator VALIDATOR = ContractValidator.create();

  /** Finding all ways to break a message takes longer than breaking it in one. */
  private static final Map<Sort, PayloadArbitrary> KNOWN = new ConcurrentHashMap<>();

  /** Payloads that a property is about. */
  private record Sort(String operation, Direction direction, LocalDate day, boolean valid) {

    PayloadArbitrary payloads() {
      return KNOWN.computeIfAbsent(this, Sort::make);
    }

    private PayloadArbitrary make() {
      PayloadArbitrary all = CleanRoomsArbitraries.payloads(operation, direction).asOf(day);
      return valid ? all : all.broken();
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void validPayloadsCauseNoFindingButWhatIsUnavoidable(@ForAll("valid") GeneratedCase each) {
    assertThat(CaseJudge.found(Catalogue.MODEL_DATE, each)).isEqualTo(CaseJudge.expected(each));
    assertThat(each.valid()).isTrue();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void brokenPayloadsCauseWhatIsPromisedAndNothingElse(@ForAll("broken") GeneratedCase each) {
    assertThat(CaseJudge.found(Catalogue.MODEL_DATE, each)).isEqualTo(CaseJudge.expected(each));
  }

  @Property(tries = 100)
  void payloadsOfADayAreOfWhatExistedThen(@ForAll("days") LocalDate day, @ForAll long seed) {
    List<Sort> sorts = new ArrayList<>(sorts(day, true));
    sorts.addAll(sorts(day, false));
    Sort sort = sorts.get((int) Math.floorMod(seed, (long) sorts.size()));
    GeneratedCase each = sort.payloads().generator(1).next(new Random(seed)).value();
    assertThat(CaseJudge.found(day, each)).as(each.payload()).isEqualTo(CaseJudge.expected(each));
  }

  /** The validator never fails, and finds no fault of its own. */
  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  void anyJsonEndsInAReport(@ForAll("messages") Sort sort, @ForAll("json") String json) {
    Report report =
        sort.direction() == Direction.REQUEST
            ? VALIDATOR.validateRequest(sort.operation(), json)
            : VALIDATOR.validateResponse(sort.operation(), json);
    assertThat(report.outcome()).isIn(Outcome.VALID, Outcome.INVALID);
    assertThat(report.findings()).noneMatch(found -> found.rule().equals(Rules.INPUT_FAULT));
  }

  @Provide
  Arbitrary<GeneratedCase> valid() {
    return Arbitraries.of(sorts(Catalogue.MODEL_DATE, true)).flatMap(Sort::payloads);
  }

  @Provide
  Arbitrary<GeneratedCase> broken() {
    return Arbitraries.of(sorts(Catalogue.MODEL_DATE, false)).flatMap(Sort::payloads);
  }

  @Provide
  Arbitrary<Sort> messages() {
    return Arbitraries.of(sorts(Catalogue.MODEL_DATE, true));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.of(Catalogue.current().releases());
  }

  /** Any JSON, and JSON that has the names of members. */
  @Provide
  Arbitrary<String> json() {
    Arbitrary<String> names = Arbitraries.of(JsonArbitraries.memberNames());
    return Arbitraries.oneOf(
        JsonArbitraries.values(names), JsonArbitraries.values(Arbitraries.strings()));
  }

  private static List<Sort> sorts(LocalDate day, boolean valid) {
    List<Sort> sorts = new ArrayList<>();
    for (Operation operation : Catalogue.asOf(day).operations()) {
      for (Direction direction : List.of(Direction.REQUEST, Direction.RESPONSE)) {
        sorts.add(new Sort(operation.name(), direction, day, valid));
      }
    }
    return sorts;
  }
}
