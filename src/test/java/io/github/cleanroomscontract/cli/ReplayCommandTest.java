package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.discovery.RichAccount;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.replay.LiveStandIn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command against a stand-in over HTTP. */
class ReplayCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private LiveStandIn service;

  @BeforeEach
  void start() {
    service = LiveStandIn.start().useCredentials();
    RichAccount.createIn(service.stub());
  }

  @AfterEach
  void end() {
    service.close();
  }

  private int run(String... arguments) {
    return RootCommand.execute(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private int discover(String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of("replay", "--discover", "--region", LiveStandIn.REGION, "--rate", "1000"));
    arguments.addAll(List.of("--endpoint", service.url().toString()));
    arguments.addAll(List.of(options));
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return run(arguments.toArray(String[]::new));
  }

  private int replay(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("replay", "--region", LiveStandIn.REGION, "--rate", "1000"));
    arguments.addAll(List.of("--endpoint", service.url().toString()));
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new));
  }

  private void renameStatus() {
    service.answer(
        "GetMembership",
        answer ->
            WireAnswer.json(
                answer.status(),
                new String(answer.body(), StandardCharsets.UTF_8)
                    .replace("\"ACTIVE\"", "\"PAUSED\"")));
  }

  @Test
  void anAccountThatConformsEndsWithZero() {
    assertThat(discover()).as("%s %s", out, err).isZero();

    assertThat(out.toString())
        .startsWith("49 operations · ")
        .contains(" · 49 conform (3 with warnings)  (");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void driftIsToldWhereItIsAndSinceWhen() throws IOException {
    renameStatus();
    String results = folder.resolve("nights").toString();

    assertThat(discover("--results", results)).isEqualTo(1);
    assertThat(out.toString())
        .contains("48 conform (3 with warnings) · 1 drift")
        .containsPattern(
            "drift +GetMembership +/membership/status +new value \"PAUSED\", first seen tonight");
    assertThat(discover("--results", results)).isEqualTo(1);
    assertThat(out.toString()).containsPattern("new value \"PAUSED\", first seen 20[0-9-]{8}\n");
    try (Stream<Path> files = Files.list(folder.resolve("nights"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void whatIsKnownDoesNotCountAndIsToldAsKnown() {
    renameStatus();
    String known = folder.resolve("known.json").toString();

    assertThat(discover("--write-baseline", known)).isEqualTo(1);
    assertThat(err.toString()).contains("1 entry added");
    assertThat(discover("--baseline", known)).isZero();
    assertThat(out.toString()).contains("1 drift (1 known)").contains("\"PAUSED\", known");
  }

  @Test
  void whatCouldNotBeAskedEndsWithThree() {
    service.expiredCredentials(5);

    assertThat(discover()).as("%s %s", out, err).isEqualTo(3);
    assertThat(out.toString()).contains("1 failed").contains("stopped: ");
    assertThat(err.toString()).contains("With --journal FILE, the same command would go on");
  }

  @Test
  void aPlanMakesNoCall() {
    assertThat(discover("--plan")).isZero();

    assertThat(service.received()).isEmpty();
    assertThat(out.toString())
        .contains("  read     ListMemberships ")
        .contains("calls would go to " + service.url() + ": ")
        .endsWith("; none was made\n");
  }

  @Test
  void everyFormatIsWritten() throws IOException {
    renameStatus();
    List<String> options = new ArrayList<>();
    List<String> formats =
        List.of("text", "json", "jsonl", "junit", "sarif", "github", "markdown", "html");
    formats.forEach(each -> options.addAll(List.of("--report", each + "=" + folder.resolve(each))));

    assertThat(discover(options.toArray(String[]::new))).isEqualTo(1);

    for (String each : formats) {
      assertThat(folder.resolve(each)).content().as(each).contains("GetMembership");
    }
    assertThat(folder.resolve("html")).content().contains("<h1>Clean Rooms conformance</h1>");
    assertThat(folder.resolve("markdown")).content().startsWith("## Clean Rooms conformance\n");
    assertThat(Files.readAllLines(folder.resolve("jsonl")))
        .hasSizeGreaterThan(100)
        .anySatisfy(line -> assertThat(line).contains("\"verdict\":\"drift\"", "PAUSED"));
    assertThat(discover("--format", "jsonl")).isEqualTo(1);
    assertThat(out.toString()).isEqualTo(Files.readString(folder.resolve("jsonl")));
  }

  @Test
  void credentialsAreNowhere() throws IOException {
    service.useSessionCredentials();
    renameStatus();
    discover(
        "--results",
        folder.resolve("results").toString(),
        "--journal",
        folder.resolve("journal").toString(),
        "--max-calls",
        "90",
        "--report",
        "html=" + folder.resolve("page.html"),
        "--report",
        "json=" + folder.resolve("all.json"),
        "--show-sensitive");

    StringBuilder all = new StringBuilder(out.toString() + err);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    assertThat(all.toString())
        .contains("PAUSED")
        .doesNotContain(LiveStandIn.ACCESS_KEY)
        .doesNotContain(LiveStandIn.SECRET_KEY)
        .doesNotContain(LiveStandIn.SESSION_TOKEN);
  }

  @Test
  void aRunThatWasCutShortSaysWhereAndHowToGoOn() {
    String journal = folder.resolve("journal").toString();

    assertThat(discover("--journal", journal, "--max-calls", "9")).isEqualTo(3);
    assertThat(out.toString()).contains("stopped: the run may make 9 calls: --max-calls (after ");
    assertThat(err.toString()).contains("The same command goes on from here, as " + journal);
    assertThat(discover("--journal", journal)).isZero();
    assertThat(err.toString()).contains(journal + ": 9 calls conformed before");
    assertThat(folder.resolve("journal")).doesNotExist();
  }

  @Test
  void whatTravelsIsKeptAsFixturesThatExpectWhatIsFound() throws IOException {
    assertThat(discover("--record", folder.resolve("recorded").toString())).isZero();

    assertThat(run("check", folder.resolve("recorded").toString())).as("%s", out).isZero();
    assertThat(out.toString()).contains(" as expected, 0 not");
  }

  @Test
  void answersThatDoNotFitTogetherAreOfARule() {
    service.endlessPages();

    assertThat(discover("--format", "jsonl")).isEqualTo(1);
    assertThat(out.toString()).contains("\"rule\":\"replay.answers\"");
  }

  @Test
  void fixturesAreAskedWithWhatTheAccountHas() throws IOException {
    Path binding =
        Files.writeString(
            folder.resolve("account.json"),
            "{\"membership\": \"6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c\"}");

    assertThat(
            replay("--fixtures", "--binding", binding.toString(), "--operation", "GetMembership"))
        .as("%s %s", out, err)
        .isZero();
    assertThat(out.toString()).startsWith("1 operation · ").contains("1 conform");
    assertThat(service.received("GetMembership")).isNotEmpty();
    assertThat(service.counts()).containsOnlyKeys("GetMembership");
  }

  @Test
  void aScenarioIsPlayedOnlyIfItMayWriteAndLeavesNothing() {
    assertThat(replay("--scenario", "fixtures/scenarios/membership.json")).isZero();
    assertThat(service.counts().keySet())
        .allSatisfy(each -> assertThat(each).matches("(Get|List).*"));
    assertThat(out.toString()).contains("--allow write");

    assertThat(
            replay("--scenario", "fixtures/scenarios/membership.json", "--allow", "write,delete"))
        .as("%s %s", out, err)
        .isZero();
    assertThat(service.count("CreateCollaboration")).isEqualTo(1);
    assertThat(service.count("DeleteCollaboration")).isEqualTo(1);
  }

  @Test
  void whatCannotBeReadIsSaidBeforeAnythingIsAsked() {
    assertThat(replay("--fixtures", folder.resolve("none").toString())).isEqualTo(3);
    assertThat(err.toString()).contains("Error: ").contains("there is no such folder");
    assertThat(replay("--scenario", folder.resolve("none.json").toString())).isEqualTo(3);
    assertThat(replay("--fixtures", "--binding", folder.resolve("none.json").toString()))
        .isEqualTo(3);
    assertThat(service.received()).isEmpty();
  }

  @Test
  void whatIsNoJournalOrNoFolderOfResultsIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "what\n");

    assertThat(discover("--journal", file.toString())).isEqualTo(3);
    assertThat(err.toString()).contains("Error: " + file + ": line 1 is not of a journal");
    assertThat(discover("--results", file.toString())).isEqualTo(3);
    assertThat(err.toString()).contains("Error: " + file + " is no folder");
    assertThat(service.received()).isEmpty();
  }

  @Test
  void aBadOldResultIsSaidAndLeftOut() throws IOException {
    Path file = Files.writeString(folder.resolve("old.json"), "{");

    assertThat(discover("--results", folder.toString())).isZero();
    assertThat(err.toString()).isEqualTo(file + " is left out: line 1 is not JSON: truncated\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replay | What is to be asked? --discover",
        "replay --discover --operation GetSchema | --operation chooses among fixtures",
        "replay --fixtures --operation GetShema | There is no operation \"GetShema\". Did you mean"
            + " GetSchema?",
        "replay --discover --binding a | --binding is for --fixtures and --scenario",
        "replay --scenario a --report html=a | The output a would replace the input a.",
        "replay --discover --region us-east-1 --endpoint http://example.com | Calls go over http to"
            + " this machine alone",
        "replay --discover --allow everything | \"everything\" is none of write, delete, compute",
        "replay --discover --max-calls -1 | \"-1\" is no number of calls, such as 100",
        "replay --discover --rate 0 --region us-east-1 | 0",
        "replay --discover --retries x | '--retries'",
        "replay --discover --retries -1 --region us-east-1 | A call is made again 0 to 19 times;"
            + " found -1.",
        "replay --discover --retries 20 --region us-east-1 | 0 to 19 times; found 20.",
        "replay --discover --retries 2147483647 --region us-east-1 | found 2147483647.",
        "replay --discover --timeout 0 --region us-east-1 | to 1 hour; found 0.0 s.",
        "replay --scenario= | '--scenario'",
        "replay --scenario= | it is empty: an unset variable?",
        "replay --discover --journal= | it is empty: an unset variable?",
        "replay --discover --plan --format html | A plan is a text",
        "replay --discover --report html=a --report markdown=a | Two outputs would go to a.",
        "replay --discover --journal a --report html=a | The output a would replace the input a.",
      })
  void whatIsNotUnderstoodEndsWithTwo(String arguments, String complaint) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);

    assertThat(err.toString()).contains(complaint).contains("Help: ");
    assertThat(service.received()).isEmpty();
  }
}
