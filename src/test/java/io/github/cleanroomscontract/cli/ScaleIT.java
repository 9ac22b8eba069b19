package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long captures through the built command line. */
class ScaleIT {

  private static final String VALID =
      "{\"operation\":\"GetMembership\",\"direction\":\"request\",\"payload\":"
          + "{\"membershipIdentifier\":\"6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c\"},\"filler\":\""
          + "x".repeat(700)
          + "\"}";
  private static final String INVALID = VALID.replace("6a3e2c1e-", "6A3E2C1E-");

  @TempDir Path folder;

  @Test
  void memoryDoesNotGrowWithTheCapture() throws Exception {
    int messages = 50_000;
    Path capture = folder.resolve("large.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(capture)) {
      for (int i = 0; i < messages; i++) {
        out.write(i % 100 == 7 ? INVALID : VALID);
        out.write('\n');
      }
    }
    Path junit = folder.resolve("out.xml");
    Path html = folder.resolve("out.html");
    assertThat(Files.size(capture)).isGreaterThan(40_000_000);

    Cli.Result result =
        Cli.run(
            "",
            List.of("-Xmx32m"),
            List.of(
                "validate",
                "--report",
                "junit=" + junit,
                "--report",
                "html=" + html,
                capture.toString()));

    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isEqualTo(ExitCodes.FINDINGS);
    assertThat(result.out()).contains("50,000 messages: 49,500 valid, 500 invalid");
    assertThat(line(result.out(), "error pattern at")).isEqualTo(500);
    try (Stream<String> lines = Files.lines(junit)) {
      assertThat(lines.filter(each -> each.contains("<failure"))).hasSize(500);
    }
    assertThat(html).exists();
  }

  @Test
  void norWithASingleTextThatIsAListOfCalls() throws Exception {
    int entries = 10_000;
    String entry =
        """
        {"request": {"method": "GET", "url": "https://cleanrooms.us-east-1.amazonaws.com/%s",
          "headers": [{"name": "x", "value": "FILLER"}]}, "response": {"status": 0}}"""
            .replace("FILLER", "x".repeat(2600));
    String id = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";
    Path capture = folder.resolve("large.har");
    try (BufferedWriter out = Files.newBufferedWriter(capture)) {
      out.write("{\"log\": {\"entries\": [\n");
      for (int i = 0; i < entries; i++) {
        out.write(entry.formatted("memberships/" + (i % 100 == 7 ? "M-1" : id)));
        out.write(i == entries - 1 ? "]}}" : ",\n");
        if (i == 100) {
          // One that is too large alone is told, and the others are judged all the same.
          out.write("{\"request\": \"");
          for (int j = 0; j < 40_000; j++) {
            out.write("x".repeat(1000));
          }
          out.write("\"},\n");
        }
      }
    }
    assertThat(Files.size(capture)).isGreaterThan(60_000_000);

    Cli.Result result = Cli.run("", List.of("-Xmx32m"), List.of("validate", capture.toString()));

    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(result.out())
        .contains("10,001 messages: 9,900 valid, 100 invalid, 1 could not be checked");
    assertThat(line(result.out(), "error pattern at")).isEqualTo(100);
    assertThat(line(result.out(), "large.har:204:1: failed input.unreadable")).isEqualTo(1);
  }

  @Test
  void whatIsTooLongForTheMemoryIsToldAndTheRestIsRead() throws Exception {
    String huge = "{\"filler\":\"" + "x".repeat(9_000_000) + "\"";
    List<String> little = List.of("-Xmx64m");

    Cli.Result before =
        Cli.run(huge + ",\"Records\":[\n{},\n{}]}", little, List.of("validate", "-"));
    assertThat(before.out()).contains("<stdin>:1:1: failed input.unreadable");
    assertThat(before.out()).contains("1 message: 0 valid, 0 invalid, 1 could not be checked");

    Cli.Result lines =
        Cli.run(huge + "}\n" + VALID + "\n" + INVALID + "\n", little, List.of("validate", "-"));
    assertThat(lines.out()).contains("<stdin>:3:").contains("3 messages: 1 valid, 1 invalid");
  }

  @Test
  void manySmallThingsTakeNoMoreMemoryThanFewLargeOnes() throws Exception {
    Path capture = folder.resolve("small.json");
    Files.writeString(capture, "{\"Records\":[" + "1, ".repeat(360_000) + "1]}");
    Path out = folder.resolve("out.txt");

    Cli.Result result =
        Cli.run(
            "",
            List.of("-Xmx32m"),
            List.of(
                "validate", "--report", "text=" + out, "--format", "github", capture.toString()));

    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isEqualTo(ExitCodes.FAILED);
    try (Stream<String> lines = Files.lines(out)) {
      assertThat(lines.filter(each -> each.contains("360,001 could not be checked"))).hasSize(1);
    }
  }

  private static long line(String out, String part) {
    return out.lines().filter(each -> each.contains(part)).count();
  }

  @Test
  void anInterruptionEndsItWithTheSumsSoFarAndCompleteReports() throws Exception {
    Path json = folder.resolve("out.json");
    Path text = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        Cli.start(
            ProcessBuilder.Redirect.PIPE,
            err,
            "validate",
            "--format",
            "jsonl",
            "--report",
            "json=" + json,
            "--report",
            "text=" + text,
            "-");
    try (BufferedWriter in = process.outputWriter();
        BufferedReader out = process.inputReader()) {
      for (int i = 0; i < 10; i++) {
        write(in, i == 4 ? INVALID : VALID);
        assertThat(out.readLine()).contains("\"line\":" + (i + 1));
      }

      // Another signal than that of Ctrl-C, to which the JVM does the same.
      process.toHandle().destroy();

      assertThat(out.readLine()).contains("input.interrupted");
      assertThat(out.readLine()).isNull();
      assertThat(Cli.ended(process)).isEqualTo(ExitCodes.FAILED);
    }
    assertThat(err).isEmptyFile();
    assertThat(Files.readString(text))
        .contains("11 messages: 9 valid, 1 invalid, 1 could not be checked");
    assertThat(Files.readString(json)).contains("\"messages\":11").endsWith("}\n");
  }

  private static void write(BufferedWriter in, String line) throws IOException {
    in.write(line);
    in.write('\n');
    in.flush();
  }
}
