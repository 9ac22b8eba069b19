package io.github.cleanroomscontract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.fixture.FixtureCheck;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.schema.Patterns;
import io.github.cleanroomscontract.internal.schema.SchemaFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PlainPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "^a$; a; aa",
        "^a$; a; ''",
        "^a{2}b$; aab; ab",
        "^a{2}b$; aab; aaab",
        "^a{1,2}b$; ab; aaab",
        "^a{2,}$; aaa; a",
        "^a*b$; b; a",
        "^a+b$; aab; b",
        "^a?b$; b; aab",
        "^[a-c]+$; cab; cad",
        "^[^a-c]+$; xyz; xya",
        "^[a-]+$; -a; b",
        "^[-a]+$; a-; b",
        "^[a.]+$; a.; b",
        "^[.]$; .; a",
        "^[\\]]$; ]; a",
        "^a\\.b$; a.b; aab",
        "^[\\u0041-\\u0042]$; B; C",
        "^x-?[0-9]{2}$; x-12; x-1",
        "^a?b?c$; bc; ba",
      })
  void aWholeStringMatchesOrNot(String regex, String right, String wrong) {
    PlainPattern pattern = PlainPattern.of(regex).orElseThrow();

    assertThat(pattern.matches(right)).isTrue();
    assertThat(pattern.matches(wrong)).isFalse();
  }

  /** Such patterns are for {@code java.util.regex}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a$", // not from the beginning
        "^a", // not to the end
        "^a|b$",
        "^(?:a|b)$",
        "^(?!b)a$",
        "^.$",
        "^a$b$",
        "^a^b$",
        "^\\p{L}$",
        "^[\\p{L}]$",
        "^\\s$",
        "^[\\s\\S]$",
        "^[a&&b]$",
        "^[a[b]]$",
        "^a+?b$",
        "^a++b$",
        "^a{2}{2}$",
        "^a*a$", // the last one has to be given back
        "^a*[ab]$",
        "^a*b?a$",
        "^a{1,2}a$",
        "^[b-a]$",
        "^a{2$",
        "^[a$",
        "^[a\\]$",
        "^a\\$"
      })
  void whatIsMoreThanThatIsNotPlain(String regex) {
    assertThat(PlainPattern.of(regex)).isEmpty();
  }

  @Test
  void whatIsNotAsciiIsMatchedToo() {
    PortablePattern pattern = new PortablePattern("^[^a]b$", 9);

    assertThat(pattern.matches("éb")).isTrue();
    assertThat(pattern.matches("\uD83D\uDE00b")).isTrue();
    assertThat(pattern.matches("éa")).isFalse();
  }

  /** All strings of the fixtures, with slips, by all patterns of the schemas. */
  @Test
  void allPatternsOfTheSchemasMatchAsBefore() throws IOException {
    List<String> strings = new ArrayList<>(slips(strings()));
    int plain = 0;
    List<String> differing = new ArrayList<>();
    for (String regex : patterns()) {
      Optional<PlainPattern> pattern = PlainPattern.of(regex);
      if (pattern.isPresent()) {
        plain++;
        Pattern expected = Patterns.compile(regex);
        int matching = 0;
        for (String string : strings) {
          boolean matches = pattern.get().matches(string);
          matching += matches ? 1 : 0;
          if (matches != expected.matcher(string).find() && differing.size() < 10) {
            differing.add(regex + ": " + string);
          }
        }
        assertThat(matching).as(regex).isPositive();
      }
    }
    assertThat(differing).isEmpty();
    assertThat(plain).isGreaterThan(25);
  }

  private static Set<String> patterns() {
    Set<String> patterns = new TreeSet<>();
    for (JsonNode file : SchemaFolder.files().values()) {
      SchemaFolder.visit(
          file,
          (pointer, node) -> {
            if (node.path("pattern").isString()) {
              patterns.add(node.path("pattern").asString());
            }
          });
    }
    return patterns;
  }

  private static Set<String> strings() throws IOException {
    Set<String> strings = new TreeSet<>();
    for (Path file : FixtureCheck.find(Path.of("fixtures"))) {
      JsonDocument.parse(Files.readAllBytes(file)).root().ifPresent(root -> add(root, strings));
    }
    return strings;
  }

  private static void add(JsonNode node, Set<String> strings) {
    if (node.isString() && node.asString().length() < 300 && PlainPattern.covers(node.asString())) {
      strings.add(node.asString());
    }
    node.forEach(below -> add(below, strings));
  }

  /** The strings, and each with characters that are gone, added, doubled, or others. */
  private static Set<String> slips(Set<String> strings) {
    Random random = new Random(1);
    Set<String> slips = new TreeSet<>(strings);
    for (String string : strings) {
      for (int i = 0; i < 4 && !string.isEmpty(); i++) {
        int at = random.nextInt(string.length());
        String before = string.substring(0, at);
        String after = string.substring(at + 1);
        slips.add(before + after);
        slips.add(before + string.charAt(at) + string.charAt(at) + after);
        slips.add(before + (char) random.nextInt(128) + after);
        slips.add(string + (char) random.nextInt(128));
      }
    }
    return slips;
  }
}
