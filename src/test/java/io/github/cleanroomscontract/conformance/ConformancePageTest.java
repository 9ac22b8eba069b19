package io.github.cleanroomscontract.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cleanroomscontract.report.Chromium;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The page in a real browser. Skipped where no Chromium is on the path. */
class ConformancePageTest {

  private static final Path PICTURES = Path.of("target", "html", "conformance");
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
    Path results = folder.resolve("results");
    for (int i = 40; i > 0; i--) {
      RunRecord run =
          Runs.run(
              Runs.NIGHT.minus(Duration.ofDays(i)),
              Runs.conforms("GetMembership"),
              Runs.conforms("ListMemberships"),
              i > 9
                  ? Runs.conforms("GetSchema")
                  : Runs.violates("GetSchema", Runs.absent("/schema", "description")),
              i % 7 == 0
                  ? Runs.failed("ListMembers", "no answer")
                  : Runs.drift("ListMembers", Runs.newMember("/memberSummaries/0", "mail")));
      History history = History.read(results);
      history.keep(history.date(run));
    }
    page = written("page.html", Conformance.of(Runs.everything(), History.read(results)));
  }

  private static String written(String name, Conformance conformance) throws IOException {
    Path file = folder.resolve(name);
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      new ConformancePage(out).write(conformance);
    }
    return file.toUri().toString();
  }

  @AfterAll
  static void end() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() throws InterruptedException {
    chromium.window(1200, 2400, false);
    chromium.open(page);
  }

  @Test
  void asksForNothingAndHasNothingToComplainAbout() {
    assertThat(chromium.requestsAndComplaints()).containsExactly("request " + page);
  }

  @ParameterizedTest
  @CsvSource({
    "verdict=drift, 3",
    "verdict=skipped, 3",
    "verdict=violates&resource=schema, 1",
    "resource=membership, 4",
    "seen=new, 4",
    "seen=earlier, 1",
    "known=yes, 1",
    "text=metricsEnabled, 1",
    "verdict=nonsense, 10",
  })
  void whatIsFilteredForStandsInTheAddress(String filter, int shown) throws InterruptedException {
    chromium.open(page + "#" + filter);

    assertThat(chromium.evaluate(SHOWN).asInt()).isEqualTo(shown);
  }

  @Test
  void aTileShowsItsOperationsByKeyboardAlone() throws InterruptedException {
    chromium.evaluate("document.querySelector('.tiles a[href=\"#verdict=drift\"]').focus()");
    chromium.press("Enter");
    chromium.await(SHOWN + " === 3");

    assertThat(text("document.activeElement.id")).isEqualTo("findings");
    assertThat(
            text(
                "document.querySelector('.tiles a[href=\"#verdict=drift\"]').closest('div')"
                    + ".querySelector('dd').textContent"))
        .isEqualTo("3");
    chromium.press("/", "x", "y");
    chromium.await(SHOWN + " === 0");
    assertThat(text("document.getElementById('none').textContent"))
        .isEqualTo("No operation is like that.");
  }

  @Test
  void aFindingHasItsPlaceItsFirstDayItsLinesAndWhatItIs() {
    String item = text("document.querySelector('[data-verdict=violates]').innerText");
    String drift =
        text(
            "Array.from(document.querySelectorAll('.finding')).find(f =>"
                + " f.textContent.includes('ListCollaborations')).innerText");

    assertThat(item)
        .contains("GetSchema", "required, absent", "/schema/description", "first seen 2026-11-20");
    assertThat(drift)
        .contains("first seen tonight", "/collaborationList/*/metricsEnabled", "2 times");
    assertThat(text("document.querySelector('mark').textContent")).isEqualTo("metricsEnabled");
  }

  @Test
  void theTrendHasTheLastThirtyRunsAndTheirNumbers() {
    assertThat(chromium.evaluate("document.querySelectorAll('svg[role=img] g').length").asInt())
        .isEqualTo(30);
    assertThat(text("document.querySelector('svg[role=img] g title').textContent"))
        .isEqualTo("2026-10-31T02:00:00Z: 4 operations, 4 calls, 3 conform, 1 drift");
    assertThat(chromium.evaluate("document.querySelectorAll('details tbody tr').length").asInt())
        .isEqualTo(30);
    assertThat(
            text("document.querySelector('details tbody tr').textContent.replaceAll('\\n', ' ')"))
        .isEqualTo("2026-11-29T02:00:00Z (not in full)8 1 3 1  1 1 3 4");
  }

  @Test
  void withoutEarlierRunsThereIsNoTrend() throws Exception {
    chromium.open(written("alone.html", Conformance.of(Runs.everything(), History.none())));

    assertThat(chromium.evaluate("document.querySelectorAll('svg').length").asInt()).isZero();
    assertThat(chromium.evaluate(SHOWN).asInt()).isEqualTo(10);
  }

  @Test
  void foreignTextsStayTexts() throws Exception {
    String hostile = "</code><script>document.title='x'</script><b onclick='x'>\u0000";
    RunRecord run =
        Runs.run(
            Runs.drift(
                "GetSchema", Runs.newMember("/schema", hostile), Runs.newValue("/a", hostile)),
            Runs.skipped("ListSchemas", hostile));
    chromium.open(written("hostile.html", Conformance.of(run, History.none())));

    assertThat(chromium.evaluate("document.querySelectorAll('script, b').length").asInt())
        .isEqualTo(1);
    assertThat(text("document.title")).startsWith("Clean Rooms conformance");
  }

  @Test
  void everyControlHasAName() {
    List<String> named = new ArrayList<>();
    List<String> nameless = new ArrayList<>();
    for (JsonNode node : chromium.command("Accessibility.getFullAXTree", "{}").path("nodes")) {
      String role = node.at("/role/value").asString("");
      if (List.of("combobox", "searchbox", "button", "link", "search", "image").contains(role)) {
        String name = node.at("/name/value").asString("");
        (name.isBlank() ? nameless : named).add(role + " " + name);
      }
    }

    assertThat(nameless).isEmpty();
    assertThat(named)
        .contains("combobox Verdict", "combobox Resource", "combobox First seen", "link drift")
        .anySatisfy(each -> assertThat(each).startsWith("image Operations by verdict, from"));
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 1200})
  void nothingIsWiderThanTheWindow(int width) throws IOException {
    chromium.evaluate("document.querySelector('details').open = true");
    for (boolean dark : List.of(false, true)) {
      chromium.window(width, 2400, dark);
      chromium.screenshot(PICTURES.resolve(width + (dark ? "-dark.png" : "-light.png")));
    }

    assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(width);
  }

  private static String text(String expression) {
    return chromium.evaluate(expression).asString();
  }
}
