package io.github.cleanroomscontract.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.replay.ReplayResult;
import io.github.cleanroomscontract.replay.Verdict;
import io.github.cleanroomscontract.report.Weighing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunRecordTest {

  @Test
  void anOperationHasTheGravestVerdictOfItsCalls() {
    RunRecord run =
        Runs.run(
            Runs.conforms("GetSchema"),
            Runs.drift("GetSchema", Runs.newMember("/schema", "x")),
            Runs.skipped("GetSchema", "why"),
            Runs.skipped("ListSchemas", "why"),
            Runs.conforms("ListSchemas"));

    assertThat(run.operations())
        .extracting(OperationRecord::operation, OperationRecord::verdict, OperationRecord::calls)
        .containsExactly(
            tuple("GetSchema", Verdict.DRIFT, 2), tuple("ListSchemas", Verdict.CONFORMS, 1));
    assertThat(run.calls()).isEqualTo(3);
    assertThat(run.count(Verdict.DRIFT)).isEqualTo(1);
  }

  @Test
  void theItemsOfAListAreOneObservationAndOtherValuesAnother() {
    RunRecord run =
        Runs.run(
            Runs.drift(
                "ListMemberships",
                Runs.newValue("/membershipSummaries/0/status", "PAUSED"),
                Runs.newValue("/membershipSummaries/17/status", "PAUSED")),
            Runs.drift(
                "ListMemberships", Runs.newValue("/membershipSummaries/2/status", "LEAVING")));

    assertThat(run.operations().get(0).observations())
        .extracting(Observation::place, Observation::what, Observation::count)
        .containsExactly(
            tuple("/membershipSummaries/*/status", "new value \"PAUSED\"", 2),
            tuple("/membershipSummaries/*/status", "new value \"LEAVING\"", 1));
  }

  @Test
  void anObservationIsKnownOnlyIfEachOfItsFindingsIs() {
    Finding finding = Runs.newMember("/schema", "x");
    ReplayResult result =
        Runs.result(
            Runs.NIGHT,
            Optional.empty(),
            List.of(),
            Runs.drift("GetSchema", finding, finding),
            Runs.drift("ListSchemas", finding, finding));
    Weighing.Known known =
        message ->
            message.operation().orElseThrow().equals("GetSchema")
                ? List.of(Optional.of("why"), Optional.empty())
                : List.of(Optional.of("why"), Optional.of("why"));

    List<OperationRecord> operations = Runs.record(result, known).operations();

    assertThat(operations.get(0).known()).isFalse();
    assertThat(operations.get(0).observations().get(0).known()).isEmpty();
    assertThat(operations.get(0).observations().get(0).counts()).isTrue();
    assertThat(operations.get(1).known()).isTrue();
    assertThat(operations.get(1).observations().get(0).known()).contains("why");
  }

  @Test
  void onlyWhatIsNotKnownCounts() {
    ReplayResult result =
        Runs.result(
            Runs.NIGHT,
            Optional.empty(),
            List.of(),
            Runs.drift("GetSchema", Runs.newMember("/schema", "x")));

    assertThat(Runs.record(result, Weighing.Known.NONE).hasCounting()).isTrue();
    assertThat(Runs.record(result, Runs.knowing("GetSchema", "")).hasCounting()).isFalse();
  }

  @Test
  void aWarningIsToldAndLeavesTheOperationConforming() {
    Finding warning =
        Runs.finding(
            Rules.RANGE,
            Severity.WARNING,
            "/schema/a",
            Optional.empty(),
            "a is small",
            Optional.empty(),
            Optional.empty());
    RunRecord run = Runs.run(Runs.call("GetSchema", Verdict.CONFORMS, List.of(warning)));

    OperationRecord operation = run.operations().get(0);
    assertThat(operation.verdict()).isEqualTo(Verdict.CONFORMS);
    assertThat(operation.observations())
        .extracting(Observation::label, Observation::counts)
        .containsExactly(tuple("warning", false));
    assertThat(operation.known()).isFalse();
  }

  @Test
  void aVerdictWithoutAFindingIsToldAndCounts() {
    RunRecord run = Runs.run(Runs.told("GetSchema", Verdict.STRICTER, "answered 400"));

    assertThat(run.hasCounting()).isTrue();
    assertThat(run.operations().get(0).observations())
        .extracting(Observation::label, Observation::message)
        .containsExactly(tuple("stricter", "answered 400"));
  }

  @Test
  void whatTheServiceJudgesOtherwiseHasThatVerdictWhateverItsSeverity() {
    RunRecord run =
        Runs.run(
            Runs.call(
                "GetSchema", Verdict.LAXER, List.of(Runs.newMember("/schemaIdentifier", "x"))));

    assertThat(run.operations().get(0).observations().get(0).verdict()).isEqualTo(Verdict.LAXER);
  }

  @Test
  void reasonsAreCountedAndMakeARunPartialOnlyIfSomethingFailed() {
    RunRecord skipped =
        Runs.run(Runs.skipped("GetSchema", "why"), Runs.skipped("GetSchema", "why"));
    RunRecord failed = Runs.run(Runs.conforms("GetSchema"), Runs.failed("GetSchema", "timeout"));

    assertThat(skipped.operations().get(0).reasons())
        .containsExactly(new Reason(Verdict.SKIPPED, "why", 2));
    assertThat(skipped.isPartial()).isFalse();
    assertThat(skipped.calls()).isZero();
    assertThat(failed.operations().get(0).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(failed.isPartial()).isTrue();
    assertThat(failed.operations().get(0).observations()).isEmpty();
  }

  @Test
  void aRunThatWasStoppedIsPartial() {
    ReplayResult result =
        Runs.result(Runs.NIGHT, Optional.of("interrupted"), List.of(), Runs.conforms("GetSchema"));

    assertThat(Runs.record(result, Weighing.Known.NONE).isPartial()).isTrue();
  }

  @Test
  void thereIsAnEntryForEachCall() {
    ReplayResult result =
        Runs.result(Runs.NIGHT, Optional.empty(), List.of(), Runs.conforms("GetSchema"));

    assertThatThrownBy(() -> RunRecord.of(result, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 entries for 1 calls");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      quoteCharacter = '\'',
      value = {
        "required, ERROR, -, -, required absent",
        "unknown-member, DRIFT, -, x, new member",
        "unknown-member, ERROR, -, x, unknown member",
        "union.unknown-variant, DRIFT, s3, x, new variant",
        "enum, DRIFT, A, '\"B\"', new value \"B\"",
        "type, ERROR, a string, the number 404, no longer a string",
        "http.status, DRIFT, 200, 202, status 202 instead of 200",
        "error.undeclared, ERROR, A, ConflictException, undeclared error ConflictException",
        "length, ERROR, at most 9 characters, 11 characters, length: at most 9 characters",
        "pattern, ERROR, ^[a-z]{20}[0-9]{20}[a-z]{20}[0-9]{20}[a-z]$, 'secret', pattern",
        "union.empty, ERROR, -, none, union.empty",
      })
  void whatThereIsToSeeIsTheSameEveryNight(
      String rule, Severity severity, String expected, String found, String what) {
    Finding finding =
        Runs.finding(
            Rules.find(rule).orElseThrow(),
            severity,
            "",
            Optional.empty(),
            "message",
            Optional.ofNullable(expected),
            Optional.ofNullable(found));

    assertThat(What.of(finding).replace(",", "")).isEqualTo(what);
  }
}
