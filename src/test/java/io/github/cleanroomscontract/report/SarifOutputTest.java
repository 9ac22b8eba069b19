package io.github.cleanroomscontract.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.finding.Excerpt;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SarifOutputTest {

  @Test
  void columnsCountCharacters() {
    Excerpt excerpt = new Excerpt(1, List.of("\uD83D\uDE00\"\uD83D\uDE00b\","), 0, 2, 5);
    Finding finding = Samples.full().withPlace(Optional.of(new Place(1, 2, Optional.of(excerpt))));
    JsonNode region =
        results(Samples.message("a.json", Report.of(Samples.SUBJECT, List.of(finding))))
            .get(0)
            .at("/locations/0/physicalLocation/region");

    assertThat(region).hasToString("{\"startLine\":1,\"startColumn\":2,\"endColumn\":6}");
  }

  @ParameterizedTest
  @CsvSource({
    "a b/c:d/ü%.json, a%20b/c%3Ad/%C3%BC%25.json, %SRCROOT%",
    "./a/../b.json, b.json, %SRCROOT%",
    "/elsewhere/a.json, file:///elsewhere/a.json, ''",
  })
  void sourcesBecomeUris(String source, String uri, String base) {
    JsonNode location =
        results(Samples.message(source, Samples.invalid().report()))
            .get(0)
            .at("/locations/0/physicalLocation/artifactLocation");

    assertThat(location.path("uri").asString()).isEqualTo(uri);
    assertThat(location.path("uriBaseId").asString("")).isEqualTo(base);
  }

  @Test
  void whatLiesInTheWorkingFolderIsRelativeToIt() {
    String source = Path.of("src/a.json").toAbsolutePath().toString();

    assertThat(
            results(Samples.message(source, Samples.invalid().report()))
                .get(0)
                .at("/locations/0/physicalLocation/artifactLocation/uri")
                .asString())
        .isEqualTo("src/a.json");
  }

  @Test
  void fingerprintsOutliveWhatMovesLines() {
    String first = fingerprint(at(3, "/list/0/a"));

    assertThat(fingerprint(at(7, "/list/0/a"))).isEqualTo(first);
    assertThat(fingerprint(at(3, "/list/5/a"))).isEqualTo(first);
    assertThat(fingerprint(at(3, "/list/0/b"))).isNotEqualTo(first);
  }

  @Test
  void fingerprintsOfEqualFindingsDiffer() {
    List<String> all = new ArrayList<>();
    results(at(1, "/a"), at(2, "/a"), at(3, "/b"), at(4, "/a"))
        .forEach(
            each -> all.add(each.at("/partialFingerprints/cleanroomsContract~1v1").asString()));

    assertThat(all).doesNotHaveDuplicates();
    assertThat(all.get(3)).isEqualTo(all.get(0).replace(":1", ":3"));
  }

  @Test
  void manyThatCouldNotBeCheckedAreCounted() {
    JsonNode run = run(Collections.nCopies(1500, Samples.entry(Samples.failed())));
    JsonNode told = run.at("/invocations/0/toolExecutionNotifications");

    assertThat(run.path("results")).isEmpty();
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
    assertThat(told).hasSize(1001);
    assertThat(told.get(1000).at("/message/text").asString())
        .isEqualTo("500 more messages could not be checked");
  }

  @Test
  void levelsFollowSeverities() {
    List<String> levels = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      Report report = Report.of(Samples.SUBJECT, List.of(Samples.finding(severity)));
      levels.add(results(Samples.message("a", report)).get(0).path("level").asString());
    }

    assertThat(levels).containsExactly("error", "warning", "warning", "note", "note");
  }

  private static JudgedMessage at(int line, String pointer) {
    Finding full = Samples.full();
    Finding finding =
        new Finding(
            full.rule(),
            full.severity(),
            pointer,
            full.member(),
            full.message(),
            full.expected(),
            full.found(),
            full.hint(),
            full.place());
    return new JudgedMessage(
        "a.jsonl",
        line,
        Optional.of("UpdateProtectedQuery"),
        Optional.empty(),
        Map.of(),
        Report.of(Samples.SUBJECT, List.of(finding)));
  }

  private static String fingerprint(JudgedMessage message) {
    return results(message).get(0).at("/partialFingerprints/cleanroomsContract~1v1").asString();
  }

  private static JsonNode results(JudgedMessage... messages) {
    return run(List.of(messages).stream().map(Samples::entry).toList()).path("results");
  }

  private static JsonNode run(List<Entry> entries) {
    JsonDocument sarif = JsonDocument.parse(FormatsTest.written(Format.SARIF, entries));
    return sarif.root().orElseThrow().at("/runs/0");
  }
}
