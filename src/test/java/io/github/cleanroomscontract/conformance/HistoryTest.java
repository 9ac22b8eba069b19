package io.github.cleanroomscontract.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cleanroomscontract.report.Weighing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {

  private static final Instant BEFORE = Runs.NIGHT.minus(Duration.ofDays(1));

  @TempDir Path folder;

  @Test
  void whatIsKeptIsReadBackAsItWas() throws IOException {
    RunRecord run = History.read(folder).date(Runs.everything());
    Path file = History.read(folder).keep(run).orElseThrow();

    assertThat(file).hasFileName("2026-11-29T02-00-00Z.json");
    assertThat(RunReader.read(file))
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*excerpt")
        .isEqualTo(run);
    assertThat(files()).hasSize(1);
  }

  @Test
  void twoRunsOfOneSecondAreBothKept() throws IOException {
    History.read(folder).keep(Runs.run());
    History.read(folder).keep(Runs.run());

    assertThat(files())
        .containsExactlyInAnyOrder("2026-11-29T02-00-00Z.json", "2026-11-29T02-00-00Z-2.json");
  }

  @Test
  void somethingIsNewUntilARunHasSeenIt() throws IOException {
    keep(Runs.run(BEFORE, Runs.drift("GetSchema", Runs.newMember("/schema", "old"))));

    assertThat(
            tonight(
                    Runs.drift(
                        "GetSchema",
                        Runs.newMember("/schema", "old"),
                        Runs.newMember("/schema", "young")))
                .run()
                .operations()
                .get(0)
                .observations())
        .extracting(Observation::place, Observation::isNew, each -> each.firstSeen().orElseThrow())
        .containsExactly(
            tuple("/schema/old", false, LocalDate.parse("2026-11-28")),
            tuple("/schema/young", true, LocalDate.parse("2026-11-29")));
  }

  @Test
  void theFirstDayOutlivesTheFilesThatHadIt() throws IOException {
    Path first = keep(Runs.run(BEFORE, Runs.drift("GetSchema", Runs.newMember("/schema", "old"))));
    keep(
        Runs.run(
            Runs.NIGHT.minusSeconds(60),
            Runs.drift("GetSchema", Runs.newMember("/schema", "old"))));
    Files.delete(first);

    assertThat(
            tonight(Runs.drift("GetSchema", Runs.newMember("/schema", "old")))
                .run()
                .operations()
                .get(0)
                .observations()
                .get(0)
                .firstSeen())
        .contains(LocalDate.parse("2026-11-28"));
  }

  @Test
  void withoutAFolderNothingIsDatedOrKept() throws IOException {
    RunRecord run = Runs.run(Runs.drift("GetSchema", Runs.newMember("/schema", "x")));

    assertThat(Conformance.of(run, History.none()).run()).isEqualTo(run);
    assertThat(History.none().keep(run)).isEmpty();
  }

  @Test
  void whatIsFoundNoMoreIsGone() throws IOException {
    keep(
        Runs.run(
            BEFORE,
            Runs.drift(
                "GetSchema",
                Runs.newMember("/schema", "old"),
                Runs.newMember("/schema", "older"))));

    assertThat(tonight(Runs.drift("GetSchema", Runs.newMember("/schema", "old"))).gone())
        .extracting(Gone::operation, each -> each.observation().place(), Gone::last)
        .containsExactly(tuple("GetSchema", "/schema/older", LocalDate.parse("2026-11-28")));
  }

  @Test
  void whatTheRunsOfOtherNightsDidNotAskIsLookedForInEarlierOnes() throws IOException {
    keep(
        Runs.run(
            BEFORE.minus(Duration.ofDays(3)),
            Runs.drift("GetSchema", Runs.newMember("/schema", "old"))));
    keep(Runs.run(BEFORE.minus(Duration.ofDays(2)), Runs.failed("GetSchema", "no answer")));
    keep(Runs.run(BEFORE.minus(Duration.ofDays(1)), Runs.skipped("GetSchema", "none there")));
    keep(Runs.run(BEFORE, Runs.conforms("ListSchemas")));

    assertThat(tonight(Runs.conforms("GetSchema")).gone())
        .extracting(Gone::last)
        .containsExactly(LocalDate.parse("2026-11-25"));
  }

  @Test
  void whatWasNotAskedInFullIsNotGone() throws IOException {
    keep(Runs.run(BEFORE, Runs.drift("GetSchema", Runs.newMember("/schema", "old"))));

    assertThat(tonight(Runs.skipped("GetSchema", "none there")).gone()).isEmpty();
    assertThat(tonight(Runs.conforms("GetSchema"), Runs.failed("GetSchema", "x")).gone()).isEmpty();
    assertThat(tonight(Runs.conforms("ListSchemas")).gone()).isEmpty();
    RunRecord stopped =
        Runs.record(
            Runs.result(
                Runs.NIGHT, Optional.of("interrupted"), List.of(), Runs.conforms("GetSchema")),
            Weighing.Known.NONE);
    assertThat(Conformance.of(stopped, History.read(folder)).gone()).isEmpty();
  }

  @Test
  void runsOfOtherEndpointsAndLaterOnesSayNothing() throws IOException {
    RunRecord drift = Runs.run(BEFORE, Runs.drift("GetSchema", Runs.newMember("/schema", "x")));
    keep(
        new RunRecord(
            drift.started(),
            drift.took(),
            "http://127.0.0.1:8217",
            drift.contract(),
            drift.stopped(),
            drift.left(),
            drift.operations()));
    keep(
        Runs.run(
            Runs.NIGHT.plusSeconds(1), Runs.drift("GetSchema", Runs.newMember("/schema", "x"))));

    Conformance tonight = tonight(Runs.drift("GetSchema", Runs.newMember("/schema", "x")));
    assertThat(tonight.earlier()).isEmpty();
    assertThat(tonight.run().operations().get(0).observations().get(0).isNew()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{\"form\":`, line 1 is not JSON: truncated",
        "`[]`, it holds no results of a replay",
        "`{\"version\":1,\"known\":[]}`, it holds no results of a replay",
        "`{\"form\":\"cleanrooms-conformance\"}`, /version is no whole number",
        "`{\"form\":\"cleanrooms-conformance\",\"version\":2}`, a newer version of the kit has"
            + " written it (2)",
        "`{\"form\":\"cleanrooms-conformance\",\"version\":1,\"left\":{}}`, /left is no list",
        "`{\"form\":\"cleanrooms-conformance\",\"version\":1,\"left\":[],\"operations\":[{}]}`,"
            + " /operations/0/reasons is no list",
        "`{\"form\":\"cleanrooms-conformance\",\"version\":1,\"left\":[],\"operations\":[],"
            + "\"started\":\"today\"}`, /started is not one that there is",
        "`{\"form\":\"cleanrooms-conformance\",\"version\":1,\"left\":[],\"operations\":[],"
            + "\"started\":7}`, /started is no text",
        "`{\"form\":\"cleanrooms-conformance\",\"version\":1,\"left\":[],\"operations\":[{"
            + "\"operation\":\"GetSchema\",\"verdict\":\"fine\",\"calls\":1,\"reasons\":[],"
            + "\"findings\":[]}]}`, /operations/0/verdict is not one that there is",
      })
  void aFileThatIsNoResultIsLeftOutAndSaid(String text, String complaint) throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), text);
    keep(Runs.run(BEFORE, Runs.conforms("GetSchema")));

    History history = History.read(folder);

    assertThat(history.complaints()).containsExactly(file + " is left out: " + complaint);
    assertThat(history.before(Runs.run())).hasSize(1);
  }

  @Test
  void aFileWithMoreMembersIsRead() throws IOException {
    Path file = keep(Runs.run(BEFORE, Runs.conforms("GetSchema")));
    Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{\"later\": [1],"));

    assertThat(History.read(folder).complaints()).isEmpty();
  }

  @Test
  void aFolderNeedsNotBeThereButHasToBeOne() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(History.read(folder.resolve("none")).complaints()).isEmpty();
    assertThatThrownBy(() -> History.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " is no folder, so it cannot hold the results of runs");
  }

  private Conformance tonight(io.github.cleanroomscontract.replay.CallResult... calls)
      throws IOException {
    return Conformance.of(Runs.run(calls), History.read(folder));
  }

  private Path keep(RunRecord run) throws IOException {
    History history = History.read(folder);
    return history.keep(history.date(run)).orElseThrow();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
