package io.github.cleanroomscontract.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The documented rules are those that others collected from the documentation. The collection is
 * not part of the project: a folder with {@code rules.jsonl}, named by the environment.
 */
@EnabledIfEnvironmentVariable(
    named = "CLEANROOMS_REFERENCE",
    matches = ".+",
    disabledReason = "no collection of documented rules at hand")
class DocumentedRulesTest {

  private static final Map<String, Rule.Kind> KINDS =
      Map.of(
          "schema", Rule.Kind.SCHEMA,
          "cross-field", Rule.Kind.CROSS_FIELD,
          "context", Rule.Kind.CONTEXT,
          "state", Rule.Kind.LIMIT);

  /** Rows that payloads cannot break, or not as the row has it; each rule says why. */
  private static final Set<Rule.Kind> NOT_CHECKED = Set.of(Rule.Kind.LIMIT, Rule.Kind.NOTE);

  static Stream<JsonNode> rows() throws IOException {
    Path file = Path.of(System.getenv("CLEANROOMS_REFERENCE")).resolve("rules.jsonl");
    return Files.readAllLines(file).stream()
        .map(line -> JsonDocument.parse(line).root().orElseThrow());
  }

  private static Optional<Rule> rule(String row) {
    return RuleBook.documented().stream()
        .filter(rule -> rule.id().replace('.', '-').equals(row))
        .findFirst();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowIsARule(JsonNode row) {
    Rule rule = rule(row.path("id").asString()).orElseThrow();
    if (!NOT_CHECKED.contains(rule.kind())) {
      assertThat(rule.severity()).isEqualTo(severity(row, rule));
      if (!row.path("kind").asString().equals("schema")) {
        assertThat(rule.kind()).isEqualTo(KINDS.get(row.path("kind").asString()));
      }
    }
    assertThat(rule.since()).isEqualTo(date(row.path("since")));
    assertThat(rule.until()).isEqualTo(date(row.path("until")));
  }

  /** What is stated explicitly is an error; what had to be inferred, a warning at most. */
  private static Severity severity(JsonNode row, Rule rule) {
    boolean explicit =
        row.path("confidence").asString().startsWith("explicit")
            && rule.basis().endsWith("(explicit)");
    return switch (row.path("severity").asString()) {
      case "error", "needs-facts" -> explicit ? Severity.ERROR : Severity.WARNING;
      case "warning" -> Severity.WARNING;
      default -> Severity.INFO;
    };
  }

  private static Optional<LocalDate> date(JsonNode date) {
    return date.isString()
        ? Optional.of(LocalDate.parse(date.asString())).filter(day -> day.isAfter(Catalogue.LAUNCH))
        : Optional.empty();
  }

  @Test
  void everyRuleIsARow() throws IOException {
    Set<String> rows = rows().map(row -> row.path("id").asString()).collect(Collectors.toSet());
    assertThat(RuleBook.documented())
        .map(rule -> rule.id().replace('.', '-'))
        .filteredOn(id -> !rows.contains(id))
        // Not from the documentation, but from what its maxima exclude, and from the protocol.
        .containsExactly("arn-published-maximum", "timestamp-seconds");
  }
}
