package io.github.cleanroomscontract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.finding.Report;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;

/** Read back by the parser of Maven's own reports. */
class JunitOutputTest {

  @Test
  void everyMessageIsATestCaseOfItsSource() throws Exception {
    List<ReportTestSuite> suites = read(FormatsTest.written(Format.JUNIT, Samples.all()));

    assertThat(suites)
        .extracting(
            ReportTestSuite::getName,
            ReportTestSuite::getNumberOfTests,
            ReportTestSuite::getNumberOfFailures,
            ReportTestSuite::getNumberOfErrors,
            ReportTestSuite::getNumberOfSkipped)
        .startsWith(
            tuple("valid_json", 1, 0, 0, 0),
            tuple("warned_json", 1, 0, 0, 0),
            tuple("invalid_json", 2, 1, 0, 0),
            tuple("a_jsonl", 2, 1, 0, 0),
            tuple("drift_json", 2, 1, 0, 0),
            tuple("skipped_json", 1, 0, 0, 1),
            tuple("none_json", 1, 0, 1, 0),
            tuple("unchecked_json", 1, 0, 0, 0))
        .hasSize(10);
  }

  @Test
  void aFailureHasItsRuleAndItsText() throws Exception {
    String xml = FormatsTest.written(Format.JUNIT, List.of(Samples.entry(Samples.invalid())));
    ReportTestCase test = read(xml).get(0).getTestCases().get(0);

    assertThat(test.getFullClassName()).isEqualTo("invalid_json");
    assertThat(test.getName()).isEqualTo("UpdateProtectedQuery request, line 1");
    assertThat(test.hasFailure()).isTrue();
    assertThat(test.getFailureType()).isEqualTo("enum");
    assertThat(test.getFailureMessage())
        .isEqualTo(
            "UpdateProtectedQuery request: TargetProtectedQueryStatus is one of CANCELLED;"
                + " found \"CANCELED\"");
    assertThat(test.getFailureDetail()).contains("10 │   \"targetStatus\": \"CANCELED\"");
  }

  @Test
  void whatCouldNotBeCheckedIsAnErrorAndWhatWasLeftOutIsSkipped() throws Exception {
    List<Entry> entries =
        List.of(Samples.entry(Samples.failed()), Samples.entry(Samples.skipped()));
    List<ReportTestSuite> suites = read(FormatsTest.written(Format.JUNIT, entries));

    assertThat(suites.get(0).getTestCases().get(0).hasError()).isTrue();
    assertThat(suites.get(1).getTestCases().get(0).hasSkipped()).isTrue();
  }

  @Test
  void messagesOfOneLineHaveNamesOfTheirOwn() throws Exception {
    Entry one = Samples.entry(at("a.har", 1));
    Entry other = Samples.entry(at("b.har", 1));
    List<Entry> entries = List.of(one, one, one, Samples.entry(at("a.har", 2)), other, other);
    List<ReportTestCase> tests = new ArrayList<>();
    read(FormatsTest.written(Format.JUNIT, entries))
        .forEach(suite -> tests.addAll(suite.getTestCases()));

    assertThat(tests)
        .extracting(
            test ->
                test.getFullClassName()
                    + test.getName().replace("UpdateProtectedQuery request, line", ""))
        .containsExactly(
            "a_har 1", "a_har 1 (2)", "a_har 1 (3)", "a_har 2", "b_har 1", "b_har 1 (2)");
  }

  /** More than is kept in memory, twice. */
  @Test
  void largeSuitesAreWhole() throws Exception {
    List<Entry> entries = new ArrayList<>();
    for (String source : List.of("a.jsonl", "\uD83D\uDE00.jsonl", "c.jsonl")) {
      for (int line = 1; line <= 2000; line++) {
        entries.add(Samples.entry(at(source, line)));
      }
    }
    entries.add(Samples.entry(at("d.jsonl", 1)));
    List<ReportTestSuite> suites = read(FormatsTest.written(Format.JUNIT, entries));

    assertThat(suites)
        .extracting(suite -> suite.getTestCases().size())
        .containsExactly(2000, 2000, 2000, 1);
    assertThat(suites.get(1).getTestCases())
        .allSatisfy(test -> assertThat(test.getFullClassName()).isEqualTo("\uD83D\uDE00_jsonl"));
    assertThat(suites.get(2).getTestCases().get(1999).getName()).endsWith("line 2000");
  }

  private static JudgedMessage at(String source, int line) {
    return new JudgedMessage(
        source,
        line,
        Optional.of("UpdateProtectedQuery"),
        Optional.empty(),
        Map.of(),
        Report.of(Samples.SUBJECT, List.of()));
  }

  private static List<ReportTestSuite> read(String xml) throws Exception {
    InputStreamReader reader =
        new InputStreamReader(
            new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    // The parser makes suites of classes, and leaves those of the file empty.
    return new TestSuiteXmlParser(new NullConsoleLogger())
        .parse(reader).stream().filter(suite -> !suite.getTestCases().isEmpty()).toList();
  }
}
