package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureJudgeTest {

  private static final String REQUEST =
      "{\"membershipIdentifier\":\"12345678-90ab-cdef-1234-567890abcdef\"}";
  private static final String NOT_FOUND =
      "{\"message\":\"m\",\"resourceId\":\"i\",\"resourceType\":\"MEMBERSHIP\"}";
  private static final String VALID = envelope("");
  private static final String INVALID = VALID.replace("membershipIdentifier", "membership");

  private static final String VALID_LINE = "valid GetMembership request []";
  private static final String INVALID_LINE = "invalid GetMembership request [unknown-member]";

  @TempDir Path folder;

  private CaptureOptions options = CaptureOptions.none();

  @Nested
  class Folders {

    @Test
    void areJudgedInOrderOfNameWhateverTheirDepth() throws IOException {
      write("b.json", VALID);
      write("c/a.jsonl", VALID + "\n" + INVALID);
      write("a/z/y.json", INVALID);
      write("a/b.json", VALID);

      assertThat(places(judge(folder)))
          .containsExactly("a/b.json:1", "a/z/y.json:1", "b.json:1", "c/a.jsonl:1", "c/a.jsonl:2");
    }

    @Test
    void holdOtherFilesToo() throws IOException {
      write("notes.txt", "x");
      write("a.json.bak", "x");
      write("json", "x");
      write("a.txt.gz", "x");
      write("a.json", VALID);

      assertThat(places(judge(folder))).containsExactly("a.json:1");
    }

    @Test
    void mayBeCalledLikeFiles() throws IOException {
      write("x.json/a.json", VALID);

      assertThat(places(judge(folder))).containsExactly("x.json/a.json:1");
      assertThat(places(judge(folder.resolve("x.json")))).containsExactly("x.json/a.json:1");
    }

    @Test
    void withoutCapturesAreNoSilentPass() throws IOException {
      write("notes.txt", "x");
      Files.createDirectory(folder.resolve("empty.json"));

      JudgedMessage message = only(judge(folder));

      assertThat(told(message)).isEqualTo("failed [input.no-match]");
      assertThat(message.source()).isEqualTo(folder.toString());
      assertThat(message.line()).isEqualTo(1);
      assertThat(only(message.report().findings()).hint()).isPresent();
    }

    @Test
    void areFollowedThroughLinks(@TempDir Path other) throws IOException {
      Files.writeString(other.resolve("a.json"), INVALID);
      Files.createSymbolicLink(folder.resolve("link"), other);

      JudgedMessage message = only(judge(folder));

      assertThat(places(List.of(message))).containsExactly("link/a.json:1");
      assertThat(told(message)).isEqualTo(INVALID_LINE);
    }

    @Test
    void ofALinkLoopAreToldAndTheRestIsJudged() throws IOException {
      write("a/x.json", VALID);
      Files.createSymbolicLink(folder.resolve("a/loop"), folder);

      List<JudgedMessage> messages = judge(folder);

      assertThat(places(messages)).containsExactly("a/loop:1", "a/x.json:1");
      assertThat(told(messages)).containsExactly("failed [input.unreadable]", VALID_LINE);
      assertThat(text(messages.get(0)))
          .isEqualTo("cannot be read: a link leads back to a folder above it");
    }

    @Test
    void thatCannotBeReadAreToldAndTheRestIsJudged() throws IOException {
      write("a/x.json", VALID);
      write("b.json", VALID);
      Path closed = folder.resolve("a");
      close(closed);
      try {
        List<JudgedMessage> messages = judge(folder);

        assertThat(places(messages)).containsExactly("a:1", "b.json:1");
        assertThat(text(messages.get(0))).isEqualTo("cannot be read: permission denied");
      } finally {
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }

  @Nested
  class UnreadableFiles {

    @Test
    void thatAreNotThere() {
      JudgedMessage message = only(judge(folder.resolve("none.json")));

      assertThat(told(message)).isEqualTo("failed [input.unreadable]");
      assertThat(text(message)).isEqualTo("cannot be read: there is no such file");
      assertThat(places(List.of(message))).containsExactly("none.json:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dangling.json", "dangling.jsonl"})
    void thatLinksNameInVain(String name) throws IOException {
      Files.createSymbolicLink(folder.resolve(name), folder.resolve("none"));

      JudgedMessage message = only(judge(folder));

      assertThat(text(message)).isEqualTo("cannot be read: there is no such file");
      assertThat(places(List.of(message))).containsExactly(name + ":1");
    }

    @Test
    void thatLinkToThemselves() throws IOException {
      Path file = folder.resolve("self.json");
      Files.createSymbolicLink(file, file);

      assertThat(told(only(judge(file)))).isEqualTo("failed [input.unreadable]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.jsonl"})
    void thatMayNotBeRead(String name) throws IOException {
      close(write(name, VALID));

      assertThat(text(only(judge(folder)))).isEqualTo("cannot be read: permission denied");
    }
  }

  @Nested
  class LinesOfJsonl {

    @Test
    void areMessages() throws IOException {
      write("a.jsonl", VALID + "\n" + INVALID + "\n" + VALID);

      List<JudgedMessage> messages = judge(folder);

      assertThat(places(messages)).containsExactly("a.jsonl:1", "a.jsonl:2", "a.jsonl:3");
      assertThat(told(messages)).containsExactly(VALID_LINE, INVALID_LINE, VALID_LINE);
    }

    @Test
    void haveFindingsAtTheirLineOfTheFile() throws IOException {
      write("a.jsonl", VALID + "\n" + INVALID + "\n");

      Finding finding = only(judge(folder).get(1).report().findings());

      assertThat(finding.pointer()).isEmpty();
      assertThat(finding.member()).contains("membership");
      assertThat(finding.place().orElseThrow().line()).isEqualTo(2);
      assertThat(finding.place().orElseThrow().column())
          .isEqualTo(INVALID.indexOf("\"membership\"") + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{bad", "{", "]", "\u0000", "{} {}", "[[[", "\"x"})
    void doNotSpoilTheOthers(String bad) throws IOException {
      write("a.jsonl", VALID + "\n" + bad + "\n" + INVALID + "\n");

      List<JudgedMessage> messages = judge(folder);

      assertThat(messages).hasSize(3);
      assertThat(told(messages.get(0))).isEqualTo(VALID_LINE);
      assertThat(messages.get(1).report().outcome()).isEqualTo(Outcome.FAILED);
      assertThat(messages.get(1).line()).isEqualTo(2);
      assertThat(told(messages.get(2))).isEqualTo(INVALID_LINE);
    }

    @Test
    void thatAreNotUtf8DoNotSpoilTheOthers() throws IOException {
      write("a.jsonl", "\"\u00E9\"\n" + VALID, StandardCharsets.ISO_8859_1);

      assertThat(told(judge(folder))).containsExactly("failed [json.encoding]", VALID_LINE);
    }

    @Test
    void mayEndWithCarriageReturnAndLineFeed() throws IOException {
      write("a.jsonl", VALID + "\r\n{bad\r\n" + INVALID + "\r\n");

      List<JudgedMessage> messages = judge(folder);

      assertThat(told(messages)).containsExactly(VALID_LINE, "failed [json.syntax]", INVALID_LINE);
      assertThat(places(messages)).containsExactly("a.jsonl:1", "a.jsonl:2", "a.jsonl:3");
    }

    @Test
    void mayBeBlankAndStillCount() throws IOException {
      write("a.jsonl", "\n" + VALID + "\n\r\n \t\n" + VALID + "\n\n");

      assertThat(places(judge(folder))).containsExactly("a.jsonl:2", "a.jsonl:5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\r\n"})
    void mustNotAllBeBlank(String text) throws IOException {
      write("a.jsonl", text);

      assertThat(told(only(judge(folder)))).isEqualTo("failed [json.empty]");
    }

    @Test
    void mayBeLongerThanAnyBuffer() throws IOException {
      String padding = " ".repeat(70_000);
      write("a.jsonl", VALID + padding + "\n" + padding + padding + INVALID + "\n" + VALID);

      List<JudgedMessage> messages = judge(folder);

      assertThat(told(messages)).containsExactly(VALID_LINE, INVALID_LINE, VALID_LINE);
      assertThat(places(messages)).containsExactly("a.jsonl:1", "a.jsonl:2", "a.jsonl:3");
    }
  }

  @Nested
  class Envelopes {

    @Test
    void sayWhatTheirPayloadIs() throws IOException {
      write("a.json", INVALID);

      JudgedMessage message = only(judge(folder));

      assertThat(message.operation()).contains("GetMembership");
      assertThat(message.direction()).contains(Direction.REQUEST);
      assertThat(message.carried()).isEmpty();
      assertThat(message.report().subject()).isEqualTo("GetMembership request");
      assertThat(told(message)).isEqualTo(INVALID_LINE);
    }

    @Test
    void mayBePrettyPrinted() throws IOException {
      write("a.json", INVALID.replace(",", ",\n").replace("{", "{\n  "));

      Finding finding = only(only(judge(folder)).report().findings());

      assertThat(finding.place().orElseThrow().line()).isEqualTo(5);
      assertThat(finding.place().orElseThrow().column()).isEqualTo(3);
    }

    @Test
    void carryWhateverElseTheySay() throws IOException {
      write(
          "a.json",
          "{\"id\":7,\"httpStatus\":200,\"operation\":\"GetMembership\",\"at\":{\"x\":[1,\n true]},"
              + "\"n\":12345678901234567890.5,\"direction\":\"request\",\"note\":null,\"payload\":"
              + REQUEST
              + ",\"s\":\"\\n\"}");

      assertThat(only(judge(folder)).carried())
          .containsExactly(
              entry("id", "7"),
              entry("httpStatus", "200"),
              entry("at", "{\"x\":[1, true]}"),
              entry("n", "12345678901234567890.5"),
              entry("note", "null"),
              entry("s", "\"\\n\""));
    }

    @Test
    void carryWhatTheySayEvenIfMalformed() throws IOException {
      write("a.json", "{\"id\":7,\"operation\":\"GetMembership\",\"direction\":\"request\"}");

      JudgedMessage message = only(judge(folder));
      assertThat(told(message)).isEqualTo("failed [input.envelope]");
      assertThat(message.operation()).contains("GetMembership");
      assertThat(message.carried()).containsExactly(entry("id", "7"));
    }

    @Test
    void hideNoFindingsByFaultsAroundTheirPayload() throws IOException {
      write("a.json", INVALID.replaceFirst("\\{", "{\"latency\":1e400,"));

      assertThat(told(only(judge(folder))))
          .isEqualTo("invalid GetMembership request [json.number, unknown-member]");
    }

    @Test
    void mayTellTheStatusWithARequest() throws IOException {
      write("a.json", VALID.replaceFirst("\\{", "{\"httpStatus\":404,"));

      assertThat(told(only(judge(folder)))).isEqualTo(VALID_LINE);
    }

    /** Only a payload of which nobody says anything else. */
    @Test
    void areNoErrorBecauseOfTheirPath() throws IOException {
      write("ValidationException-tests/error/a.jsonl", VALID);

      assertThat(told(only(judge(folder)))).isEqualTo(VALID_LINE);
    }

    /** What is wrong with their text may lie outside the payload, whose lines alone are shown. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"t\":1e400,", "\uFEFF{", "{\"t\":1,\"t\":2,"})
    void mayBeFaultyOutsideTheirPayload(String start) throws IOException {
      write("a.json", VALID.replaceFirst("\\{", start));
      write("b.json", VALID.replaceFirst("}$", ",\n\"t\":1e400}"));

      List<JudgedMessage> messages = judge(folder);
      assertThat(messages).hasSize(2);
      for (JudgedMessage message : messages) {
        assertThat(message.report().outcome()).isEqualTo(Outcome.INVALID);
        assertThat(only(message.report().findings()).place().orElseThrow().excerpt()).isEmpty();
      }
    }

    /** Which tells an error from a response. */
    @ParameterizedTest
    @CsvSource({"404, VALID", "200, INVALID"})
    void tellTheStatus(int status, Outcome outcome) throws IOException {
      write(
          "a.json",
          "{\"operation\":\"GetMembership\",\"direction\":\"response\",\"httpStatus\":%d,\"payload\":%s}"
              .formatted(status, NOT_FOUND));

      assertThat(only(judge(folder)).report().outcome()).isEqualTo(outcome);
    }

    @Test
    void tellTheError() throws IOException {
      write(
          "a.json",
          "{\"operation\":\"GetMembership\",\"direction\":\"error\",\"httpStatus\":400,"
              + "\"error\":\"ResourceNotFoundException\",\"payload\":{\"message\":\"m\"}}");

      JudgedMessage message = only(judge(folder));

      assertThat(message.direction()).contains(Direction.ERROR);
      assertThat(told(message))
          .isEqualTo("invalid GetMembership error [error.status, required, required]");
      assertThat(message.carried())
          .containsExactly(
              entry("httpStatus", "400"), entry("error", "\"ResourceNotFoundException\""));
    }

    @Test
    void knowMoreThanTheOptionsAndTheFileName() throws IOException {
      options = options("GetProtectedJob", Direction.RESPONSE);
      write("StartProtectedQuery.response.json", VALID);

      assertThat(told(only(judge(folder)))).isEqualTo(VALID_LINE);
    }

    @Test
    void leaveTheRestToTheOptions() throws IOException {
      options = options("GetMembership", Direction.REQUEST);
      write("a.jsonl", "{\"payload\":" + REQUEST + ",\"operation\":null,\"direction\":null}");

      assertThat(told(only(judge(folder)))).isEqualTo(VALID_LINE);
    }

    @Test
    void leaveTheRestToTheFileName() throws IOException {
      write("GetMembership.request.json", "{\"id\":1,\"payload\":" + REQUEST + "}");

      JudgedMessage message = only(judge(folder));

      assertThat(told(message)).isEqualTo(VALID_LINE);
      assertThat(message.carried()).containsExactly(entry("id", "1"));
    }

    @ParameterizedTest
    @CsvSource({
      "id, operation and direction",
      "direction, the operation",
      "operation, the direction",
    })
    void mayLeaveThePayloadUnidentified(String member, String missing) throws IOException {
      Map<String, String> says =
          Map.of("id", "1", "direction", "\"request\"", "operation", "\"GetMembership\"");
      write("a.json", "{\"at\":2,\"%s\":%s,\"payload\":{}}".formatted(member, says.get(member)));

      JudgedMessage message = only(judge(folder));

      assertThat(told(message)).isEqualTo("failed [input.unidentified]");
      assertThat(text(message)).isEqualTo("cannot tell " + missing + " of this payload");
      assertThat(message.operation().isPresent()).isEqualTo(member.equals("operation"));
      assertThat(message.direction().isPresent()).isEqualTo(member.equals("direction"));
      assertThat(message.carried()).containsEntry("at", "2");
    }

    @Test
    void nameAnOperationThatIsNotThere() throws IOException {
      write("a.json", VALID.replace("GetMembership", "GetMembershp"));

      JudgedMessage message = only(judge(folder));

      assertThat(told(message)).isEqualTo("failed GetMembershp request [input.unknown-operation]");
      assertThat(only(message.report().findings()).hint())
          .contains("did you mean \"GetMembership\"?");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'operation':'GetMembership','direction':'request' | member \"payload\" is missing",
          "'direction':'sideways','payload':{} | \"direction\" is one of request, response, error",
          "'direction':'REQUEST','payload':{} | \"direction\" is one of request, response, error",
          "'direction':1,'payload':{} | \"direction\" is a string",
          "'operation':[],'payload':{} | \"operation\" is a string",
          "'error':404,'payload':{} | \"error\" is a string",
          "'httpStatus':'404','payload':{} | \"httpStatus\" is a whole number between 100 and 599",
          "'httpStatus':99,'payload':{} | \"httpStatus\" is a whole number between 100 and 599",
          "'httpStatus':600,'payload':{} | \"httpStatus\" is a whole number between 100 and 599",
          "'httpStatus':200.5,'payload':{} | \"httpStatus\" is a whole number between 100 and 599",
        },
        quoteCharacter = '`')
    void mayBeMalformed(String members, String problem) throws IOException {
      write("a.jsonl", VALID + "\n{" + members.replace('\'', '"') + "}");

      JudgedMessage message = judge(folder).get(1);

      assertThat(told(message)).isEqualTo("failed [input.envelope]");
      assertThat(text(message)).isEqualTo("not an envelope: " + problem);
      assertThat(message.line()).isEqualTo(2);
      assertThat(only(message.report().findings()).place().orElseThrow().line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 599})
    void mayHaveAnyStatusThatHttpHas(int status) throws IOException {
      write("a.json", envelope(",\"httpStatus\":" + status));

      assertThat(only(judge(folder)).report().outcome()).isNotEqualTo(Outcome.FAILED);
    }

    @Test
    void mayHoldAnythingAsPayload() throws IOException {
      write("a.json", VALID.replace(REQUEST, "null"));

      assertThat(told(only(judge(folder)))).isEqualTo("invalid GetMembership request [type]");
    }
  }

  @Nested
  class BarePayloads {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "GetMembership.request.json",
          "014-GetMembership.request.json",
          "request_GetMembership.json",
          "GetMembership/request.json",
          "GetMembership/valid/request.minimal.json",
          "request/GetMembership/7.json",
          "StartProtectedQuery/GetMembership/request.json",
          "StartProtectedQuery/response/GetMembership.request.json",
        })
    void areWhatTheirPathSays(String name) throws IOException {
      write(name, REQUEST);

      JudgedMessage message = only(judge(folder));

      assertThat(told(message)).isEqualTo(VALID_LINE);
      assertThat(message.operation()).contains("GetMembership");
      assertThat(message.direction()).contains(Direction.REQUEST);
    }

    @Test
    void areTheErrorThatTheirPathNames() throws IOException {
      write("GetMembership/error.ResourceNotFoundException-1.json", "{\"message\":\"m\"}");

      assertThat(told(only(judge(folder))))
          .isEqualTo("invalid GetMembership error [required, required]");
    }

    @Test
    void areRatherWhatTheOptionsSay() throws IOException {
      options = options("GetMembership", Direction.REQUEST);
      write("StartProtectedQuery.response.json", REQUEST);

      assertThat(told(only(judge(folder)))).isEqualTo(VALID_LINE);
    }

    @Test
    void areTheErrorThatTheOptionsName() throws IOException {
      options =
          new CaptureOptions(
              Optional.of("GetMembership"),
              Optional.of(Direction.ERROR),
              Optional.of("ResourceNotFoundException"));
      write("a.json", "{\"message\":\"m\"}");

      assertThat(told(only(judge(folder))))
          .isEqualTo("invalid GetMembership error [required, required]");
    }

    @ParameterizedTest
    @CsvSource({
      "a.json, operation and direction",
      "request.json, the operation",
      "GetMembership.json, the direction",
      "getmembership.REQUEST.json, operation and direction",
      "GetMemberships.requests.json, operation and direction",
    })
    void thatNothingIdentifiesFail(String name, String missing) throws IOException {
      write(name, REQUEST);

      JudgedMessage message = only(judge(folder));

      assertThat(told(message)).isEqualTo("failed [input.unidentified]");
      assertThat(text(message)).isEqualTo("cannot tell " + missing + " of this payload");
      assertThat(only(message.report().findings()).hint()).isPresent();
    }

    @Test
    void thatNothingIdentifiesFailForTheirTextFirst() throws IOException {
      write("a.json", "{\"a\":1,\"a\":2}");

      assertThat(told(only(judge(folder)))).isEqualTo("failed [json.duplicate-key]");
    }

    @Test
    void thatAreNotJsonAreInvalid() throws IOException {
      write("GetMembership.request.json", "{bad");

      assertThat(told(only(judge(folder))))
          .isEqualTo("invalid GetMembership request [json.syntax]");
    }

    @Test
    void mayStandInLines() throws IOException {
      options = options("GetMembership", Direction.REQUEST);
      write("a.jsonl", REQUEST + "\n[]\n");

      assertThat(told(judge(folder)))
          .containsExactly(VALID_LINE, "invalid GetMembership request [type]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operation", "direction"})
    void mayHaveAMemberOfTheSameNameAsAnEnvelope(String member) throws IOException {
      write("GetMembership.request.json", REQUEST.replace("{", "{\"" + member + "\":1,"));

      assertThat(told(only(judge(folder)))).isEqualTo(INVALID_LINE);
    }

    @Test
    void mayStandInFilesOfAnyName() throws IOException {
      options = options("GetMembership", Direction.REQUEST);

      assertThat(told(only(judge(write("capture.txt", REQUEST))))).isEqualTo(VALID_LINE);
    }
  }

  @Nested
  class StandardInput {

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s\n", "\r\n %s \r\n"})
    void mayBeOneMessage(String format) {
      JudgedMessage message = only(judge(stream(format.formatted(INVALID))));

      assertThat(told(message)).isEqualTo(INVALID_LINE);
      assertThat(message.source()).isEqualTo("<stdin>");
      assertThat(message.line()).isEqualTo(1);
    }

    @Test
    void mayBeOnePrettyPrintedPayload() {
      options = options("GetMembership", Direction.REQUEST);

      JudgedMessage message = only(judge(stream("{\n  \"membership\": 1\n}\n")));

      assertThat(told(message)).isEqualTo(INVALID_LINE);
      assertThat(only(message.report().findings()).place().orElseThrow().line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n"})
    void mayBeSeveralLines(String lineBreak) {
      List<JudgedMessage> messages =
          judge(stream(VALID + lineBreak + INVALID + lineBreak + VALID + lineBreak));

      assertThat(told(messages)).containsExactly(VALID_LINE, INVALID_LINE, VALID_LINE);
      int step = lineBreak.equals("\n\n") ? 2 : 1;
      assertThat(messages)
          .extracting(JudgedMessage::line)
          .containsExactly(1, 1 + step, 1 + 2 * step);
    }

    @Test
    void mayBeginWithABlankLine() {
      List<JudgedMessage> messages = judge(stream("\n" + VALID + "\n" + INVALID));

      assertThat(told(messages)).containsExactly(VALID_LINE, INVALID_LINE);
      assertThat(messages).extracting(JudgedMessage::line).containsExactly(2, 3);
    }

    @Test
    void mayHaveABadLine() {
      assertThat(told(judge(stream(VALID + "\n{bad\n" + INVALID))))
          .containsExactly(VALID_LINE, "failed [json.syntax]", INVALID_LINE);
    }

    @Test
    void mayBeginWithABadLine() {
      assertThat(told(judge(stream("{bad\n" + VALID + "\n" + INVALID + "\n"))))
          .containsExactly("failed [json.syntax]", VALID_LINE, INVALID_LINE);
    }

    /** Several of them belong into lines. */
    @ParameterizedTest
    @ValueSource(strings = {"xyz", "{\n\"membershipIdentifier\":\"\"\n}"})
    void mayBeAPrettyPrintedPayloadWithSomethingAfterIt(String more) {
      options = options("GetMembership", Direction.REQUEST);
      String pretty = REQUEST.replace("{", "{\n  ").replace("}", "\n}\n");

      assertThat(told(judge(stream(pretty + more))))
          .containsExactly("invalid GetMembership request [json.trailing-text]");
    }

    @Test
    void mayHaveALineThatIsNotUtf8() {
      String text = VALID + "\n\"\u00E9\"\n" + INVALID;
      InputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));

      assertThat(told(judge(stream)))
          .containsExactly(VALID_LINE, "failed [json.encoding]", INVALID_LINE);
    }

    @Test
    void mayBeAPayloadThatIsNotUtf8() {
      options = options("GetMembership", Direction.REQUEST);
      String text = "{\n  \"membershipIdentifier\": \"\u00E9\"\n}\n";
      InputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));

      assertThat(told(only(judge(stream))))
          .isEqualTo("invalid GetMembership request [json.encoding]");
    }

    @Test
    void mayBeATruncatedPayload() {
      assertThat(told(only(judge(stream("{\n  \"membershipIdentifier\":\n")))))
          .isEqualTo("failed [json.truncated]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n"})
    void mustNotBeEmpty(String text) {
      assertThat(told(only(judge(stream(text))))).isEqualTo("failed [json.empty]");
    }

    @Test
    void mayFail() {
      InputStream broken =
          new InputStream() {
            @Override
            public int read() throws IOException {
              throw new IOException("the pipe broke");
            }
          };

      JudgedMessage message = only(judge(broken));

      assertThat(text(message)).isEqualTo("cannot be read: the pipe broke");
      assertThat(message.source()).isEqualTo("<stdin>");
    }

    private static InputStream stream(String text) {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void whatIsCarriedCannotBeChanged() throws IOException {
    write("a.json", envelope(",\"id\":1"));
    Map<String, String> carried = only(judge(folder)).carried();

    assertThatThrownBy(carried::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  private static String envelope(String more) {
    return "{\"operation\":\"GetMembership\",\"direction\":\"request\"%s,\"payload\":%s}"
        .formatted(more, REQUEST);
  }

  private static CaptureOptions options(String operation, Direction direction) {
    return new CaptureOptions(Optional.of(operation), Optional.of(direction), Optional.empty());
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text, StandardCharsets.UTF_8);
  }

  private Path write(String name, String text, Charset charset) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, charset);
  }

  /** Takes all permissions away; root and some file systems would not care. */
  private static void close(Path path) throws IOException {
    assumeThat(path.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(path)).isFalse();
  }

  private List<JudgedMessage> judge(Path path) {
    List<JudgedMessage> messages = new ArrayList<>();
    new CaptureJudge(ContractValidator.create(), options, messages::add).judge(path);
    return messages;
  }

  private List<JudgedMessage> judge(InputStream stream) {
    List<JudgedMessage> messages = new ArrayList<>();
    new CaptureJudge(ContractValidator.create(), options, messages::add).judge(stream);
    return messages;
  }

  /** Source and line of each message, the source below the folder, with slashes. */
  private List<String> places(List<JudgedMessage> messages) {
    return messages.stream()
        .map(
            message ->
                folder.relativize(Path.of(message.source())).toString().replace('\\', '/')
                    + ":"
                    + message.line())
        .toList();
  }

  private static List<String> told(List<JudgedMessage> messages) {
    return messages.stream().map(CaptureJudgeTest::told).toList();
  }

  /** Outcome, subject if known, and rules of a message. */
  private static String told(JudgedMessage message) {
    String subject = message.report().subject();
    return message.report().outcome().label()
        + (subject.isEmpty() ? " " : " " + subject + " ")
        + message.report().findings().stream().map(finding -> finding.rule().id()).toList();
  }

  private static String text(JudgedMessage message) {
    return only(message.report().findings()).message();
  }

  private static <T> T only(List<T> values) {
    assertThat(values).hasSize(1);
    return values.get(0);
  }
}
