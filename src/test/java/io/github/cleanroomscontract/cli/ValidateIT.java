package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code validate} says of captures and of what is known beside them. */
class ValidateIT {

  @TempDir Path folder;

  @Test
  void aFolderWithoutCapturesIsNoSilentPass() throws Exception {
    Inputs.write(folder, "notes.txt", "nothing here");
    Cli.Result result = Cli.run("validate", folder.toString());
    assertThat(result.out()).contains("failed input.no-match", "1 could not be checked");
    assertThat(result.code()).isEqualTo(3);
  }

  @Test
  void standardInputMayBeOneValueOrSeveralLines() throws Exception {
    Cli.Result one =
        Cli.withInput(Inputs.VALID, "validate", "--operation", "GetMembership", "--request", "-");
    assertThat(one.out()).startsWith("1 message: 1 valid, 0 invalid");
    assertThat(one.code()).isZero();
    String line =
        "{\"operation\":\"GetMembership\",\"direction\":\"request\",\"payload\":"
            + Inputs.VALID
            + "}\n";
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
        Inputs.write(
            folder,
            "a.jsonl",
            String.format(envelope, Inputs.VALID)
                + "{\"operation\":\n"
                + "\n"
                + String.format(envelope, Inputs.INVALID));
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
    Path invalid = Inputs.write(folder, "b.GetMembership.request.json", Inputs.INVALID);
    JsonNode document =
        JsonDocument.parse(Cli.run("validate", "--format", "json", invalid.toString()).out())
            .root()
            .orElseThrow();
    assertThat(document.at("/messages/0/findings/0/rule").asString()).isEqualTo("unknown-member");
    assertThat(document.at("/summary/invalid").asInt()).isEqualTo(1);
  }

  @Test
  void unknownMembersFollowThePolicy() throws Exception {
    Path request =
        Inputs.write(
            folder, "a.GetMembership.request.json", Inputs.VALID.replace("}", ",\"wanted\":true}"));
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
    Path context = Inputs.write(folder, "GetCollaboration.response.json", "{\"collaboration\":{}}");
    Path request = Inputs.write(folder, "a.GetMembership.request.json", Inputs.VALID);
    Cli.Result result = Cli.run("validate", "--context", context.toString(), request.toString());
    assertThat(result.err())
        .contains("the context " + context + " cannot be used: error required at /collaboration");
    assertThat(result.code()).isEqualTo(3);
    Path error = Inputs.write(folder, "b.GetCollaboration.response.json", "{\"message\":\"no\"}");
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
        Inputs.write(
            folder,
            "capture.jsonl",
            asked + line("ListMemberships", "response", membership.replaceAll("\\R *", "")));
    Cli.Result result = Cli.run("validate", "--show-unchecked", capture.toString());
    assertThat(result.out()).doesNotContain("the request of the same call");
    Path alone =
        Inputs.write(
            folder,
            "alone.jsonl",
            line("ListMemberships", "response", membership.replaceAll("\\R *", "")));
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
    Path request = Inputs.write(folder, "a.DeleteIntermediateTable.request.json", "{}");
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
  void sensitiveValuesAreShownOnlyWhenAskedFor() throws Exception {
    String request =
        "{\"type\":\"SQL\",\"membershipIdentifier\":\""
            + Inputs.ID
            + "\",\"sqlParameters\":"
            + "{\"queryString\":\"SELECT secret\",\"extra\":\"SELECT secret\"}}";
    Path file = Inputs.write(folder, "a.StartProtectedQuery.request.json", request);
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
  void aLineThatIsTooLargeCostsNoOther() throws Exception {
    String line =
        "{\"operation\":\"GetMembership\",\"direction\":\"request\",\"payload\":"
            + Inputs.VALID
            + "}\n";
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
            + Inputs.ID
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
    Path valid = Inputs.write(folder, "GetMembership.request.json", Inputs.VALID);
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

  @Test
  void contextThatIsOfNoUseEndsWithThree() throws Exception {
    Path capture =
        Inputs.write(
            folder,
            "a.jsonl",
            "{\"operation\":\"GetMembership\",\"direction\":\"request\",\"context\":"
                + "{\"callerAccount\":\"1234567890123\"},\"payload\":"
                + Inputs.VALID
                + "}\n");
    Cli.Result result = Cli.run("validate", capture.toString());
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out())
        .contains("a.jsonl:1:79: failed input.context")
        .contains("an AWS account has 12 digits (at /context/callerAccount)")
        .contains("hint: mend it or leave it out")
        .doesNotContain("1234567890123");
  }
}
