package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.discovery.RichAccount;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.replay.Effect;
import io.github.cleanroomscontract.replay.LiveStandIn;
import io.github.cleanroomscontract.scenario.Binding;
import io.github.cleanroomscontract.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** What the README says of nightly runs is so. */
class EveryNightTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\R(.*?)^```");
  private static final Pattern COMMAND = Pattern.compile("(?m) replay (--[^>|\\n]*)");

  @TempDir Path folder;

  private static String section() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("## Every night\n");
    return readme.substring(from, readme.indexOf("\n## ", from));
  }

  private static List<String> blocks(String language) throws IOException {
    return BLOCK
        .matcher(section())
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  private static String json(String part) throws IOException {
    return blocks("json").stream().filter(each -> each.contains(part)).findFirst().orElseThrow();
  }

  @Test
  void theBindingAndTheScenarioThatAreShownAreRead() throws IOException {
    Path binding = Files.writeString(folder.resolve("b.json"), json("disposable"));
    Path scenario = Files.writeString(folder.resolve("s.json"), json("\"steps\""));

    assertThat(Binding.read(binding).isDisposable("configuredTable")).isTrue();
    assertThat(Scenario.read(scenario).steps()).hasSize(3);
  }

  @Test
  void theRoleMayDoWhatReadsAndNothingElse() throws IOException {
    List<Pattern> allowed = new ArrayList<>();
    JsonNode statements =
        JsonDocument.parse(json("ReadCleanRooms")).root().orElseThrow().path("Statement");
    for (JsonNode statement : statements) {
      assertThat(statement.path("Effect").asString()).isEqualTo("Allow");
      for (JsonNode action : statement.path("Action")) {
        allowed.add(Pattern.compile(action.asString().replace("*", ".*")));
      }
    }

    Set<String> granted =
        Catalogue.current().operations().stream()
            .map(Operation::name)
            .filter(
                name ->
                    allowed.stream().anyMatch(each -> each.matcher("cleanrooms:" + name).matches()))
            .collect(Collectors.toSet());
    Set<String> reading =
        Catalogue.current().operations().stream()
            .filter(operation -> Effect.of(operation) == Effect.READ)
            .map(Operation::name)
            .collect(Collectors.toSet());

    assertThat(granted).isEqualTo(reading);
    assertThat(section()).contains("the " + reading.size() + " read operations");
    // None of them is there for nothing.
    assertThat(allowed)
        .allSatisfy(
            each ->
                assertThat(reading).anyMatch(name -> each.matcher("cleanrooms:" + name).matches()));
  }

  @Test
  void theCommandsThatAreShownAreUnderstood() throws IOException {
    List<String> commands =
        COMMAND.matcher(section()).results().map((MatchResult each) -> each.group(1)).toList();

    assertThat(commands).hasSizeGreaterThan(2);
    for (String command : commands) {
      ReplayCommand replay = new ReplayCommand();
      new CommandLine(replay).parseArgs(command.strip().split(" +"));
      assertThat(replay.asked.discover).as(command).isTrue();
    }
  }

  @Test
  void theOptionsThatAreNamedExist() throws IOException {
    Set<String> known = new CommandLine(new ReplayCommand()).getCommandSpec().optionsMap().keySet();
    String prose = BLOCK.matcher(section()).replaceAll("");

    assertThat(Pattern.compile("`(--[a-z-]+)").matcher(prose).results().map(each -> each.group(1)))
        .hasSizeGreaterThan(15)
        .allSatisfy(option -> assertThat(known).contains(option));
  }

  @Test
  void whatIsShownIsWhatIsPrintedAndJqFindsWhatIsNew() throws Exception {
    Path nights = folder.resolve("nights");
    String first;
    try (LiveStandIn service = LiveStandIn.start().useCredentials()) {
      RichAccount.createIn(service.stub());
      change(
          service,
          "ListCollaborations",
          "\"memberStatus\":",
          "\"metricsEnabled\":true,\"memberStatus\":");
      change(service, "GetSchema", "\"description\":\"[^\"]*\",", "");
      first = discover(service, nights);
      assertThat(jq(nights)).isZero();
      discover(service, nights);
    }

    String shown = blocks("console").get(0);
    assertThat(timeless(first)).isEqualTo(timeless(shown.substring(shown.indexOf('\n') + 1)));
    assertThat(jq(nights)).isEqualTo(1);
  }

  private static void change(LiveStandIn service, String operation, String what, String instead) {
    service.answer(
        operation,
        answer ->
            WireAnswer.json(
                answer.status(),
                new String(answer.body(), StandardCharsets.UTF_8).replaceAll(what, instead)));
  }

  private static String discover(LiveStandIn service, Path nights) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        RootCommand.execute(
            new PrintWriter(out),
            new PrintWriter(err),
            "replay",
            "--discover",
            "--region",
            LiveStandIn.REGION,
            "--rate",
            "1000",
            "--endpoint",
            service.url().toString(),
            "--results",
            nights.toString());
    assertThat(code).as("%s %s", out, err).isEqualTo(1);
    return out.toString();
  }

  /** Returns what the workflow's own question ends with for the newest results. */
  private static int jq(Path nights) throws Exception {
    Path jq = Path.of("/usr/bin/jq");
    assumeThat(jq).isExecutable();
    String question =
        Pattern.compile("jq -e '([^']*)'").matcher(section()).results().findFirst().get().group(1);
    Path newest;
    try (var files = Files.list(nights)) {
      newest = files.sorted().reduce((a, b) -> b).orElseThrow();
    }
    return new ProcessBuilder(jq.toString(), "-e", question, newest.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }

  private static String timeless(String output) {
    return output.replaceAll("\\([0-9.]+ s\\)", "(… s)");
  }
}
