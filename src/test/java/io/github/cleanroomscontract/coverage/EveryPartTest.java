package io.github.cleanroomscontract.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.internal.sample.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That what counts as missing can be exercised by messages that are in the contract. */
class EveryPartTest {

  /** These are only warned of, and the cases break that rule with another value. */
  private static final String[] WARNED_OF = {
    "CreateConfiguredTableAnalysisRule REQUEST"
        + " /analysisRulePolicy/v1/aggregation/additionalAnalyses=REQUIRED",
    "UpdateConfiguredTableAnalysisRule REQUEST"
        + " /analysisRulePolicy/v1/aggregation/additionalAnalyses=REQUIRED"
  };

  @Test
  void validCasesExerciseAllThereIs() {
    List<String> missing = new ArrayList<>();
    int parts = 0;
    for (Operation operation : Catalogue.current().operations()) {
      CoverageRecorder recorder = CoverageRecorder.create();
      cases(operation).forEach(each -> record(recorder, each));
      OperationCoverage coverage = recorder.report().operation(operation.name());
      for (MessageCoverage message : List.of(coverage.request(), coverage.response())) {
        message
            .tallies()
            .flatMap(tally -> tally.missing().stream())
            .forEach(name -> missing.add(operation + " " + message.direction() + " " + name));
        parts += message.tallies().mapToInt(Tally::total).sum();
      }
      coverage.errors().missing().forEach(name -> missing.add(operation + " " + name));
    }
    assertThat(missing).containsExactly(WARNED_OF);
    assertThat(parts).isGreaterThan(4000);
  }

  private static Stream<GeneratedCase> cases(Operation operation) {
    return Stream.of(Direction.values())
        .map(direction -> PayloadCases.of(operation.name(), direction))
        .flatMap(each -> Stream.concat(each.valid(), each.warned()));
  }

  private static void record(CoverageRecorder recorder, GeneratedCase each) {
    switch (each.direction()) {
      case REQUEST -> recorder.recordRequest(each.operation(), each.payload());
      case RESPONSE -> recorder.recordResponse(each.operation(), each.payload());
      case ERROR -> each.error().ifPresent(name -> recorder.recordError(each.operation(), name));
    }
  }

  @Test
  void everyPlaceOfTheContractCounts() {
    int refused = 0;
    for (Operation operation : Catalogue.current().operations()) {
      OperationCoverage coverage = CoverageRecorder.create().report().operation(operation.name());
      refused += uncounted(operation.request(), coverage.request());
      refused += uncounted(operation.response(), coverage.response());
      assertThat(coverage.errors().missing())
          .containsExactlyElementsOf(operation.errors().stream().map(ErrorShape::name).toList());
    }
    // Two engines, and two abilities in each message that has change requests.
    assertThat(refused).isEqualTo(2 + 2 * 5);
  }

  /** Holds members and variants against the places of the generators; returns values left out. */
  private static int uncounted(Shape shape, MessageCoverage coverage) {
    List<Place> places = Place.all(shape).toList();
    long insides =
        places.stream()
            .map(place -> place.shape().kind())
            .filter(kind -> kind == Shape.Kind.LIST || kind == Shape.Kind.MAP)
            .count();
    assertThat(coverage.members().total() + coverage.variants().total())
        .as(shape.name())
        .isEqualTo((int) (places.size() - 1 - insides));
    int values =
        places.stream()
            .filter(place -> place.shape().kind() == Shape.Kind.ENUM)
            .mapToInt(place -> place.shape().enumValues().size())
            .sum();
    return values - coverage.enumValues().total();
  }
}
