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
        "nonsense | Unmatched argument at index 0: 'nonsense'",
        "validat x | Did you mean: cleanrooms-contract validate",
        "validate | Missing required parameter: 'INPUT'",
        "validate --format xml x | \"xml\" is none of text, json, jsonl, junit, sarif, github,"
            + " markdown, html",
        "validate --report junit x | say which file it goes to: junit=FILE",
        "validate --report junit= x | say which file it goes to: junit=FILE",
        "validate --report jnit=a x | \"jnit\" is none of text, json, jsonl, junit, sarif, github,"
            + " markdown, html",
        "validate --report json=a --report junit=./a x | Two outputs would go to a.",
        "validate --report json=pom.xml ./pom.xml | The output pom.xml would replace the input ./pom.xml.",
        "validate --fail-on info x | \"info\" is none of error, drift, warning",
        "validate --unknown eror x | \"eror\" is none of error, drift, ignore; did you mean error?",
        "validate --engine FLINK x | \"FLINK\" is none of SPARK, CLEAN_ROOMS_SQL",
        "validate --caller-account 1111-2222 x | an AWS account has 12 digits",
        "validate --caller-account 12 x | an AWS account has 12 digits",
        "validate --operation GetMembershp x | Did you mean GetMembership?",
        "validate --error Oops x | There is no error Oops in the API; its errors are AccessDenied",
        "validate --request --response x | mutually exclusive",
        "validate --opration x | Possible solutions: --operation",
        "describe | Missing required parameter: 'OPERATION'",
        "describe getmembership | Did you mean GetMembership?",
        "explain unoin.empty | Did you mean union.empty?",
        "explain | Missing required parameter: 'RULE'",
        "validate --as-of yesterday x | \"yesterday\" is not a day such as 2025-04-30",
        "validate --as-of 2022-12-31 x | the API exists since 2023-01-12, not yet on 2022-12-31",
        "describe StartProtectedJob --as-of 2025-03-17 | StartProtectedJob exists since 2025-03-18.",
        "changes 2024-10-30 | The release before it: 2024-10-29. The release after it: 2024-11-07.",
        "changes soon | \"soon\" is not a day such as 2025-09-04",
        "changes 2024-10-30..2024-11-06 | The API did not change from 2024-10-30 to 2024-11-06.",
        "changes 2025-01-01..2024-01-01 | The time ends before it begins",
        "changes --format xml | \"xml\" is none of text, markdown, json",
        "rules nonsense | begins with \"nonsense\"",
        "rules --kind state | \"state\" is none of input, model, schema, cross-field, context, limit",
        "drift --format yaml | \"yaml\" is none of text, json",
        "generate | Missing required parameter: 'OPERATION'",
        "generate GetMembership | Missing required argument (specify one of these): (--request",
        "generate GetMembership --request --response | mutually exclusive",
        "generate GetMembership --response --error | mutually exclusive",
        "generate getMembership --request | Did you mean GetMembership?",
        "generate GetMembership --request --valid --invalid | mutually exclusive",
        "generate GetMembership --request --rule unoin.empty | Did you mean union.empty?",
        "generate GetMembership --request --rule union.empty | No request of GetMembership breaks",
        "generate GetMembership --request --rule json.syntax | Whatever breaks json.syntax fits into no"
            + " line: give --output FOLDER.",
        "generate GetMembership --request --seed 7 --rule json.syntax | breaks json.syntax at random.",
        "generate GetMembership --request --seed 7 --rule union.empty | breaks union.empty at random.",
        "generate StartProtectedJob --request --seed 7 --as-of 2025-03-17 | exists since 2025-03-18.",
        "generate GetMembership --request --count 0 | --count is at least 1.",
        "generate StartProtectedJob --request --as-of 2025-03-17 | exists since 2025-03-18.",
        "serve --port 65536 | Invalid value for --port: a port is between 0 and 65,535",
        "serve --port x | 'x' is not an int",
        "serve --host= | The address of --host is empty: an unset variable?",
        "serve --caller-account 12 | Invalid value for --caller-account: an AWS account has 12 digits",
        "serve --region Mars | Invalid value for --region: a region is called such as eu-west-1",
        "serve --format json | \"json\" is none of text, jsonl",
        "serve --as-of 2022-12-31 | the API exists since 2023-01-12",
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
