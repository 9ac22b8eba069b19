package io.github.cleanroomscontract.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.EnumValue;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.sample.Place;
import io.github.cleanroomscontract.rules.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** That nothing of the contract is left out of what is generated. */
class CoverageTest {

  private static final Direction[] DIRECTIONS = {Direction.REQUEST, Direction.RESPONSE};

  /** No request has this without a finding, since errors may leak. */
  private static final String REFUSED = "CreateAnalysisTemplate request.errorMessageConfiguration";

  @Test
  void everyMemberVariantAndEnumValueOccursInValidCases() {
    Set<String> there = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    for (Operation operation : Catalogue.current().operations()) {
      for (Direction direction : DIRECTIONS) {
        Shape shape = direction == Direction.REQUEST ? operation.request() : operation.response();
        collect(shape, there);
        PayloadCases.of(operation.name(), direction)
            .valid()
            .filter(each -> each.payload().length() < 20_000)
            .forEach(each -> look(shape, tree(each), seen));
      }
    }
    assertThat(there).hasSizeGreaterThan(1000);
    there.removeAll(seen);
    assertThat(there).containsExactly(REFUSED);
  }

  private static JsonNode tree(GeneratedCase each) {
    return JsonDocument.parse(each.payload()).root().orElseThrow();
  }

  private static void collect(Shape shape, Set<String> there) {
    switch (shape.kind()) {
      case STRUCTURE, UNION -> {
        for (Member member : shape.members()) {
          there.add(shape + "." + member.name());
          collect(member.shape(), there);
        }
      }
      case LIST -> collect(shape.item(), there);
      case MAP -> collect(shape.value(), there);
      case ENUM ->
          shape.enumValues().stream()
              .map(EnumValue::value)
              .forEach(value -> there.add(shape + " " + value));
      default -> {
        // Nothing to choose from.
      }
    }
  }

  private static void look(Shape shape, JsonNode value, Set<String> seen) {
    switch (shape.kind()) {
      case STRUCTURE, UNION -> {
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
          seen.add(shape + "." + entry.getKey());
          look(shape.member(entry.getKey()).orElseThrow().shape(), entry.getValue(), seen);
        }
      }
      case LIST -> value.forEach(item -> look(shape.item(), item, seen));
      case MAP -> value.forEach(item -> look(shape.value(), item, seen));
      case ENUM -> seen.add(shape + " " + value.asString());
      default -> {
        // Nothing to choose from.
      }
    }
  }

  @Test
  void everyPlaceHasFaults() {
    Set<String> without = new TreeSet<>();
    for (Operation operation : Catalogue.current().operations()) {
      for (Direction direction : DIRECTIONS) {
        Shape shape = direction == Direction.REQUEST ? operation.request() : operation.response();
        Set<String> pointers =
            PayloadCases.of(operation.name(), direction)
                .invalid()
                .map(each -> each.pointer().orElseThrow())
                .collect(Collectors.toSet());
        Place.all(shape)
            .filter(place -> place.shape().kind() != Shape.Kind.DOCUMENT)
            .filter(place -> !pointers.contains(place.pointer()))
            .forEach(place -> without.add(shape + " " + place.pointer()));
      }
    }
    assertThat(without).isEmpty();
  }

  /** What has no mutant yet stands in a file, so that nobody forgets it. */
  @Test
  void everyRuleIsBrokenOrListed() throws IOException {
    Set<String> open =
        RuleBook.all().stream()
            .filter(Rule::checked)
            .filter(rule -> rule.kind() != Rule.Kind.INPUT)
            .map(Rule::id)
            .filter(CoverageTest::isOfPayloads)
            .collect(Collectors.toCollection(TreeSet::new));
    open.removeAll(broken());
    assertThat(open).containsExactlyElementsOf(listed());
  }

  /** About how messages travel, and about days, no payload says anything. */
  private static boolean isOfPayloads(String rule) {
    return Stream.of("http.", "error.", "release.").noneMatch(rule::startsWith);
  }

  private static Set<String> broken() {
    Set<String> broken = new TreeSet<>();
    // Some rules are history.
    for (LocalDate day : List.of(Catalogue.MODEL_DATE, LocalDate.of(2025, 12, 16))) {
      for (Operation operation : Catalogue.asOf(day).operations()) {
        for (Direction direction : DIRECTIONS) {
          PayloadCases.of(operation.name(), direction)
              .asOf(day)
              .invalid()
              .forEach(each -> broken.add(each.rule().orElseThrow()));
        }
      }
    }
    return broken;
  }

  private static List<String> listed() throws IOException {
    try (InputStream file = CoverageTest.class.getResourceAsStream("rules-without-mutant.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
