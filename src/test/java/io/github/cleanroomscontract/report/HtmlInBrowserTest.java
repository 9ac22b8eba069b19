package io.github.cleanroomscontract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The page in a real browser. Skipped where no Chromium is on the path. */
class HtmlInBrowserTest {

  private static final Path PICTURES = Path.of("target", "html");
  private static final String SHOWN =
      "Array.from(document.querySelectorAll('.finding')).filter(f => f.checkVisibility()).length";

  @TempDir static Path folder;

  private static Chromium chromium;
  private static String page;

  @BeforeAll
  static void start() throws IOException {
    Optional<Path> program = Chromium.find();
    assumeTrue(program.isPresent(), "Chromium is not installed");
    chromium = Chromium.start(program.get(), folder.resolve("profile"));
    Path file = folder.resolve("page.html");
    Files.write(
        file, FormatsTest.written(Format.HTML, Samples.all()).getBytes(StandardCharsets.UTF_8));
    page = file.toUri().toString();
  }

  @AfterAll
  static void end() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() throws InterruptedException {
    chromium.window(1200, 1600, false);
    chromium.open(page);
  }

  @Test
  void asksForNothingAndIsAllowedNothing() throws InterruptedException {
    assertThat(chromium.requestsAndComplaints()).containsExactly("request " + page);
    chromium.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=\"http://127.0.0.1:9/x.png\">"
            + "<b onclick=\"document.title = 1\" style=\"color: red\">x</b>')");
    chromium.evaluate("document.querySelector('b').click()");

    chromium.await("document.querySelector('body > img').complete");
    assertThat(chromium.requestsAndComplaints()).contains("blocked csp");
    assertThat(text("getComputedStyle(document.querySelector('b')).color"))
        .isNotEqualTo("rgb(255, 0, 0)");
    assertThat(chromium.evaluate("document.title").asString()).startsWith("Clean Rooms contract");
  }

  @Test
  void foreignTextsStayTexts() {
    assertThat(chromium.evaluate("document.querySelectorAll('script').length").asInt())
        .isEqualTo(1);
    assertThat(chromium.evaluate("document.querySelectorAll('.finding b').length").asInt())
        .isZero();
    assertThat(text("Array.from(document.querySelectorAll('pre')).at(-2).textContent"))
        .isEqualTo("3</pre><script>x</script>\n");
  }

  @Test
  void thePlaceIsMarked() {
    assertThat(text("document.querySelector('mark').textContent")).isEqualTo("\"CANCELED\"");
    assertThat(
            text(
                "document.querySelector('mark').closest('.finding').querySelector('p').textContent"))
        .isEqualTo("invalid.json:10:19");
  }

  @Test
  void filtersWorkByKeyboardAlone() throws InterruptedException {
    assertThat(shown()).isEqualTo(11);

    chromium.press("/", "s", "t", "d", "i", "n");
    assertThat(shown()).isEqualTo(1);
    assertThat(text("document.getElementById('count').textContent")).isEqualTo("1 of 11 shown");

    chromium.press("Tab", "Enter");
    chromium.await(SHOWN + " === 11");
    assertThat(text("document.activeElement.textContent")).isEqualTo("Show all");

    chromium.evaluate("document.querySelector('[name=severity]').focus()");
    chromium.press("d");
    chromium.await(SHOWN + " === 2");
    assertThat(text("document.querySelector('[name=severity]').value")).isEqualTo("drift");
    chromium.press("Tab", "n");
    chromium.await(SHOWN + " === 1");
    assertThat(text("location.hash")).isEqualTo("#severity=drift&known=no");
  }

  @Test
  void everythingIsReachedByTab() {
    List<String> reached = new ArrayList<>();
    chromium.press("Tab");
    while (!text("document.activeElement.tagName").equals("BODY") && reached.size() < 40) {
      reached.add(
          text("(document.activeElement.name || document.activeElement.textContent).trim()"));
      chromium.press("Tab");
    }

    assertThat(reached)
        .startsWith("Skip to the findings", "input.unreadable", "enum")
        .contains("operation", "rule", "severity", "known", "text", "Show all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "operation=UpdateProtectedQuery&rule=unknown-member:1",
        "severity=failed:1",
        "known=yes:2",
        "text=INVALID.json+cancelled:2",
        "rule=nonsense:11",
        "operation=GetMembership:11",
        "text=nowhere:0",
        "findings:11",
      })
  void whatIsFilteredForStandsInTheAddress(String test) throws InterruptedException {
    int colon = test.indexOf(':');
    chromium.open(page + "#" + test.substring(0, colon));

    assertThat(shown()).isEqualTo(Integer.parseInt(test.substring(colon + 1)));
    assertThat(chromium.evaluate("document.getElementById('none').checkVisibility()").asBoolean())
        .isEqualTo(shown() == 0);
  }

  @Test
  void aRowOfTheTableShowsItsFindings() throws InterruptedException {
    chromium.evaluate("document.querySelectorAll('td a')[3].focus()");
    chromium.press("Enter");
    chromium.await(SHOWN + " === 2");

    assertThat(text("document.activeElement.id")).isEqualTo("findings");
    assertThat(text("document.querySelector('[name=severity]').value")).isEqualTo("drift");
  }

  @Test
  void everyControlHasAName() {
    List<String> nameless = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (JsonNode node : chromium.command("Accessibility.getFullAXTree", "{}").path("nodes")) {
      String role = node.at("/role/value").asString("");
      if (List.of("combobox", "searchbox", "button", "link", "search").contains(role)) {
        String name = node.at("/name/value").asString("");
        (name.isBlank() ? nameless : named).add(role + " " + name);
      }
    }

    assertThat(nameless).isEmpty();
    assertThat(named)
        .contains(
            "search Filter the findings",
            "combobox Operation",
            "combobox Known",
            "searchbox Text",
            "button Show all");
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 380, 1200})
  void nothingIsWiderThanTheWindow(int width) throws IOException {
    for (boolean dark : List.of(false, true)) {
      chromium.window(width, 1600, dark);
      chromium.screenshot(PICTURES.resolve(width + (dark ? "-dark.png" : "-light.png")));
    }

    assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(width);
    assertThat(
            chromium
                .evaluate(
                    "Array.from(document.querySelectorAll('main *')).filter(e =>"
                        + " !e.closest('thead') && e.getBoundingClientRect().right > innerWidth).length")
                .asInt())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void textsStandOutFromWhatIsBehindThem(boolean dark) {
    chromium.window(1200, 1600, dark);
    String contrast =
        """
        (() => {
          const parse = (c) => c.match(/[0-9.]+/g).map(Number);
          const light = (c) => parse(c).slice(0, 3).map((v) => v / 255)
              .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
              .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = (e) => {
            const c = getComputedStyle(e).backgroundColor;
            return parse(c)[3] === 0 && e.parentElement ? behind(e.parentElement) : c;
          };
          return Math.min(...Array.from(document.querySelectorAll('body *'))
              .filter((e) => e.checkVisibility() && e.textContent.trim() && e.tagName !== 'SCRIPT')
              .map((e) => [light(getComputedStyle(e).color), light(behind(e))].sort((a, b) => b - a))
              .map(([a, b]) => (a + 0.05) / (b + 0.05)));
        })()
        """;

    assertThat(chromium.evaluate(contrast.replace("\n", " ")).asDouble()).isGreaterThan(4.5);
  }

  @Test
  void manyFindingsAreCappedAndCounted() throws Exception {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 1234; i++) {
      entries.add(Samples.entry(Samples.invalid()));
    }
    Path file =
        Files.writeString(folder.resolve("many.html"), FormatsTest.written(Format.HTML, entries));
    chromium.open(file.toUri().toString());

    assertThat(shown()).isEqualTo(1000);
    assertThat(text("document.querySelector('main').textContent"))
        .contains(
            "The page holds the first 1,000 of 1,234 findings; the other 234 are counted above.");
  }

  private static int shown() {
    return chromium.evaluate(SHOWN).asInt();
  }

  private static String text(String expression) {
    return chromium.evaluate(expression).asString();
  }
}
