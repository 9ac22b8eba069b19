package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports in files, and what a run fails for. */
class ReportsIT {

  private static final String CAPTURES = "fixtures/captures";

  @TempDir Path folder;

  @Test
  void severalReportsAreWrittenAtOnce() throws Exception {
    Path junit = folder.resolve("a/b/out.xml");
    Path lines = folder.resolve("out.jsonl");
    Cli.Result result =
        Cli.run(validate("--report", "junit=" + junit, "--report", "jsonl=" + lines));

    assertThat(result.out()).endsWith(" s)\n").contains("8 messages: 4 valid, 3 invalid, 1 drift");
    assertThat(result.code()).isEqualTo(1);
    assertThat(junit)
        .content()
        .startsWith("<?xml")
        .contains("<failure ")
        .endsWith("</testsuites>\n");
    assertThat(lines)
        .content()
        .hasLineCount(8)
        .isEqualTo(Cli.run(validate("--format", "jsonl")).out());
    assertThat(names(folder)).containsExactlyInAnyOrder("a", "out.jsonl");
    assertThat(names(junit.getParent())).containsExactly("out.xml");
  }

  @ParameterizedTest
  @CsvSource({
    "junit, <testsuites",
    "sarif, unicodeCodePoints",
    "github, ::error file=fixtures/captures/",
    "markdown, ## Clean Rooms contract",
    "html, <!DOCTYPE html>"
  })
  void aReportIsWhatTheStandardOutputWouldHave(String format, String part) throws Exception {
    Path report = folder.resolve("out");
    Cli.run(validate("--report", format + "=" + report));
    Cli.Result result = Cli.run(validate("--format", format));

    assertThat(result.code()).isEqualTo(1);
    assertThat(timeless(Files.readString(report))).contains(part).isEqualTo(timeless(result.out()));
  }

  private static String timeless(String output) {
    return output.replaceAll("in [0-9.]+ s", "in … s");
  }

  @Test
  void whatCannotBeWrittenIsSaidBeforeAnythingIsJudged() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    for (Path target : List.of(folder, file.resolve("out.xml"))) {
      Cli.Result result =
          Cli.run(
              validate(
                  "--report", "json=" + folder.resolve("other"), "--report", "junit=" + target));
      assertThat(result.err())
          .startsWith("Error: " + target + " cannot be written: ")
          .hasLineCount(1);
      assertThat(result.out()).isEmpty();
      assertThat(result.code()).isEqualTo(3);
    }
    assertThat(names(folder)).containsExactly("file");
  }

  @Test
  void aRunThatIsKilledLeavesTheOlderReport() throws Exception {
    Path report = Files.writeString(folder.resolve("out.xml"), "old");
    Process process =
        Cli.start(
            ProcessBuilder.Redirect.DISCARD,
            folder.resolve("err.txt"),
            "validate",
            "--report",
            "junit=" + report,
            "-");
    while (names(folder).size() < 3) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(20);
    }
    process.destroyForcibly();
    Cli.ended(process);

    assertThat(report).hasContent("old");
  }

  @ParameterizedTest
  @CsvSource({
    "error, drift, 0",
    "drift, drift, 1",
    "drift, warning, 0",
    "warning, warning, 1",
    "warning, drift, 1",
    "error, error, 1",
  })
  void aRunFailsForWhatItIsToldTo(String least, String severity, int code) throws Exception {
    String line =
        switch (severity) {
          case "error" ->
              "{\"operation\":\"GetMembership\",\"direction\":\"request\",\"payload\":{}}";
          case "drift" ->
              Files.readString(Path.of(CAPTURES, "nightly.jsonl")).lines().toList().get(3);
          default -> warned();
        };
    Path capture = Files.writeString(folder.resolve("a.jsonl"), line);

    Cli.Result result = Cli.run("validate", "--fail-on", least, capture.toString());
    assertThat(result.out()).contains(": " + severity + " ");
    assertThat(result.code()).isEqualTo(code);
  }

  /** A payload with an ARN that is longer than what is published, which is warned of. */
  private static String warned() throws Exception {
    return Cli.run(
            "generate",
            "GetConfiguredTableAssociation",
            "--response",
            "--rule",
            "arn.published-maximum")
        .out()
        .lines()
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsKnownDoesNotCount() throws Exception {
    Path file = folder.resolve("known.json");
    Cli.Result written = Cli.run(validate("--write-baseline", file.toString()));
    assertThat(written.err())
        .isEqualTo(file + ": 6 entries added; give the new ones a reason" + System.lineSeparator());
    assertThat(written.code()).isEqualTo(1);

    Cli.Result known = Cli.run(validate("--baseline", file.toString()));
    assertThat(known.out())
        .startsWith("8 messages: 4 valid, 0 invalid, 4 known")
        .contains("6 known findings not listed");
    assertThat(known.err()).isEmpty();
    assertThat(known.code()).isZero();

    Cli.Result lines = Cli.run(validate("--format", "jsonl", "--baseline", file.toString()));
    assertThat(lines.out().lines().filter(line -> line.contains("\"known\":true"))).hasSize(4);

    Files.writeString(file, Files.readString(file).replaceAll("\"20[0-9-]+\"", "\"2026-01-01\""));
    Cli.Result expired = Cli.run(validate("--baseline", file.toString()));
    assertThat(expired.err())
        .contains("has expired on 2026-01-01 and counts again")
        .hasLineCount(6);
    assertThat(expired.code()).isEqualTo(1);
  }

  @Test
  void aBaselineThatIsNoneEndsWithThreeAndIsNotReplaced() throws Exception {
    Path file = Files.writeString(folder.resolve("known.json"), "{}");
    for (String option : List.of("--baseline", "--write-baseline")) {
      Cli.Result result = Cli.run(validate(option, file.toString()));
      assertThat(result.err())
          .isEqualTo("Error: " + file + ":1:1: \"version\" has to be 1" + System.lineSeparator());
      assertThat(result.out()).isEmpty();
      assertThat(result.code()).isEqualTo(3);
    }
    assertThat(file).hasContent("{}");
  }

  private static String[] validate(String... options) {
    List<String> arguments = new ArrayList<>(List.of("validate", CAPTURES));
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
