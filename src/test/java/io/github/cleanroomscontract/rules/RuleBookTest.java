package io.github.cleanroomscontract.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.fixture.FixtureCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleBookTest {

  /** The rules that a fixture expects, by the fixture. */
  private static final Map<Path, List<String>> EXPECTED = expected();

  private static Map<Path, List<String>> expected() {
    try {
      Map<Path, List<String>> expected = new HashMap<>();
      for (Path fixture : FixtureCheck.find(Path.of("fixtures"))) {
        List<String> rules = new ArrayList<>();
        for (String ending : List.of(".errors", ".warnings")) {
          Path list = Path.of(fixture.toString().replaceFirst("[.]json$", ending));
          if (Files.exists(list)) {
            Files.readAllLines(list).forEach(line -> rules.add(line.strip().split(" ")[0]));
          }
        }
        expected.put(fixture, rules);
      }
      return expected;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<Rule> checked() {
    return RuleBook.documented().stream().filter(Rule::checked);
  }

  @ParameterizedTest
  @MethodSource("checked")
  void everyRuleHasFixturesOfBothKinds(Rule rule) {
    List<Path> rejecting =
        EXPECTED.keySet().stream().filter(file -> EXPECTED.get(file).contains(rule.id())).toList();
    assertThat(rejecting).as("fixtures that break it").isNotEmpty();
    assertThat(rejecting)
        .as("fixtures that break it, of which the operation has another that does not")
        .anyMatch(
            file ->
                EXPECTED.keySet().stream()
                    .filter(other -> isSibling(file, other))
                    .anyMatch(other -> !EXPECTED.get(other).contains(rule.id())));
  }

  /** Whether a valid fixture is of the same operation and direction. */
  private static boolean isSibling(Path file, Path other) {
    String direction = file.getFileName().toString().split("[.]")[0];
    return other.getParent().equals(file.getParent().resolveSibling("valid"))
        && other.getFileName().toString().startsWith(direction + ".");
  }

  /** What is put in may hold braces of its own. */
  @Test
  void messagesNameWhatIsTold() {
    Rule rule = Rules.PATTERN;

    assertThat(rule.message(Map.of("shape", "{found}", "expected", "{", "found", "}")))
        .isEqualTo("{found} matches {; found }");
    assertThat(rule.message(Map.of("shape", "Name")))
        .isEqualTo("Name matches {expected}; found {found}");
  }

  @Test
  void inferredRulesAreNoErrors() {
    assertThat(RuleBook.documented())
        .filteredOn(rule -> rule.severity() == Severity.ERROR)
        .allMatch(rule -> rule.basis().endsWith("(explicit)"));
  }

  @Test
  void datesAreOfTheHistory() {
    assertThat(RuleBook.documented())
        .allSatisfy(
            rule -> {
              rule.since().ifPresent(day -> assertThat(day).isAfter(Catalogue.LAUNCH));
              rule.until().ifPresent(day -> assertThat(day).isAfter(Catalogue.LAUNCH));
            });
  }

  @Test
  void rulesAreFoundByTheirIds() {
    assertThat(RuleBook.find("union.multiple").orElseThrow().documented()).isFalse();
    assertThat(RuleBook.find("distribute.spark-only").orElseThrow().documented()).isTrue();
    assertThat(RuleBook.find("distribute-spark-only")).isEmpty();
    assertThat(RuleBook.all()).hasSizeGreaterThan(RuleBook.documented().size());
  }
}
