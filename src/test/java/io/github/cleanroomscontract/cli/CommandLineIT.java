package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.rules.RuleBook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The command line as its users meet it: a process with arguments, output and an exit code. */
class CommandLineIT {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";
  private static final String VALID = "{\"membershipIdentifier\":\"" + ID + "\"}";
  private static final String INVALID = "{\"membershipIdentifer\":\"" + ID + "\"}";

  /** Where the build puts the jars of an SDK. */
  private static final String SDK = "target/sdk";

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
    Path valid = write("a.GetMembership.request.json", VALID);
    Path invalid = write("b.GetMembership.request.json", INVALID);
    Path unknown = write("c.json", VALID);
    assertThat(Cli.run("validate", valid.toString()).code()).isZero();
    assertThat(Cli.run("validate", valid.toString(), invalid.toString()).code()).isEqualTo(1);
    assertThat(Cli.run("validate", valid.toString(), unknown.toString()).code()).isEqualTo(3);
    assertThat(Cli.run("validate", folder.toString()).code()).isEqualTo(3);
    assertThat(Cli.run("validate", folder.resolve("absent").toString()).code()).isEqualTo(3);
  }

  @Test
  void aFolderWithoutCapturesIsNoSilentPass() throws Exception {
    write("notes.txt", "nothing here");
    Cli.Result result = Cli.run("validate", folder.toString());
    assertThat(result.out()).contains("failed input.no-match", "1 could not be checked");
    assertThat(result.code()).isEqualTo(3);
  }

  @Test
  void standardInputMayBeOneValueOrSeveralLines() throws Exception {
    Cli.Result one =
        Cli.withInput(VALID, "validate", "--operation", "GetMembership", "--request", "-");
    assertThat(one.out()).startsWith("1 message: 1 valid, 0 invalid");
    assertThat(one.code()).isZero();
    String line =
        "{\"operation\":\"GetMembership\",\"direction\":\"request\",\"payload\":" + VALID + "}\n";
    Cli.Result several =
        Cli.withInput(line + line.replace("Identifier", "Identifer"), "validate", "-");
    assertThat(several.out()).contains("<stdin>:2:", "2 messages: 1 valid, 1 invalid");
    assertThat(several.code()).isEqualTo(1);
    Cli.Result nothing = Cli.withInput("", "validate", "-");
    assertThat(nothing.out()).contains("json.empty");
    assertThat(nothing.code()).isEqualTo(3);
  }

  @Test
  void jsonLinesAreAsDesigned() throws Exception {
    String envelope =
        "{\"id\":7,\"operation\":\"GetMembership\",\"direction\":\"request\",\"tags\":[\"é\"],"
            + "\"payload\":%s}\n";
    Path capture =
        write(
            "a.jsonl",
            String.format(envelope, VALID)
                + "{\"operation\":\n"
                + "\n"
                + String.format(envelope, INVALID));
    Cli.Result result = Cli.run("", List.of("-Dfile.encoding=US-ASCII"), jsonl(capture.toString()));
    assertThat(result.out().lines())
        .containsExactly(
            "{\"source\":\""
                + capture
                + "\",\"line\":1,\"operation\":\"GetMembership\","
                + "\"direction\":\"request\",\"id\":7,\"tags\":[\"é\"],\"outcome\":\"valid\","
                + "\"findings\":[]}",
            "{\"source\":\""
                + capture
                + "\",\"line\":2,\"outcome\":\"failed\",\"findings\":["
                + "{\"rule\":\"json.truncated\",\"severity\":\"error\",\"pointer\":\"\","
                + "\"message\":\"the text ends before its JSON value is complete\","
                + "\"line\":2,\"column\":14}]}",
            "{\"source\":\""
                + capture
                + "\",\"line\":4,\"operation\":\"GetMembership\","
                + "\"direction\":\"request\",\"id\":7,\"tags\":[\"é\"],\"outcome\":\"invalid\","
                + "\"findings\":[{\"rule\":\"unknown-member\",\"severity\":\"error\","
                + "\"pointer\":\"\",\"member\":\"membershipIdentifer\","
                + "\"message\":\"GetMembership request has no member \\\"membershipIdentifer\\\"\","
                + "\"found\":\"\\\"membershipIdentifer\\\"\","
                + "\"hint\":\"did you mean \\\"membershipIdentifier\\\"?\","
                + "\"line\":4,\"column\":83}]}");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isEqualTo(3);
  }

  @Test
  void jsonIsOneDocument() throws Exception {
    Path invalid = write("b.GetMembership.request.json", INVALID);
    JsonNode document =
        JsonDocument.parse(Cli.run("validate", "--format", "json", invalid.toString()).out())
            .root()
            .orElseThrow();
    assertThat(document.at("/messages/0/findings/0/rule").asString()).isEqualTo("unknown-member");
    assertThat(document.at("/summary/invalid").asInt()).isEqualTo(1);
  }

  @Test
  void unknownMembersFollowThePolicy() throws Exception {
    Path request = write("a.GetMembership.request.json", VALID.replace("}", ",\"wanted\":true}"));
    assertThat(Cli.run("validate", request.toString()).out()).contains("error unknown-member");
    Cli.Result drift = Cli.run("validate", "--unknown", "drift", request.toString());
    assertThat(drift.out()).contains("drift unknown-member", "0 invalid, 1 drift");
    assertThat(drift.code()).isEqualTo(1);
    Cli.Result ignored = Cli.run("validate", "--unknown", "ignore", request.toString());
    assertThat(ignored.out()).contains("1 valid");
    assertThat(ignored.code()).isZero();
  }

  @Test
  void rulesThatNeedFactsAreCheckedWhenTheFactsAreGiven() throws Exception {
    Path request =
        Path.of(
            "fixtures/protected-query/StartProtectedQuery/invalid/"
                + "request.distribute-to-own-account.json");
    assertThat(Cli.run("validate", request.toString()).code()).isZero();
    assertThat(Cli.run("validate", "--caller-account", "111122223333", request.toString()).out())
        .contains("error distribute.no-runner-account");
    assertThat(Cli.run("validate", "--engine", "clean_rooms_sql", request.toString()).out())
        .contains("error distribute.spark-only");
  }

  @Test
  void factsMayComeFromCapturedAnswers() throws Exception {
    String collaboration =
        Files.readString(
            Path.of("fixtures/collaboration/GetCollaboration/valid/response.minimal.json"));
    Path context = Files.createDirectory(folder.resolve("context"));
    Files.writeString(
        context.resolve("GetCollaboration.response.json"),
        collaboration.replaceFirst(
            "\"collaboration\": [{]",
            "\"collaboration\": {\"analyticsEngine\": \"CLEAN_ROOMS_SQL\","));
    String request =
        "fixtures/protected-query/StartProtectedQuery/invalid/request.distribute-to-own-account.json";
    Cli.Result without = Cli.run("validate", "--show-unchecked", request);
    assertThat(without.out())
        .contains(
            "not checked distribute.spark-only at", "  needs the collaboration's analytics engine")
        .contains("1 message: 1 valid");
    Cli.Result with = Cli.run("validate", "--context", context.toString(), request);
    assertThat(with.out()).contains("error distribute.spark-only");
    assertThat(with.code()).isEqualTo(1);
  }

  @Test
  void contextThatIsBrokenIsRefused() throws Exception {
    Path context = write("GetCollaboration.response.json", "{\"collaboration\":{}}");
    Path request = write("a.GetMembership.request.json", VALID);
    Cli.Result result = Cli.run("validate", "--context", context.toString(), request.toString());
    assertThat(result.err())
        .contains("the context " + context + " cannot be used: error required at /collaboration");
    assertThat(result.code()).isEqualTo(3);
    Path error = write("b.GetCollaboration.response.json", "{\"message\":\"no\"}");
    Cli.Result nothing = Cli.run("validate", "--context", error.toString(), request.toString());
    assertThat(nothing.err()).contains("holds no answer that a rule needs");
    assertThat(nothing.code()).isEqualTo(3);
    Cli.Result absent = Cli.run("validate", "--context", "absent.json", request.toString());
    assertThat(absent.err()).contains("absent.json cannot be used", "there is no such file");
    assertThat(absent.code()).isEqualTo(3);
  }

  @Test
  void earlierMessagesOfACaptureTellWhatLaterOnesNeed() throws Exception {
    String asked = line("ListMemberships", "request", "{\"maxResults\":1}");
    String membership =
        Files.readString(Path.of("fixtures/membership/ListMemberships/valid/response.full.json"));
    Path capture =
        write(
            "capture.jsonl",
            asked + line("ListMemberships", "response", membership.replaceAll("\\R *", "")));
    Cli.Result result = Cli.run("validate", "--show-unchecked", capture.toString());
    assertThat(result.out()).doesNotContain("the request of the same call");
    Path alone =
        write(
            "alone.jsonl", line("ListMemberships", "response", membership.replaceAll("\\R *", "")));
    assertThat(Cli.run("validate", "--show-unchecked", alone.toString()).out())
        .contains("the request of the same call");
  }

  private static String line(String operation, String direction, String payload) {
    return String.format(
        "{\"operation\":\"%s\",\"direction\":\"%s\",\"payload\":%s}%n",
        operation, direction, payload);
  }

  @Test
  void theContractOfAnEarlierDayCanBeAskedFor() throws Exception {
    Path request = write("a.DeleteIntermediateTable.request.json", "{}");
    Cli.Result result = Cli.run("validate", "--as-of", "2026-06-29", request.toString());
    assertThat(result.out())
        .contains("error release.operation", "DeleteIntermediateTable exists since 2026-06-30");
    assertThat(result.code()).isEqualTo(1);
    assertThat(Cli.run("operations", "--as-of", "2023-01-12").out())
        .contains("34 operations, model of 2023-01-12")
        .doesNotContain("TagResource");
    assertThat(Cli.run("describe", "StartProtectedQuery", "--as-of", "2023-01-12").out())
        .contains("as of 2023-01-12", "string (≤ 15,000 characters)")
        .doesNotContain("computeConfiguration");
  }

  @Test
  void changesAreToldInThreeForms() throws Exception {
    assertThat(Cli.run("changes").out().lines())
        .hasSize(34)
        .first()
        .asString()
        .startsWith("2023-01-12");
    assertThat(Cli.run("changes", "2025-09-03..2025-09-23", "--format", "markdown").out())
        .contains(
            "## 2025-09-03", "## 2025-09-04", "## 2025-09-23", "| `StartProtectedJob` | request |");
    JsonNode page =
        JsonDocument.parse(Cli.run("changes", "2025-09-04", "--format", "json").out())
            .root()
            .orElseThrow();
    assertThat(page.path("date").asString()).isEqualTo("2025-09-04");
    assertThat(page.at("/updated/1/operation").asString()).isEqualTo("StartProtectedJob");
    assertThat(page.at("/updated/1/request/0/members/0/members/1/type").asString())
        .isEqualTo("integer");
    JsonNode pages =
        JsonDocument.parse(Cli.run("changes", "--format", "json").out()).root().orElseThrow();
    assertThat(pages.size()).isEqualTo(34);
  }

  @Test
  void rulesAreListedInThreeForms() throws Exception {
    assertThat(Cli.run("rules", "--kind", "model", "union").out().lines())
        .hasSize(5)
        .last()
        .asString()
        .startsWith("3 rules");
    assertThat(Cli.run("rules", "distribute", "--format", "markdown").out())
        .contains("| `distribute.spark-only` | context | error |");
    JsonNode rules =
        JsonDocument.parse(Cli.run("rules", "--format", "json").out()).root().orElseThrow();
    assertThat(rules.size()).isEqualTo(RuleBook.all().size());
  }

  @Test
  void everyOperationAndRuleCanBeLookedUp() throws Exception {
    String operations = Cli.run("operations").out();
    for (Operation operation : Catalogue.current().operations()) {
      assertThat(operations).contains(operation.name(), operation.http().toString());
    }
    String rules = Cli.run("rules").out();
    for (Rule rule : RuleBook.all()) {
      assertThat(rules).contains(rule.id(), rule.message());
    }
    assertThat(Cli.run("explain", "distribute.no-runner-account").out())
        .contains("because", "stated", "the caller's account (--caller-account); not checked");
    // Nobody has to remember where the dot is.
    assertThat(Cli.run("explain", "distribute-no-runner-account").out())
        .startsWith("distribute.no-runner-account (error)");
    assertThat(Cli.run("explain", "arn.published-maximum").out())
        .contains("(warning)", "contradicted", "longer than the maximum");
    assertThat(Cli.run("describe", "ListCollaborations").out())
        .contains("GET /collaborations{?nextToken,maxResults,memberStatus} → 200", "in the query");
  }

  @Test
  void checkTellsMissingFindingsFromTooMany() throws Exception {
    assertThat(Cli.run("check").out()).contains("as expected, 0 not");
    Path invalid = Files.createDirectories(folder.resolve("GetMembership").resolve("invalid"));
    Files.writeString(invalid.resolve("request.misspelt.json"), INVALID);
    Files.writeString(invalid.resolve("request.misspelt.errors"), "required\n");
    Cli.Result result = Cli.run("check", folder.toString());
    assertThat(result.out())
        .contains("  missing   required", "  too much  unknown-member", "0 as expected, 1 not");
    assertThat(result.code()).isEqualTo(1);
    Cli.Result nothing = Cli.run("check", folder.resolve("absent").toString());
    assertThat(nothing.err()).contains("There is no ", "absent");
    assertThat(nothing.code()).isEqualTo(3);
  }

  @Test
  void driftComparesWithTheSdkThatItIsGiven() throws Exception {
    Cli.Result folderOfJars = Cli.run("drift", "--sdk", SDK);
    assertThat(folderOfJars.out()).contains("AWS SDK for Java 2.40.2", ": 0 drift, ");
    assertThat(folderOfJars.err()).isEmpty();
    assertThat(folderOfJars.code()).isZero();
    List<String> jars = new ArrayList<>(List.of("drift", "--format", "json", "--sdk"));
    jars.addAll(sdkJars());
    Cli.Result json = Cli.run(jars.toArray(String[]::new));
    JsonNode document = JsonDocument.parse(json.out()).root().orElseThrow();
    assertThat(document.at("/sdk/operations").asInt()).isEqualTo(87);
    assertThat(document.at("/summary/drift").asInt()).isZero();
    assertThat(json.code()).isZero();
  }

  @Test
  void driftComparesWithTheSdkThatReplayUses() throws Exception {
    Cli.Result result = Cli.run("drift", "--all");
    assertThat(result.out()).contains("AWS SDK for Java 2.40.2", "WorkerComputeType CR.8X");
    assertThat(result.code()).isZero();
  }

  @Test
  void driftIsAFinding() throws Exception {
    // Classes come from the first jar that has them: here one in which an enum value is another.
    Path altered = folder.resolve("altered.jar");
    String entry = "software/amazon/awssdk/services/cleanrooms/model/WorkerComputeType.class";
    try (InputStream original = getClass().getClassLoader().getResourceAsStream(entry);
        ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(altered))) {
      String bytes = new String(original.readAllBytes(), StandardCharsets.ISO_8859_1);
      jar.putNextEntry(new ZipEntry(entry));
      jar.write(bytes.replace("CR.4X", "CR.9X").getBytes(StandardCharsets.ISO_8859_1));
    }
    Cli.Result result = Cli.run("drift", "--sdk", altered.toString(), "--sdk", SDK);
    assertThat(result.out())
        .contains(
            "WorkerComputeType CR.4X  only in the schemas",
            "WorkerComputeType CR.9X  only in the SDK",
            ": 2 drift, ");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void withoutAnSdkAClearSentenceHasTheRemedy() throws Exception {
    Cli.Result none = Cli.run("drift", "--sdk", System.getProperty("library.jar"));
    assertThat(none.err())
        .startsWith("There is no AWS SDK for Java 2 with the Clean Rooms module")
        .contains("mvn dependency:copy-dependencies -DoutputDirectory=sdk", "--sdk sdk")
        .hasLineCount(1);
    assertThat(none.code()).isEqualTo(3);
    String alone =
        sdkJars().stream().filter(jar -> jar.contains("cleanrooms-")).findFirst().orElseThrow();
    Cli.Result incomplete = Cli.run("drift", "--sdk", alone);
    assertThat(incomplete.err())
        .startsWith("The AWS SDK cannot be read: it needs software.amazon.awssdk.")
        .hasLineCount(1);
    assertThat(incomplete.code()).isEqualTo(3);
    for (Path missing : List.of(folder.resolve("absent"), folder)) {
      Cli.Result result = Cli.run("drift", "--sdk", missing.toString());
      assertThat(result.err()).startsWith("There is no " + missing).hasLineCount(1);
      assertThat(result.code()).isEqualTo(3);
    }
    assertThat(Cli.run("drift", "--sdk", "").err())
        .contains("'--sdk'")
        .contains("it is empty: an unset variable?");
  }

  private static List<String> sdkJars() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(SDK))) {
      return files.map(Path::toString).toList();
    }
  }

  @Test
  void sensitiveValuesAreShownOnlyWhenAskedFor() throws Exception {
    String request =
        "{\"type\":\"SQL\",\"membershipIdentifier\":\""
            + ID
            + "\",\"sqlParameters\":"
            + "{\"queryString\":\"SELECT secret\",\"extra\":\"SELECT secret\"}}";
    Path file = write("a.StartProtectedQuery.request.json", request);
    for (String format : List.of("text", "json", "jsonl")) {
      assertThat(Cli.run("validate", "--format", format, file.toString()).out())
          .contains("unknown-member")
          .doesNotContain("secret");
    }
    assertThat(Cli.run("validate", "--show-sensitive", file.toString()).out())
        .contains("SELECT secret");
  }

  @Test
  void anEmptyInputIsNotTheCurrentFolder() throws Exception {
    Cli.Result result = Cli.run("validate", "");
    assertThat(result.err()).contains("An input is empty");
    assertThat(result.code()).isEqualTo(2);
  }

  @Test
  void rulesAreListedByWhatTheyBeginWith() throws Exception {
    assertThat(Cli.run("rules", "union").out())
        .contains("union.empty", "union.multiple", "union.unknown-variant")
        .doesNotContain("distribute");
    Cli.Result explained = Cli.run("explain", "union");
    assertThat(explained.err())
        .contains("\"cleanrooms-contract rules union\" lists those that begin so.");
    assertThat(explained.code()).isEqualTo(2);
  }

  @Test
  void oneFixtureCanBeChecked() throws Exception {
    Cli.Result result =
        Cli.run("check", "fixtures/membership/GetMembership/valid/request.minimal.json");
    assertThat(result.out()).startsWith("1 fixture: 1 as expected");
    assertThat(result.code()).isZero();
  }

  @Test
  void aLineThatIsTooLargeCostsNoOther() throws Exception {
    String line =
        "{\"operation\":\"GetMembership\",\"direction\":\"request\",\"payload\":" + VALID + "}\n";
    String huge = "{\"a\":\"" + "x".repeat(60_000_000) + "\"}\n";
    Cli.Result result = Cli.run(line + huge + line, List.of("-Xmx64m"), List.of("validate", "-"));
    assertThat(result.out())
        .contains("<stdin>:2:1: failed input.unreadable", "3 messages: 2 valid");
    assertThat(result.code()).isEqualTo(3);
  }

  @Test
  void nothingThatIsPrintedMovesTheCursor() throws Exception {
    String line =
        "{\"operation\":\"\\u001b[31mRED\\nfake.json:1:1: ok\",\"direction\":\"request\","
            + "\"payload\":{\"\\u202e\\u001b\":1}}\n";
    Cli.Result result = Cli.withInput(line, "validate", "-");
    assertThat(result.out()).doesNotContain("\u001b").contains("\\u001B[31mRED\\n");
    assertThat(result.out().lines()).noneMatch(shown -> shown.startsWith("fake.json"));
    Cli.Result named =
        Cli.withInput(
            line.replaceFirst("\"operation\":\"[^\"]*\"", "\"operation\":\"GetMembership\""),
            "validate",
            "-");
    assertThat(named.out()).doesNotContain("\u001b", "\u202e").contains("\\u202E\\u001B");
  }

  @Test
  void unknownVariantsBesideAKnownOneFollowThePolicy() throws Exception {
    String line =
        "{\"operation\":\"UpdateMembership\",\"direction\":\"request\",\"payload\":"
            + "{\"membershipIdentifier\":\""
            + ID
            + "\",\"defaultResultConfiguration\":"
            + "{\"outputConfiguration\":{\"new\":{},\"s3\":{\"resultFormat\":\"CSV\","
            + "\"bucket\":\"results\"}}}}}";
    assertThat(Cli.withInput(line, "validate", "-").out()).contains("error union.multiple");
    assertThat(Cli.withInput(line, "validate", "--unknown", "drift", "-").out())
        .contains("drift union.multiple");
    assertThat(Cli.withInput(line, "validate", "--unknown", "ignore", "-").out())
        .contains("1 valid");
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
  void onlyTheSchemasOfAnOperationAreRead() throws Exception {
    // With all others gone, what is left has to do.
    Path classes = folder.resolve("classes");
    Path schemas = Path.of("io/github/cleanroomscontract/schemas");
    copy(Path.of("target/classes"), classes, schemas);
    for (String path :
        List.of(
            "catalogue.json",
            "common/shapes.schema.json",
            "membership/GetMembership.schema.json")) {
      Path target = classes.resolve(schemas).resolve(path);
      Files.createDirectories(target.getParent());
      Files.copy(Path.of("schemas", path), target);
    }
    Path valid = write("GetMembership.request.json", VALID);
    Cli.Result result =
        Cli.process(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes
                    + System.getProperty("path.separator")
                    + System.getProperty("java.class.path"),
                "-Xshare:auto",
                "io.github.cleanroomscontract.cli.Main",
                "validate",
                valid.toString()),
            "");
    assertThat(result.out() + result.err()).contains("1 message: 1 valid");
  }

  private static void copy(Path from, Path to, Path without) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path path = from.relativize(file);
        if (!path.startsWith(without)) {
          Files.createDirectories(to.resolve(path).getParent());
          Files.copy(file, to.resolve(path));
        }
      }
    }
  }

  private static List<String> jsonl(String input) {
    return List.of("validate", "--format", "jsonl", input);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

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
  void contextThatIsOfNoUseEndsWithThree() throws Exception {
    Path capture =
        write(
            "a.jsonl",
            "{\"operation\":\"GetMembership\",\"direction\":\"request\",\"context\":"
                + "{\"callerAccount\":\"1234567890123\"},\"payload\":"
                + VALID
                + "}\n");
    Cli.Result result = Cli.run("validate", capture.toString());
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out())
        .contains("a.jsonl:1:79: failed input.context")
        .contains("an AWS account has 12 digits (at /context/callerAccount)")
        .contains("hint: mend it or leave it out")
        .doesNotContain("1234567890123");
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
    Path capture = write("random.jsonl", Cli.run(command.toArray(String[]::new)).out());
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
