package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.internal.json.JsonDocument;
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
import tools.jackson.databind.JsonNode;

/** What {@code generate} makes, and that it is what it says. */
class GenerateIT {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "StartProtectedQuery, --request",
    "BatchGetCollaborationAnalysisTemplate, --response",
    "CreateMembership, --error",
  })
  void generatedPayloadsAreJudgedAsTheirLabelsSay(String operation, String direction)
      throws Exception {
    Cli.Result generated = Cli.run("generate", operation, direction);
    assertThat(generated.err()).isEmpty();
    assertThat(generated.code()).isZero();
    Cli.Result judged = Cli.withInput(generated.out(), "validate", "--format", "jsonl", "-");
    List<String> lines = judged.out().lines().toList();
    assertThat(lines).hasSameSizeAs(generated.out().lines().toList()).hasSizeGreaterThan(100);
    for (String line : lines) {
      JsonNode result = JsonDocument.parse(line).root().orElseThrow();
      List<String> expected = new ArrayList<>();
      if (result.has("rule")) {
        expected.add(place(result));
      }
      result.path("besides").forEach(each -> expected.add(place(each)));
      List<String> found = new ArrayList<>();
      result.path("findings").forEach(each -> found.add(place(each)));
      assertThat(found).as(line).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(result.path("outcome").asString().equals("valid"))
          .isEqualTo(result.path("valid").asBoolean());
      // They would show account numbers and query texts.
      assertThat(result.has("context") || result.has("request")).isFalse();
    }
  }

  private static String place(JsonNode finding) {
    return finding.path("rule").asString() + " " + finding.path("pointer").asString();
  }

  @Test
  void aSeedGivesTheSamePayloadsAgain() throws Exception {
    String[] some = {"generate", "GetMembership", "--request", "--count", "150", "--seed", "7"};
    String first = Cli.run(some).out();
    assertThat(first.lines()).hasSize(150);
    assertThat(first.lines().filter(line -> line.contains("\"valid\":true"))).hasSize(75);
    assertThat(Cli.run(some).out()).isEqualTo(first);
    some[6] = "8";
    assertThat(Cli.run(some).out()).isNotEqualTo(first);
    assertThat(Cli.run("generate", "GetMembership", "--error", "--seed", "7").out().lines())
        .hasSize(100);
  }

  @ParameterizedTest
  @CsvSource({
    "StartProtectedQuery --request --valid, 0, '200 messages: 200 valid'",
    "GetProtectedQuery --response --invalid, 1, '200 messages: 0 valid'",
    "StartProtectedQuery --request --rule union.multiple, 1, '200 messages: 0 valid, 200 invalid'",
  })
  void randomPayloadsAreWhatTheyPromise(String arguments, int code, String summary)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("generate"));
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("--seed", "3", "--count", "200"));
    Path capture =
        Inputs.write(folder, "random.jsonl", Cli.run(command.toArray(String[]::new)).out());
    Cli.Result result = Cli.run("validate", capture.toString());
    assertThat(result.out()).contains(summary);
    assertThat(result.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "GetMembership --request, request.minimal",
    "StartProtectedQuery --request, request.minimal",
    "BatchGetCollaborationAnalysisTemplate --response, response.minimal",
    "CreateMembership --error --as-of 2023-01-12, error.ThrottlingException.minimal",
  })
  void generatedFilesAreFixtures(String arguments, String example) throws Exception {
    String output = folder.resolve("cases").toString();
    List<String> command = new ArrayList<>(List.of("generate"));
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("--output", output));
    Cli.Result generated = Cli.run(command.toArray(String[]::new));
    assertThat(generated.err()).isEmpty();
    assertThat(generated.code()).isZero();
    Path cases = Path.of(output, command.get(1));
    long valid = payloads(cases.resolve("valid"));
    long invalid = payloads(cases.resolve("invalid"));
    assertThat(generated.out())
        .isEqualTo(
            "%,d payloads in %s: %,d valid, %,d invalid%n"
                .formatted(valid + invalid, cases, valid, invalid));
    assertThat(cases.resolve("valid/" + example + ".json")).exists();

    Cli.Result checked = Cli.run("check", output);
    assertThat(checked.out())
        .isEqualTo("%1$,d fixtures: %1$,d as expected, 0 not%n".formatted(valid + invalid));
    assertThat(checked.code()).as(checked.err()).isZero();
  }

  private static long payloads(Path kind) throws IOException {
    try (Stream<Path> files = Files.list(kind)) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }

  @Test
  void generatedFilesReplaceNothing() throws Exception {
    String[] generate = {
      "generate", "GetMembership", "--request", "--output", folder.resolve("cases").toString()
    };
    Path file = folder.resolve("cases/GetMembership/invalid/request.breaks-nothing.errors");
    Path taken = file.resolveSibling("request.the-payload-with-an-unknown-member.errors");
    Files.createDirectories(taken.getParent());
    Files.writeString(taken, "mine");
    Cli.Result result = Cli.run(generate);
    assertThat(result.err())
        .isEqualTo("Cannot write " + taken + ": it is there already; give another folder." + nl());
    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isEqualTo(3);
    assertThat(taken).hasContent("mine");
    try (Stream<Path> files = Files.walk(folder.resolve("cases"))) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(taken);
    }
    Files.move(taken, file);
    assertThat(Cli.run(generate).code()).isZero();
  }

  private static String nl() {
    return System.lineSeparator();
  }
}
