package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.context.AnalyticsEngine;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users read, to the letter: every rule, and every kind of hint. */
class FindingTextsTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  /**
   * A message and the one finding that it has.
   *
   * @param input the text; a lone payload, or an envelope
   * @param told {@code Operation direction}, or empty
   * @param text the finding as {@code rule at pointer: message (hint)}
   */
  record Case(String input, String told, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    String start = "StartProtectedQuery request";
    String cancel = "UpdateProtectedQuery request";

    // The text itself.
    add(cases, " ", cancel, "error json.empty at the top: the text is empty");
    add(
        cases,
        "\u00ff",
        cancel,
        "error json.encoding at the top: the bytes are not UTF-8: byte 0xFF"
            + " (save the file as UTF-8)");
    add(
        cases,
        "\ufeff" + cancelling("CANCELLED"),
        cancel,
        "error json.byte-order-mark at the top: the text begins with a byte order mark"
            + " (save the file as UTF-8 without a byte order mark)");
    add(
        cases,
        "{\"type\":SELECT}",
        start,
        "error json.syntax at the top: the text is not JSON: unexpected 'S'");
    add(
        cases,
        "{\"type\":\"SQL\"",
        start,
        "error json.truncated at the top: the text ends before its JSON value is complete");
    add(
        cases,
        cancelling("CANCELLED") + " x",
        cancel,
        "error json.trailing-text at the top: something follows the JSON value"
            + " (several messages belong into a .jsonl file, one a line)");
    add(
        cases,
        cancelling("CANCELLED").replace("{", "{\"targetStatus\":\"CANCELLED\","),
        cancel,
        "error json.duplicate-key at the top: member \"targetStatus\" stands twice in one object");
    add(
        cases,
        query("\"computeConfiguration\":{\"worker\":{\"number\":1e400}}"),
        start,
        "error json.number at /computeConfiguration/worker/number:"
            + " the number is beyond what a double can hold");
    add(
        cases,
        "[".repeat(501) + "]".repeat(501),
        start,
        "error json.depth at the top: objects and lists nest more than 500 levels deep");

    // The model.
    add(
        cases,
        query("\"computeConfiguration\":{\"worker\":{\"number\":\"4\"}}"),
        start,
        "error type at /computeConfiguration/worker/number: WorkerComputeConfigurationNumberInteger"
            + " is a whole number; found the string \"4\" (write the number without quotes)");
    add(
        cases,
        query("\"resultConfiguration\":null"),
        start,
        "error type at /resultConfiguration: ProtectedQueryResultConfiguration is an object; found"
            + " null (null is not a value of this API: leave the member out, or give it a value)");
    add(
        cases,
        query("\"resultConfiguration\":[{}]"),
        start,
        "error type at /resultConfiguration: ProtectedQueryResultConfiguration is an object; found"
            + " a list (take it out of [ ])");
    add(
        cases,
        s3("\"singleFileOutput\":\"True\""),
        start,
        "error type at /resultConfiguration/outputConfiguration/s3/singleFileOutput:"
            + " singleFileOutput is true or false; found the string \"True\""
            + " (write it without quotes, in lower case)");
    add(
        cases,
        s3("\"keyPrefix\":2026"),
        start,
        "error type at /resultConfiguration/outputConfiguration/s3/keyPrefix: KeyPrefix is a"
            + " string; found the number 2026 (write the number in quotes)");
    add(
        cases,
        query(
            "\"resultConfiguration\":{\"outputConfiguration\":{\"distribute\":"
                + "{\"locations\":{\"member\":{\"accountId\":\"111122223333\"}}}}}"),
        start,
        "error type at /resultConfiguration/outputConfiguration/distribute/locations:"
            + " ProtectedQueryDistributeOutputConfigurationLocationsList is a list; found an object"
            + " (put it in [ ])");
    add(
        cases,
        got("\"createTime\":\"2026-06-09T00:46:35.367Z\""),
        "GetProtectedQuery response",
        "error type at /protectedQuery/createTime: createTime is a number: seconds since 1970;"
            + " found the string \"2026-06-09T00:46:35.367Z\""
            + " (on the wire this is 1780965995.367; ISO dates are what tools print)");
    add(
        cases,
        query("").replace("\"type\":\"SQL\",", ""),
        start,
        "error required at the top: StartProtectedQuery request needs member \"type\", which is"
            + " missing");
    add(
        cases,
        query("\"engine\":\"SPARK\""),
        start,
        "error unknown-member at the top: StartProtectedQuery request has no member \"engine\"");
    add(
        cases,
        query("").replace("membershipIdentifier", "membershpIdentifier"),
        start,
        "error unknown-member at the top: StartProtectedQuery request has no member"
            + " \"membershpIdentifier\" (did you mean \"membershipIdentifier\"?)");
    add(
        cases,
        query("\"resultConfiguration\":{\"s3\":{}}"),
        start,
        "error unknown-member at /resultConfiguration: ProtectedQueryResultConfiguration has no"
            + " member \"s3\" (\"s3\" belongs one level down, in \"outputConfiguration\")");
    add(
        cases,
        query("\"bucket\":\"results\""),
        start,
        "error unknown-member at the top: StartProtectedQuery request has no member \"bucket\"");
    add(
        cases,
        query("").replace("\"queryString\":\"SELECT 1\"", "\"computeConfiguration\":{}"),
        start,
        "error unknown-member at /sqlParameters: ProtectedQuerySQLParameters has no member"
            + " \"computeConfiguration\" (\"computeConfiguration\" belongs one level up)");
    add(
        cases,
        query("\"computeConfiguration\":{\"worker\":{\"Type\":\"CR.1X\"}}"),
        start,
        "error unknown-member at /computeConfiguration/worker: WorkerComputeConfiguration has no"
            + " member \"Type\" (did you mean \"type\"? names and values are case-sensitive)");
    add(
        cases,
        got("\"createTime\":1780965995.367,\"queueTime\":3"),
        "GetProtectedQuery response",
        "drift unknown-member at /protectedQuery: ProtectedQuery has no member \"queueTime\"");
    add(
        cases,
        cancelling("CANCELED"),
        cancel,
        "error enum at /targetStatus: TargetProtectedQueryStatus is one of CANCELLED; found"
            + " \"CANCELED\" (did you mean \"CANCELLED\"?)");
    add(
        cases,
        "{\"membershipIdentifier\":\""
            + ID
            + "\",\"name\":\"t\",\"format\":\"PYSPARK\","
            + "\"source\":{\"text\":\"x\"}}",
        "CreateAnalysisTemplate request",
        "error enum at /format: AnalysisFormat is one of SQL, PYSPARK_1_0; found \"PYSPARK\""
            + " (did you mean \"PYSPARK_1_0\"?)");
    add(
        cases,
        got("\"createTime\":1").replace("SUCCESS", "SUCESS"),
        "GetProtectedQuery response",
        "drift enum at /protectedQuery/status: ProtectedQueryStatus is one of SUBMITTED, STARTED,"
            + " CANCELLED, CANCELLING, FAILED, SUCCESS, TIMED_OUT; found \"SUCESS\""
            + " (did you mean \"SUCCESS\"?)");
    add(
        cases,
        cancelling("CANCELLED").replace(ID, ID + "\\n"),
        cancel,
        "error pattern at /membershipIdentifier: MembershipIdentifier matches"
            + " ^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$; found \""
            + ID
            + "\\n\" (it ends with a line break)");
    add(
        cases,
        cancelling("CANCELLED").replace(ID, ID.toUpperCase(java.util.Locale.ROOT)),
        cancel,
        "error pattern at /membershipIdentifier: MembershipIdentifier matches"
            + " ^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$; found"
            + " \"6A3E2C1E-52B6-4F0A-9D6E-0F4F3F0A1B2C\" (write it in lower case)");
    add(
        cases,
        cancelling("CANCELLED")
            .replace(ID, "arn:aws:cleanrooms:us-east-1:111122223333:membership/" + ID),
        cancel,
        "error pattern at /membershipIdentifier: MembershipIdentifier matches"
            + " ^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$; found"
            + " \"arn:aws:cleanrooms:us-east-1:********3333:membership/6a3e2c1…\""
            + " (give the id, \""
            + ID
            + "\", not the ARN)");
    add(
        cases,
        s3("\"keyPrefix\":\" nightly/\""),
        start,
        "error pattern at /resultConfiguration/outputConfiguration/s3/keyPrefix: KeyPrefix matches"
            + " ^[0-9A-Za-z_!.=*/-]*$; found \" nightly/\" (it has white space around it)");
    add(
        cases,
        "{\"collaborationIdentifier\":\"" + ID + "\",\"name\":\"" + "n".repeat(300) + "\"}",
        "UpdateCollaboration request",
        "error length at /name: CollaborationName has 1 to 100 characters; found 300 characters");
    add(
        cases,
        "{\"maxResults\":0}",
        "ListCollaborations request",
        "error range at /maxResults: MaxResults is between 1 and 100; found 0");
    add(
        cases,
        "{\"collaborationIdentifier\":\"" + ID + "\",\"analysisTemplateArns\":[]}",
        "BatchGetCollaborationAnalysisTemplate request",
        "error size at /analysisTemplateArns: AnalysisTemplateArnList has 1 to 10 items; found 0"
            + " items");
    add(
        cases,
        query("\"computeConfiguration\":{\"worker\":{\"properties\":{\"spark\":{\"\":\"1\"}}}}"),
        start,
        "error map-key at /computeConfiguration/worker/properties/spark: a key of SparkProperties"
            + " has 1 to 200 characters; found 0 characters");
    String output = "\"resultConfiguration\":{\"outputConfiguration\":{%s}}";
    String union =
        "set exactly one of s3, member, distribute, intermediateTable in"
            + " ProtectedQueryOutputConfiguration; found ";
    add(
        cases,
        query(String.format(output, "")),
        start,
        "error union.empty at /resultConfiguration/outputConfiguration: " + union + "none");
    String s3 = "\"s3\":{\"resultFormat\":\"CSV\",\"bucket\":\"results\"}";
    String member = "\"member\":{\"accountId\":\"111122223333\"}";
    add(
        cases,
        query(String.format(output, s3 + "," + member)),
        start,
        "error union.multiple at /resultConfiguration/outputConfiguration: "
            + union
            + "\"s3\" and \"member\" (to send results to both, put each into distribute.locations)");
    add(
        cases,
        query(String.format(output, "\"S3\":{}")),
        start,
        "error union.unknown-variant at /resultConfiguration/outputConfiguration: "
            + union
            + "\"S3\" (did you mean \"s3\"? names and values are case-sensitive)");

    // Answers and errors.
    add(
        cases,
        envelope("GetProtectedQuery", "\"httpStatus\":201", got("\"createTime\":1")),
        "",
        "error http.status at the top: GetProtectedQuery answers with HTTP 200; found 201");
    String notFound = "{\"message\":\"m\",\"resourceId\":\"r\",\"resourceType\":\"MEMBERSHIP\"}";
    add(
        cases,
        envelope("GetCollaboration", "\"error\":\"ResourceNotFoundException\"", notFound),
        "",
        "error error.undeclared at the top: GetCollaboration does not declare"
            + " ResourceNotFoundException; it declares AccessDeniedException,"
            + " InternalServerException, ThrottlingException and ValidationException");
    add(
        cases,
        envelope(
            "GetMembership",
            "\"error\":\"ResourceNotFoundException\",\"httpStatus\":400",
            notFound),
        "",
        "error error.status at the top: ResourceNotFoundException comes with HTTP 404; found 400");
    add(
        cases,
        envelope("GetCollaboration", "\"httpStatus\":418", "{\"message\":\"I am a teapot\"}"),
        "",
        "error error.unidentified at the top: the body is none of the errors that GetCollaboration"
            + " declares: AccessDeniedException, InternalServerException, ThrottlingException and"
            + " ValidationException");

    // What came later, or was bounded otherwise.
    add(
        cases,
        "{}",
        "StartProtectedJob request AS-OF 2025-03-17",
        "error release.operation at the top: StartProtectedJob exists since 2025-03-18; this is the"
            + " contract of 2025-03-17");
    String workers = "{\"worker\":{\"type\":\"CR.1X\",\"number\":%d}}";
    String sized =
        "{\"type\":\"SQL\",\"membershipIdentifier\":\""
            + ID
            + "\",\"sqlParameters\":{\"queryString\":\"x\"},\"resultConfiguration\":"
            + "{\"outputConfiguration\":{"
            + s3
            + "}},\"computeConfiguration\":"
            + workers
            + "}";
    add(
        cases,
        String.format(sized, 4),
        start + " AS-OF 2024-10-28",
        "error release.member at the top: \"computeConfiguration\" of StartProtectedQuery request"
            + " exists since 2024-10-29; this is the contract of 2024-10-28");
    add(
        cases,
        query(String.format(output, "\"distribute\":{}")),
        start + " AS-OF 2025-04-29",
        "error release.variant at /resultConfiguration/outputConfiguration: variant \"distribute\" of"
            + " ProtectedQueryOutputConfiguration exists since 2025-04-30; this is the contract of"
            + " 2025-04-29");
    add(
        cases,
        envelope(
            "GetCollaboration",
            "\"error\":\"ValidationException\"",
            "{\"reason\":\"INVALID_QUERY\"}"),
        " AS-OF 2023-03-20",
        "drift release.enum-value at /reason: \"INVALID_QUERY\" of ValidationExceptionReason exists"
            + " since 2023-03-21; this is the contract of 2023-03-20");
    add(
        cases,
        String.format(sized, 401),
        start + " AS-OF 2026-06-29",
        "error range at /computeConfiguration/worker/number: WorkerComputeConfigurationNumberInteger"
            + " is between 2 and 400; found 401 (allowed since 2026-06-30)");
    add(
        cases,
        "{\"type\":\"SQL\",\"membershipIdentifier\":\""
            + ID
            + "\",\"sqlParameters\":{\"queryString\":\"x\"}}",
        start + " AS-OF 2023-08-29",
        "error required at the top: StartProtectedQuery request needs member"
            + " \"resultConfiguration\", which is missing (optional since 2023-08-30)");

    // What the documentation says beyond types.
    String distribute = "\"distribute\":{\"locations\":[%s]}";
    String two = "{" + s3 + "},{" + member + "},{" + s3 + "}";
    add(
        cases,
        query(String.format(output, String.format(distribute, two))),
        start,
        "error distribute.single-s3-location at"
            + " /resultConfiguration/outputConfiguration/distribute/locations: at most one location"
            + " is S3; found 2 (items 0 and 2)");
    add(
        cases,
        query(String.format(output, String.format(distribute, "{" + member + "}"))),
        start + " CALLER",
        "error distribute.no-runner-account at"
            + " /resultConfiguration/outputConfiguration/distribute/locations/0/member/accountId:"
            + " a member location is not the account that runs the query");
    add(
        cases,
        query(String.format(output, String.format(distribute, "{" + s3 + "}"))),
        start + " ENGINE",
        "error distribute.spark-only at /resultConfiguration/outputConfiguration/distribute:"
            + " distribute needs the analytics engine SPARK; the collaboration runs"
            + " CLEAN_ROOMS_SQL");
    add(
        cases,
        s3("\"singleFileOutput\":true"),
        start + " ENGINE",
        "error single-file-output.spark-only at"
            + " /resultConfiguration/outputConfiguration/s3/singleFileOutput: singleFileOutput"
            + " needs the analytics engine SPARK; the collaboration runs CLEAN_ROOMS_SQL");

    add(
        cases,
        got("\"createTime\":1795211107250"),
        "GetProtectedQuery response",
        "error timestamp.seconds at /protectedQuery/createTime: a timestamp is in seconds since 1970,"
            + " and in the years 0 to 9999; found 1795211107250"
            + " (in milliseconds this would be 2026-11-20T21:45:07.250Z; give 1795211107.25)");
    add(
        cases,
        got("\"createTime\":1795211107000000"),
        "GetProtectedQuery response",
        "error timestamp.seconds at /protectedQuery/createTime: a timestamp is in seconds since 1970,"
            + " and in the years 0 to 9999; found 1795211107000000"
            + " (in microseconds this would be 2026-11-20T21:45:07Z; give 1795211107)");
    add(
        cases,
        got("\"createTime\":1795211107000000001"),
        "GetProtectedQuery response",
        "error timestamp.seconds at /protectedQuery/createTime: a timestamp is in seconds since 1970,"
            + " and in the years 0 to 9999; found 1795211107000000001"
            + " (in nanoseconds this would be 2026-11-20T21:45:07.000000001Z; give 1795211107.000000001)");
    add(
        cases,
        got("\"createTime\":1e30"),
        "GetProtectedQuery response",
        "error timestamp.seconds at /protectedQuery/createTime: a timestamp is in seconds since 1970,"
            + " and in the years 0 to 9999; found 1000000000000000019884624838656");
    // An account number gone astray is not told by what it would be in another unit.
    add(
        cases,
        got("\"createTime\":444455556666"),
        "GetProtectedQuery response",
        "error timestamp.seconds at /protectedQuery/createTime: a timestamp is in seconds since 1970,"
            + " and in the years 0 to 9999; found ********6666");

    // Inputs that could not be checked.
    add(
        cases,
        "{}",
        "",
        "error input.unidentified at the top: cannot tell operation and direction of this payload"
            + " (say --operation NAME and --request or --response, or name the file so:"
            + " GetMembership.response.json)");
    add(
        cases,
        envelope("GetMembershp", "\"id\":1", "{}"),
        "",
        "error input.unknown-operation at the top: there is no schema for an operation"
            + " \"GetMembershp\" (did you mean \"GetMembership\"?)");
    add(
        cases,
        "{\"operation\":\"GetMembership\",\"direction\":\"response\"}",
        "",
        "error input.envelope at the top: not an envelope: member \"payload\" is missing");
    add(
        cases,
        envelope("GetMembership", "\"context\":{\"engine\":\"FLINK\"}", "{}"),
        "",
        "error input.context at the top: what the message says to be known cannot be used: \"engine\""
            + " is one of [SPARK, CLEAN_ROOMS_SQL] (at /context/engine) (mend it or leave it out; a"
            + " label of your own needs another name)");
    add(
        cases,
        "{\"log\":{\"entries\":[]}}",
        "",
        "error input.format at the top: cannot be read as a capture: it holds no entries");
    add(
        cases,
        "{\"request\":{\"method\":\"GET\",\"uri\":\"https://s3.us-east-1.amazonaws.com/secret\"}}",
        "",
        "info input.skipped at the top: left out: traffic of s3.us-east-1.amazonaws.com");
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void text(Case test) {
    assertThat(findings(test)).map(Finding::toString).containsExactly(test.text());
  }

  @Test
  void everyRuleHasItsText(@TempDir Path folder) throws Exception {
    Set<String> told = new HashSet<>();
    cases().forEach(test -> findings(test).forEach(finding -> told.add(finding.rule().id())));
    List<JudgedMessage> messages = new ArrayList<>();
    CaptureJudge judge =
        new CaptureJudge(ContractValidator.create(), CaptureOptions.none(), messages::add);
    judge.judge(Files.createDirectory(folder.resolve("empty")));
    judge.judge(folder.resolve("absent.json"));
    new CaptureJudge(ContractValidator.create(), CaptureOptions.none(), messages::add, () -> true)
        .judge(folder.resolve("absent.json"));
    assertThat(messages)
        .map(message -> message.report().findings().get(0).toString())
        .containsExactly(
            "error input.no-match at the top: holds no .json or .jsonl file"
                + " (give a file, or a folder with captures in it)",
            "error input.unreadable at the top: cannot be read: there is no such file",
            "error input.interrupted at the top: interrupted: what comes after was not checked");
    told.addAll(List.of("input.no-match", "input.unreadable", "input.interrupted"));
    // Only a broken engine shows it: ContractValidatorFaultTest.
    told.add("input.fault");
    // Only an HTTP exchange can break these: ExchangeJudgeTest.
    told.addAll(List.of("http.escape", "http.misplaced-member", "http.unknown-operation"));
    // Only forms of captures that redact have these: CloudTrailImporterTest.
    told.add("input.redacted");
    // Only the service can say these: JudgeTest, ReplayCommandTest.
    told.addAll(
        List.of(
            "replay.answers",
            "replay.failed",
            "replay.laxer",
            "replay.not-asked",
            "replay.stricter"));
    // What is documented beyond the model has fixtures.
    assertThat(told).containsAll(Rules.all().stream().map(Rule::id).toList());
  }

  private static List<Finding> findings(Case test) {
    ContractValidator.Builder validator = ContractValidator.builder();
    CaptureOptions options = CaptureOptions.none();
    String[] asOf = test.told().split(" AS-OF ");
    if (asOf.length > 1) {
      validator.asOf(LocalDate.parse(asOf[1]));
    }
    if (!asOf[0].isEmpty()) {
      String[] words = asOf[0].split(" ");
      options = new CaptureOptions(Optional.of(words[0]), Direction.of(words[1]), Optional.empty());
      if (test.told().endsWith("CALLER")) {
        validator.context(CallContext.create().callerAccount("111122223333"));
      }
      if (test.told().endsWith("ENGINE")) {
        validator.context(CallContext.create().engine(AnalyticsEngine.CLEAN_ROOMS_SQL));
      }
    }
    List<JudgedMessage> messages = new ArrayList<>();
    // One character stands for a byte that is not UTF-8.
    byte[] bytes =
        test.input().equals("\u00ff")
            ? test.input().getBytes(StandardCharsets.ISO_8859_1)
            : test.input().getBytes(StandardCharsets.UTF_8);
    // A second value would make it a capture of several lines.
    if (test.text().contains("json.trailing-text")) {
      return validator
          .build()
          .validateRequest(options.operation().orElseThrow(), test.input())
          .findings();
    }
    new CaptureJudge(validator.build(), options, messages::add)
        .judge(new ByteArrayInputStream(bytes));
    assertThat(messages).hasSize(1);
    return messages.get(0).report().findings();
  }

  private static void add(List<Case> cases, String input, String told, String text) {
    cases.add(new Case(input, told, text));
  }

  private static String cancelling(String status) {
    return "{\"membershipIdentifier\":\""
        + ID
        + "\",\"protectedQueryIdentifier\":\""
        + ID.replace('6', '7')
        + "\",\"targetStatus\":\""
        + status
        + "\"}";
  }

  private static String query(String member) {
    return "{\"type\":\"SQL\",\"membershipIdentifier\":\""
        + ID
        + "\",\"sqlParameters\":{\"queryString\":\"SELECT 1\"}"
        + (member.isEmpty() ? "" : "," + member)
        + "}";
  }

  private static String s3(String member) {
    return query(
        "\"resultConfiguration\":{\"outputConfiguration\":{\"s3\":"
            + "{\"resultFormat\":\"CSV\",\"bucket\":\"results\","
            + member
            + "}}}");
  }

  private static String got(String member) {
    return "{\"protectedQuery\":{\"id\":\""
        + ID
        + "\",\"membershipId\":\""
        + ID
        + "\",\"membershipArn\":\"arn:aws:cleanrooms:us-east-1:111122223333:membership/"
        + ID
        + "\",\"status\":\"SUCCESS\","
        + member
        + "}}";
  }

  private static String envelope(String operation, String more, String payload) {
    return "{\"operation\":\""
        + operation
        + "\",\"direction\":\"response\","
        + more
        + ",\"payload\":"
        + payload
        + "}";
  }
}
