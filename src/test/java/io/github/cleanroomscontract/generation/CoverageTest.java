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
import io.github.cleanroomscontract.validation.ContractValidator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** That nothing of the contract is left out of what is generated. */
class CoverageTest {

  /** No request has this without a finding, since errors may leak. */
  private static final String REFUSED = "CreateAnalysisTemplate request.errorMessageConfiguration";

  /** Rules that speak of no payload, but of what is around it, and of bytes, which no text has. */
  private static final String[] NOT_OF_PAYLOADS = {
    "http.escape",
    "http.misplaced-member",
    "http.unknown-operation",
    "input.context",
    "input.envelope",
    "input.fault",
    "input.format",
    "input.interrupted",
    "input.no-match",
    "input.redacted",
    "input.skipped",
    "input.unidentified",
    "input.unknown-operation",
    "input.unreadable",
    "json.encoding",
    "replay.answers",
    "replay.failed",
    "replay.laxer",
    "replay.not-asked",
    "replay.stricter"
  };

  /** Rules that no payload could break at first, by what the model of that time allowed. */
  private static final Map<String, String> UNBREAKABLE =
      Map.ofEntries(
          // So many workers were the most.
          Map.entry(
              "worker-number.pyspark-documented-range at ProtectedJobWorkerComputeConfiguration",
              "10 releases until 2026-02-18"),
          Map.entry(
              "worker-number.sql-documented-range at WorkerComputeConfiguration",
              "12 releases until 2026-05-21"),
          // So many characters were the most.
          Map.entry("query-text-limit.spark at AnalysisSource", "14 releases until 2025-10-30"),
          // The pattern of keys refused the prefix.
          Map.entry("tag-keys.no-aws-prefix at TagMap", "1 releases until 2023-03-21"),
          // The pattern of resources took nothing else.
          Map.entry(
              "collaboration-budget-filter.is-table-association at"
                  + " ListCollaborationPrivacyBudgets request",
              "10 releases until 2026-05-21"),
          // There was one kind only.
          Map.entry(
              "change-spec.type-matches-specification at ChangeInput",
              "7 releases until 2025-12-01"),
          Map.entry(
              "change-spec.type-matches-specification at Change", "7 releases until 2025-12-01"),
          Map.entry(
              "list.filter-respected at ListCollaborationPrivacyBudgets response",
              "16 releases until 2025-09-23"),
          Map.entry(
              "list.filter-respected at ListPrivacyBudgets response",
              "16 releases until 2025-09-23"),
          Map.entry("list.filter-respected at ListSchemas response", "9 releases until 2024-04-10"),
          // No answer told what the tables of a query allow.
          Map.entry(
              "receivers.allowed-by-every-table at StartProtectedQuery request",
              "4 releases until 2024-12-02"),
          // An update had no table reference.
          Map.entry(
              "snowflake.allowed-columns-in-schema at UpdateConfiguredTable request",
              "4 releases until 2025-04-30"));

  private static Stream<Message> messages(Catalogue catalogue) {
    return catalogue.operations().stream()
        .flatMap(
            operation ->
                Stream.of(Direction.values())
                    .flatMap(direction -> Message.all(operation, direction)));
  }

  private static PayloadCases cases(Message message) {
    return PayloadCases.of(message.operation().name(), message.direction());
  }

  private static Stream<GeneratedCase> broken(Message message) {
    PayloadCases cases = cases(message);
    return Stream.concat(cases.warned(), cases.invalid())
        .filter(each -> each.error().equals(message.error()));
  }

  @Test
  void everyOperationHasCasesOfEveryKind() {
    for (Operation operation : Catalogue.current().operations()) {
      for (Direction direction : Direction.values()) {
        PayloadCases cases = PayloadCases.of(operation.name(), direction);
        String name = operation + " " + direction.label();
        assertThat(cases.valid()).as(name).isNotEmpty();
        assertThat(cases.invalid()).as(name).isNotEmpty();
        assertThat(cases.malformed()).as(name).isNotEmpty();
      }
    }
  }

  @Test
  void everyMemberVariantAndEnumValueOccursInValidCases() {
    Set<String> there = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    messages(Catalogue.current())
        .forEach(
            message -> {
              collect(message.shape(), there);
              cases(message)
                  .valid()
                  .filter(each -> each.error().equals(message.error()))
                  .forEach(each -> look(message.shape(), tree(each), seen));
            });
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
  void everyConstraintIsBrokenAtEveryPlace() {
    List<String> missing = new ArrayList<>();
    messages(Catalogue.current())
        .forEach(
            message -> {
              Map<String, Long> faults =
                  broken(message)
                      .collect(
                          Collectors.groupingBy(
                              each -> each.pointer().orElseThrow() + " " + group(each),
                              Collectors.counting()));
              Place.all(message.shape())
                  .forEach(
                      place ->
                          constraints(place.shape())
                              .forEach(
                                  (rule, times) -> {
                                    String fault = place.pointer() + " " + rule;
                                    if (faults.getOrDefault(fault, 0L) < times) {
                                      missing.add(message.shape() + " " + fault);
                                    }
                                  }));
            });
    assertThat(missing).isEmpty();
  }

  /** A length that no pattern takes breaks the pattern. */
  private static String group(GeneratedCase each) {
    String rule = each.rule().orElseThrow();
    return each.name().contains(" too short, ") || each.name().contains(" too long, ")
        ? rule.replaceFirst("pattern", "length")
        : rule;
  }

  /** Returns how often each rule can be broken at a place, by what its shape demands. */
  private static Map<String, Long> constraints(Shape shape) {
    Map<String, Long> rules = new TreeMap<>();
    rules.put("type", shape.kind() == Shape.Kind.DOCUMENT ? 0L : 5L);
    switch (shape.kind()) {
      case STRUCTURE -> {
        rules.put("required", shape.members().stream().filter(Member::required).count());
        rules.put("unknown-member", shape.open() ? 0L : 1L);
      }
      case UNION -> {
        rules.put("union.empty", 1L);
        rules.put("union.unknown-variant", 1L);
        rules.put("union.multiple", shape.members().size() - 1L);
      }
      case LIST, MAP -> {
        rules.put("size", bounds(shape.minSize().orElse(0) > 0, shape.maxSize().isPresent()));
        if (shape.kind() == Shape.Kind.MAP) {
          Shape key = shape.key();
          boolean pattern = key.pattern().isPresent();
          rules.put("map-key", lengths(key) + bounds(pattern, key.kind() == Shape.Kind.ENUM));
        }
      }
      case STRING -> {
        rules.put("length", lengths(shape));
        rules.put("pattern", bounds(shape.pattern().isPresent(), false));
      }
      case ENUM -> rules.put("enum", 3L);
      case INTEGER, NUMBER ->
          rules.put("range", bounds(shape.minimum().isPresent(), shape.maximum().isPresent()));
      default -> {
        // The type is all that is demanded.
      }
    }
    return rules;
  }

  private static long lengths(Shape shape) {
    return bounds(shape.minLength().orElse(0) > 0, shape.maxLength().isPresent());
  }

  private static long bounds(boolean lower, boolean upper) {
    return (lower ? 1 : 0) + (upper ? 1 : 0);
  }

  @Test
  void everyDocumentedRuleIsBrokenWhereverItsShapeStands() {
    Map<String, Set<LocalDate>> missing = new TreeMap<>();
    for (LocalDate day : Catalogue.current().releases()) {
      Catalogue catalogue = Catalogue.asOf(day);
      messages(catalogue)
          .forEach(
              message ->
                  unbroken(message, catalogue)
                      .forEach(
                          each -> missing.computeIfAbsent(each, on -> new TreeSet<>()).add(day)));
    }
    Map<String, String> until = new TreeMap<>();
    missing.forEach(
        (rule, days) -> until.put(rule, days.size() + " releases until " + Collections.max(days)));
    assertThat(until).isEqualTo(UNBREAKABLE);
  }

  /** Returns the rules that no case breaks at one of the places where they hold. */
  private static Stream<String> unbroken(Message message, Catalogue catalogue) {
    Set<String> names =
        Mutants.of(message, catalogue)
            // There may be several ways.
            .map(each -> each.name().replaceFirst(", [0-9]+$", ""))
            .collect(Collectors.toSet());
    return Place.all(message.shape())
        .flatMap(
            place ->
                ContractValidator.rulesAt(place.shape(), message.direction(), catalogue.day())
                    .stream()
                    .map(Rule::id)
                    .filter(rule -> !names.contains(name(rule, place)))
                    .map(rule -> rule + " at " + place.shape()));
  }

  private static String name(String rule, Place place) {
    return "breaks " + rule + (place.path().isEmpty() ? "" : " at " + place.name());
  }

  @Test
  void everyRuleIsBroken() {
    Set<String> open =
        RuleBook.all().stream()
            .filter(Rule::checked)
            .map(Rule::id)
            .collect(Collectors.toCollection(TreeSet::new));
    // Some rules are history.
    Stream.of(Catalogue.MODEL_DATE, LocalDate.of(2025, 12, 16))
        .flatMap(
            day ->
                Catalogue.current().operations().stream()
                    .flatMap(
                        operation ->
                            Stream.of(Direction.values())
                                .map(each -> PayloadCases.of(operation.name(), each).asOf(day))))
        .flatMap(PayloadCases::all)
        .forEach(each -> each.rule().ifPresent(open::remove));
    assertThat(open).containsExactly(NOT_OF_PAYLOADS);
  }
}
