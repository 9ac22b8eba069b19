package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as its users meet it: a process with arguments, output and an exit code. */
class CommandLineIT {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Which command? validate",
        "validat x | Did you mean: cleanrooms-contract validate",
        "validate | Missing required parameter: 'INPUT'",
        "drift --sdk | Missing required parameter for option '--sdk'",
      })
  void misunderstandingsEndWithTwo(String arguments, String message) throws Exception {
    Cli.Result result = Cli.run(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    assertThat(result.err()).contains(message).contains("Help: cleanrooms-contract");
    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "help",
        "help validate",
        "validate --help",
        "describe --help",
        "operations --help",
        "explain --help",
        "changes --help",
        "rules --help",
        "check --help",
        "drift --help",
        "serve --help",
        "generate --help",
        "generate-completion",
        "--version"
      })
  void helpEndsWithNought(String arguments) throws Exception {
    Cli.Result result = Cli.run(arguments.split(" "));
    assertThat(result.out()).contains("cleanrooms-contract");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out().lines()).allMatch(line -> !line.contains("\u001B["));
  }

  @Test
  void versionNamesKitAndModel() throws Exception {
    assertThat(Cli.run("--version").out())
        .matches(
            "cleanrooms-contract-kit [0-9]+\\.[0-9]+\\.[0-9]+\\R"
                + "contract of AWS Clean Rooms 2022-02-17, model of 2026-07-27\\R");
  }

  @Test
  void exitCodesTellValidFromInvalidFromUnchecked() throws Exception {
    Path valid = Inputs.write(folder, "a.GetMembership.request.json", Inputs.VALID);
    Path invalid = Inputs.write(folder, "b.GetMembership.request.json", Inputs.INVALID);
    Path unknown = Inputs.write(folder, "c.json", Inputs.VALID);
    assertThat(Cli.run("validate", valid.toString()).code()).isZero();
    assertThat(Cli.run("validate", valid.toString(), invalid.toString()).code()).isEqualTo(1);
    assertThat(Cli.run("validate", valid.toString(), unknown.toString()).code()).isEqualTo(3);
    assertThat(Cli.run("validate", folder.toString()).code()).isEqualTo(3);
    assertThat(Cli.run("validate", folder.resolve("absent").toString()).code()).isEqualTo(3);
  }

  @Test
  void withoutPicocliAClearSentenceSaysSo() throws Exception {
    Cli.Result result =
        Cli.process(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("library.jar"),
                "io.github.cleanroomscontract.cli.Main",
                "operations"),
            "");
    assertThat(result.err()).startsWith("The command line needs picocli").hasLineCount(1);
    assertThat(result.code()).isEqualTo(3);
  }

  @Test
  void whatCannotBeWrittenEndsWithThree() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    Cli.Result result =
        Cli.run("generate", "GetMembership", "--request", "--output", file.toString());
    assertThat(result.err()).startsWith("Cannot write " + file).hasLineCount(1);
    assertThat(result.code()).isEqualTo(3);

    Cli.Result unset = Cli.run("generate", "GetMembership", "--request", "--output", "");
    assertThat(unset.err()).contains("'--output'").contains("it is empty: an unset variable?");
    assertThat(unset.code()).isEqualTo(2);
  }

  /** As {@code generate … | head -1} does. */
  @Test
  void aReaderThatHasEnoughIsNoFault() throws Exception {
    Path err = folder.resolve("err.txt");
    Process process =
        Cli.start(
            ProcessBuilder.Redirect.PIPE, err, "generate", "StartProtectedQuery", "--request");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).contains("\"case\":\"minimal\"");
    }
    assertThat(Cli.ended(process)).isZero();
    assertThat(err).isEmptyFile();
  }

  @Test
  void resultsThatAreLostEndWithThree() throws Exception {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    Path err = folder.resolve("err.txt");
    for (String command : List.of("generate GetMembership --request", "operations")) {
      Process process =
          Cli.start(ProcessBuilder.Redirect.to(full.toFile()), err, command.split(" "));
      assertThat(Cli.ended(process)).isEqualTo(3);
      assertThat(err).content().startsWith("The results could not be written: ").hasLineCount(1);
    }
  }
}
