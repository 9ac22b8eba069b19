package io.github.cleanroomscontract.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "GetMembership, response, enum, /a/*/b, , true",
    "*, *, enum, /a/3/b, , true",
    "GetMembership, *, enum, /*/*/*, , true",
    "GetMembership, response, enum, /a/*, , false",
    "GetMembership, response, enum, /a/*/c, , false",
    "GetMembership, response, type, /a/*/b, , false",
    "GetMembership, request, enum, /a/*/b, , false",
    "ListMembers, response, enum, /a/*/b, , false",
    "GetMembership, response, enum, /a/*/b, m, true",
    "GetMembership, response, enum, /a/*/b, n, false",
  })
  void anEntryIsOfWhatItSays(
      String operation, String direction, String rule, String pointer, String member, boolean known)
      throws IOException {
    Baseline baseline = read(entry(operation, direction, rule, pointer, member, "2026-11-29"));

    assertThat(baseline.reasons(message(finding(Rules.ENUM, "/a/3/b", "m"))))
        .containsExactly(known ? Optional.of("moved on") : Optional.empty());
    assertThat(baseline.remarks()).hasSize(known ? 0 : 1);
  }

  @Test
  void fromItsDayOnAnEntryCountsAgain() throws IOException {
    Baseline baseline = read(entry("*", "*", "enum", "/a/*/b", null, "2026-11-28"));

    assertThat(baseline.reasons(message(finding(Rules.ENUM, "/a/0/b", ""))))
        .containsExactly(Optional.empty());
    assertThat(baseline.remarks())
        .containsExactly(
            folder.resolve("known.json")
                + ":2: enum at /a/*/b in any message has expired on 2026-11-28 and counts again"
                + " (1 finding)");
  }

  @Test
  void whatMatchesNothingIsSaidWithTheNearestReason() throws IOException {
    Baseline baseline =
        read(
            entry("ListMembers", "response", "enum", "/a", null, "2027-01-01"),
            entry("GetMembership", "response", "type", "/a", null, "2027-01-01"),
            entry("GetMembership", "response", "enum", "/b", null, "2027-01-01"),
            entry("GetMembership", "response", "enum", "/a", "n", "2027-01-01"));
    baseline.reasons(message(finding(Rules.ENUM, "/a", "m")));
    baseline.reasons(message());

    assertThat(baseline.remarks())
        .extracting(remark -> remark.substring(remark.indexOf("known.json") + 10))
        .containsExactly(
            ":2: enum at /a in ListMembers response matches nothing: there was no such message",
            ":3: type at /a in GetMembership response matches nothing: none of those messages broke"
                + " the rule",
            ":4: enum at /b in GetMembership response matches nothing: the rule was broken at /a",
            ":5: enum of \"n\" at /a in GetMembership response matches nothing: the finding there"
                + " is of \"m\"");
  }

  @Test
  void whatCouldNotBeCheckedIsNeverKnown() throws IOException {
    Baseline baseline = read(entry("*", "*", "json.syntax", "", null, "2027-01-01"));
    Finding finding = finding(Rules.JSON_SYNTAX, "", "");
    JudgedMessage failed =
        new JudgedMessage(
            "a", 1, Optional.empty(), Optional.empty(), Map.of(), Report.failed("", finding));

    assertThat(baseline.reasons(failed)).containsExactly(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 1:1: the file is not JSON: empty",
        "{'version':1,'known':[ | 1:23: the file is not JSON: truncated",
        "{'version':1,'version':1} | 1:14: the file is not JSON: duplicate key (version)",
        "[] | 1:1: the file has to be an object",
        "{'known':[]} | 1:1: \"version\" has to be 1",
        "{'version':2,'known':[]} | 1:12: \"version\" has to be 1",
        "{'version':1,'known':{}} | 1:22: \"known\" has to be a list",
        "{'version':1,'knwon':[]} | 1:22: there is no member here \"knwon\"; did you mean \"known\"?",
        "{'version':1,'known':[1]} | 1:23: an entry has to be an object",
        "{'version':1,'known':[{}]} | 1:23: \"operation\" is missing here",
        "{'version':1,'known':[{'operation':1}]} | 1:36: \"operation\" has to be a text",
        "{'version':1,'known':[{'operation':'GetMembershp'}]} | 1:36: there is no operation"
            + " \"GetMembershp\"; did you mean \"GetMembership\"?",
        "{'version':1,'known':[{'operation':'*','direction':'up'}]} | 1:52: there is no direction"
            + " \"up\"",
        "{'version':1,'known':[{'operation':'*','direction':'*','rule':'unoin.empty'}]} | 1:63:"
            + " there is no rule \"unoin.empty\"; did you mean \"union.empty\"?",
        "{'version':1,'known':[{'operation':'*','direction':'*','rule':'enum','pointer':'a'}]} |"
            + " 1:80: a pointer begins with a slash, or is empty for the payload",
        "{'version':1,'known':[{'operation':'*','direction':'*','rule':'enum','pointer':'/a',"
            + "'reason':'','expires':'soon'}]} | 1:107: \"expires\" has to be a day such as"
            + " 2027-01-31",
        "{'version':1,'known':[{'operation':'*','direction':'*','rule':'enum','pointer':'/a',"
            + "'reason':''}]} | 1:23: \"expires\" is missing here",
      })
  void whatIsNoSuchFileIsRefusedWithThePlace(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("known.json"), text.replace('\'', '"'));

    assertThatThrownBy(() -> Baseline.read(file, TODAY))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ":" + message);
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    Path file = folder.resolve("absent.json");

    assertThatThrownBy(() -> Baseline.read(file, TODAY))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " cannot be read: there is no such file");
  }

  @Test
  void eachKindOfFindingIsWrittenOnce() throws IOException {
    Path file = folder.resolve("a/known.json");
    try (BaselineDraft draft = BaselineDraft.of(file, TODAY)) {
      JudgedMessage message = message();
      draft.add(message, finding(Rules.ENUM, "/a/3/b", ""));
      draft.add(message, finding(Rules.ENUM, "/a/12/b", ""));
      draft.add(message, finding(Rules.UNKNOWN_MEMBER, "", "queueTime"));
      draft.add(message, finding(Rules.ENUM, "", ""));
      assertThat(draft.write()).isEqualTo(file + ": 3 entries added; give the new ones a reason");
    }

    assertThat(file)
        .content()
        .isEqualTo(
            """
            {
              "version": 1,
              "known": [
                {"operation":"GetMembership","direction":"response","rule":"enum","pointer":"","reason":"","expires":"2027-02-26"},
                {"operation":"GetMembership","direction":"response","rule":"enum","pointer":"/a/*/b","reason":"","expires":"2027-02-26"},
                {"operation":"GetMembership","direction":"response","rule":"unknown-member","pointer":"","member":"queueTime","reason":"","expires":"2027-02-26"}
              ]
            }
            """);
    Baseline read = Baseline.read(file, TODAY);
    assertThat(read.reasons(message(finding(Rules.UNKNOWN_MEMBER, "", "queueTime"))))
        .containsExactly(Optional.of(""));
    assertThat(read.reasons(message(finding(Rules.UNKNOWN_MEMBER, "", "other"))))
        .containsExactly(Optional.empty());
  }

  @Test
  void whatPeopleWroteIsKept() throws IOException {
    String mine = entry("*", "*", "enum", "/z/*", null, "2026-01-01");
    Path file = write(mine, mine, entry("GetMembership", "*", "type", "/a", null, "2027-01-01"));
    try (BaselineDraft draft = BaselineDraft.of(file, TODAY)) {
      draft.add(message(), finding(Rules.ENUM, "/z/0", ""));
      draft.add(message(), finding(Rules.ENUM, "/y", ""));
      assertThat(draft.write())
          .isEqualTo(file + ": 1 entry added, 3 kept as they were; give the new ones a reason");
    }

    assertThat(Baseline.read(file, TODAY).entries())
        .extracting(each -> each.pointer() + " " + each.reason() + " " + each.expires())
        .containsExactly(
            "/z/* moved on 2026-01-01",
            "/z/* moved on 2026-01-01",
            "/a moved on 2027-01-01",
            "/y  2027-02-26");
  }

  @Test
  void nothingIsWrittenUnlessItIsToBe() throws IOException {
    Path file = write();
    String before = Files.readString(file);
    try (BaselineDraft draft = BaselineDraft.of(file, TODAY)) {
      draft.add(message(), finding(Rules.ENUM, "/y", ""));
    }

    assertThat(file).hasContent(before);
  }

  private Baseline read(String... entries) throws IOException {
    return Baseline.read(write(entries), TODAY);
  }

  private Path write(String... entries) throws IOException {
    String text = "{\"version\":1,\"known\":[\n" + String.join(",\n", entries) + "\n]}\n";
    return Files.writeString(folder.resolve("known.json"), text);
  }

  private static String entry(
      String operation,
      String direction,
      String rule,
      String pointer,
      String member,
      String expires) {
    return String.format(
        "{\"operation\":\"%s\",\"direction\":\"%s\",\"rule\":\"%s\",\"pointer\":\"%s\",%s"
            + "\"reason\":\"moved on\",\"expires\":\"%s\"}",
        operation,
        direction,
        rule,
        pointer,
        member == null ? "" : "\"member\":\"" + member + "\",",
        expires);
  }

  private static JudgedMessage message(Finding... findings) {
    return new JudgedMessage(
        "a.jsonl",
        1,
        Optional.of("GetMembership"),
        Optional.of(Direction.RESPONSE),
        Map.of(),
        Report.of("GetMembership response", List.of(findings)));
  }

  private static Finding finding(Rule rule, String pointer, String member) {
    return new Finding(
        rule,
        rule.severity(),
        pointer,
        member.isEmpty() ? Optional.empty() : Optional.of(member),
        "message",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
