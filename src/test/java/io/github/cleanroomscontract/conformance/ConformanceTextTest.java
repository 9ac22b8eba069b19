package io.github.cleanroomscontract.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.replay.CallResult;
import io.github.cleanroomscontract.replay.ReplayResult;
import io.github.cleanroomscontract.replay.Verdict;
import io.github.cleanroomscontract.report.Paint;
import io.github.cleanroomscontract.report.Weighing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceTextTest {

  @TempDir Path folder;

  @Test
  void eachThingThatWasFoundHasALineAndTheRestIsCounted() throws IOException {
    assertThat(text(Runs.everything(), false))
        .isEqualTo(
            """
            10 operations · 8 calls · 1 conform · 1 violates · 3 drift (1 known) · 1 stricter · 1 failed · 3 skipped  (12.3 s)
              violates  GetSchema           /schema/description                  required, absent, first seen tonight
              drift     GetMembership       /membership/status                   new value "PAUSED", first seen tonight
              drift     ListCollaborations  /collaborationList/*/metricsEnabled  new member, first seen tonight
              stricter  UpdateMembership                                         answered ValidationException, first seen tonight
              drift     GetCollaboration    /collaboration/region                new member, first seen tonight, known: asked AWS
              failed    ListMembers: no answer within 10 s
              skipped   CreateCollaboration and CreateMembership: it would write: --allow write
              skipped   ListIntermediateTables: no intermediate tables here
              90 operations of the contract were not asked for
            stopped: interrupted (after GetSchema of discovery)
            left behind, to be removed by hand:
              membership 6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c
            """);
  }

  @Test
  void whatWasSeenBeforeHasItsDayAndWhatIsGoneIsTold() throws IOException {
    History.read(folder)
        .keep(
            Runs.run(
                Runs.NIGHT.minus(Duration.ofDays(2)),
                Runs.drift(
                    "GetSchema", Runs.newMember("/schema", "a"), Runs.newMember("/schema", "b"))));

    assertThat(text(Runs.run(Runs.drift("GetSchema", Runs.newMember("/schema", "a"))), false))
        .isEqualTo(
            """
            1 operation · 1 call · 0 conform · 1 drift  (12.3 s)
              drift     GetSchema  /schema/a  new member, first seen 2026-11-27
              gone      GetSchema  /schema/b  new member, last seen 2026-11-27
              99 operations of the contract were not asked for
            """);
  }

  @Test
  void whereNoRunsAreKeptNothingIsCalledNew() {
    RunRecord run = Runs.run(Runs.drift("GetSchema", Runs.newMember("/schema", "a")));

    assertThat(text(Conformance.of(run, History.none()), false)).doesNotContain("seen");
  }

  @Test
  void manyThatWereNotAskedAreNamedOnlyIfThatIsWanted() throws IOException {
    CallResult[] calls =
        Stream.of("GetSchema", "ListSchemas", "GetMembership", "ListMembers", "ListMemberships")
            .map(name -> Runs.skipped(name, "why"))
            .toArray(CallResult[]::new);

    assertThat(text(Runs.run(calls), false))
        .contains("skipped   GetMembership, GetSchema, ListMembers and 2 more: why\n");
    assertThat(text(Runs.run(calls), true)).contains("ListMemberships and ListSchemas: why\n");
  }

  @Test
  void aSkippedCallOfAnOperationThatWasAskedIsToldOnlyIfThatIsWanted() throws IOException {
    RunRecord run = Runs.run(Runs.conforms("GetSchema"), Runs.skipped("GetSchema", "why"));

    assertThat(text(run, false)).doesNotContain("why");
    assertThat(text(run, true)).contains("skipped   GetSchema: why");
  }

  @Test
  void warningsAreCountedAndListedOnlyIfTheyCount() throws IOException {
    Finding warning =
        Runs.finding(
            Rules.RANGE,
            Severity.WARNING,
            "/schema/a",
            Optional.empty(),
            "a is small",
            Optional.empty(),
            Optional.empty());
    ReplayResult result =
        Runs.result(
            Runs.NIGHT,
            Optional.empty(),
            List.of(),
            Runs.call("GetSchema", Verdict.CONFORMS, List.of(warning)));
    Weighing strict = new Weighing(Severity.WARNING, Weighing.Known.NONE);

    assertThat(text(Runs.record(result, Weighing.Known.NONE), false))
        .contains("1 conform (1 with warnings)")
        .doesNotContain("range");
    assertThat(
            text(
                RunRecord.of(result, List.of(strict.weigh(result.calls().get(0).message()))),
                false))
        .contains("warning   GetSchema  /schema/a  range, first seen tonight");
  }

  @Test
  void foreignTextsMoveNoCursor() throws IOException {
    RunRecord run =
        Runs.run(Runs.drift("GetSchema", Runs.newMember("/schema", "\u001b[2J\r\n::error::x")));

    assertThat(text(run, false)).contains("/schema/\\u001B[2J\\u000D\\u000A::error::x  new");
  }

  private String text(RunRecord run, boolean skipped) throws IOException {
    return text(Conformance.of(run, History.read(folder)), skipped);
  }

  private static String text(Conformance conformance, boolean skipped) {
    List<String> lines = new ConformanceText(new Paint(false), skipped).lines(conformance);
    return lines.stream().map(line -> line.stripTrailing() + "\n").reduce("", String::concat);
  }
}
