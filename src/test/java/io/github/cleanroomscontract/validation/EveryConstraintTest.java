package io.github.cleanroomscontract.validation;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Breaks every constraint of every operation once at every place where it stands, in a payload that
 * is valid otherwise, and tries everything that is just about valid. A shape with a new pattern
 * needs strings in {@link Sample}.
 */
class EveryConstraintTest {

  /**
   * How often each rule is broken: what the 100 operations came to. More operations make it more;
   * if it gets less, constraints have been lost.
   */
  private static final Map<Rule, Integer> LEAST =
      Map.ofEntries(
          entry(Rules.TYPE, 31326),
          entry(Rules.REQUIRED, 2805),
          entry(Rules.UNKNOWN_MEMBER, 3334),
          entry(Rules.ENUM, 3172),
          entry(Rules.PATTERN, 10487),
          entry(Rules.LENGTH, 2723),
          entry(Rules.RANGE, 356),
          entry(Rules.SIZE, 263),
          entry(Rules.MAP_KEY, 207),
          entry(Rules.UNION_EMPTY, 140),
          entry(Rules.UNION_MULTIPLE, 372),
          entry(Rules.UNION_UNKNOWN_VARIANT, 515));

  @TestFactory
  Stream<DynamicNode> constraintsAreHeldAndNothingElse() {
    return Catalogue.current().operations().stream()
        .map(operation -> dynamicContainer(operation.name(), tests(operation)));
  }

  private static Stream<DynamicTest> tests(Operation operation) {
    return Subject.of(operation).stream()
        .map(
            subject -> dynamicTest(subject.name(), () -> assertThat(misjudged(subject)).isEmpty()));
  }

  private static List<String> misjudged(Subject subject) {
    return subject.places().stream()
        .flatMap(place -> subject.misjudged(place, Variation.all(place.shape())))
        .toList();
  }

  @Test
  void noConstraintIsLost() {
    Map<Rule, Integer> broken = new HashMap<>();
    Subject.all()
        .flatMap(subject -> subject.places().stream())
        .flatMap(place -> Variation.all(place.shape()).stream())
        .map(Variation::broken)
        .flatMap(Optional::stream)
        .forEach(rule -> broken.merge(rule, 1, Integer::sum));
    assertThat(broken).containsOnlyKeys(LEAST.keySet());
    SoftAssertions.assertSoftly(
        softly ->
            LEAST.forEach(
                (rule, least) ->
                    softly
                        .assertThat(broken.get(rule))
                        .as(rule.id())
                        .isGreaterThanOrEqualTo(least)));
  }

  @Test
  void everyPatternHasSamples() {
    assertThat(
            Subject.all()
                .flatMap(subject -> shapes(subject.shape()))
                .filter(shape -> Sample.find(shape).isEmpty())
                .map(Shape::name)
                .distinct())
        .as("shapes with a pattern that Sample has no strings for")
        .isEmpty();
  }

  /** A shape and all below it. */
  private static Stream<Shape> shapes(Shape shape) {
    Stream<Shape> below =
        switch (shape.kind()) {
          case STRUCTURE, UNION -> shape.members().stream().map(Member::shape);
          case LIST -> Stream.of(shape.item());
          case MAP -> Stream.of(shape.key(), shape.value());
          default -> Stream.of();
        };
    return Stream.concat(Stream.of(shape), below.flatMap(EveryConstraintTest::shapes));
  }
}
