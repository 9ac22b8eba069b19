package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.finding.Severity;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Puts what is said of a step into the form of results and reports.
 *
 * @param step the step
 * @param operation its operation
 * @param exchange what travelled
 */
record Ruling(Step step, Operation operation, Exchange exchange) {

  private static final Exchange NONE =
      new Exchange(Optional.empty(), Optional.empty(), Optional.empty(), false, 0, Duration.ZERO);

  /** Returns the ruling on a step that was not made. */
  static Ruling of(Step step, Operation operation) {
    return new Ruling(step, operation, NONE);
  }

  /** Returns the result of an answer that was judged. */
  CallResult answered(Report report, Verdict verdict, Optional<String> reason) {
    boolean error = status().orElse(0) >= 400;
    String source = "answer to " + step.source();
    return result(
        verdict,
        report.outcome() == Outcome.FAILED ? Optional.of("it could not be judged") : reason,
        message(
            source, Optional.of(error ? Direction.ERROR : Direction.RESPONSE), verdict, report));
  }

  /** Returns the result of a valid input that was refused for what it is. */
  CallResult stricter(ServiceError error) {
    String said = error.label() + error.reason().map(code -> ", " + code).orElse("");
    List<String> pointers = error.fields().isEmpty() ? List.of("") : error.fields();
    List<Finding> findings =
        pointers.stream().map(each -> finding(Rules.REPLAY_STRICTER, said, each)).toList();
    String where = error.fields().isEmpty() ? "" : " at " + String.join(", ", error.fields());
    return ofInput(Verdict.STRICTER, "answered " + said + where, findings);
  }

  /**
   * Returns the result of an invalid input that was accepted.
   *
   * @param input what is wrong with the input
   */
  CallResult laxer(Report input) {
    List<Finding> findings =
        input.findings().stream()
            .filter(each -> each.severity().breaksContract())
            .map(
                each ->
                    new Finding(
                        Rules.REPLAY_LAXER,
                        Rules.REPLAY_LAXER.severity(),
                        each.pointer(),
                        each.member(),
                        text(Rules.REPLAY_LAXER, each.rule() + ", " + each.message()),
                        each.expected(),
                        each.found(),
                        Optional.empty(),
                        each.place()))
            .toList();
    String reason = "answered HTTP " + status().orElseThrow() + " to what the contract forbids";
    return ofInput(Verdict.LAXER, reason, findings);
  }

  private CallResult ofInput(Verdict verdict, String reason, List<Finding> findings) {
    Report report = Report.of(operation.name() + " request", findings);
    return result(
        verdict,
        Optional.of(reason),
        message(step.source(), Optional.of(Direction.REQUEST), verdict, report));
  }

  /** Returns the result of a step that says nothing, for a good reason. */
  CallResult skipped(String why) {
    Finding finding = finding(Rules.REPLAY_NOT_ASKED, why, "");
    return notJudged(Verdict.SKIPPED, Outcome.SKIPPED, finding, why);
  }

  /** Returns the result of a step that was made, and says nothing. */
  CallResult undecided(String why) {
    return skipped("undecided: " + why);
  }

  /** Returns the result of a step that nothing could be found out by. */
  CallResult failed(String why) {
    Finding finding = finding(Rules.REPLAY_FAILED, why, "");
    return notJudged(Verdict.FAILED, Outcome.FAILED, finding, why);
  }

  private CallResult notJudged(Verdict verdict, Outcome outcome, Finding finding, String why) {
    Report report = new Report(operation.name(), outcome, List.of(finding), List.of());
    return result(
        verdict, Optional.of(why), message(step.source(), Optional.empty(), verdict, report));
  }

  /** Returns the result of a step that conformed before the run was resumed. */
  CallResult conformedBefore() {
    Report report = Report.of(operation.name() + " response", List.of());
    return result(
        Verdict.CONFORMS,
        Optional.of("it conformed before the run was resumed, and was not asked again"),
        message(step.source(), Optional.of(Direction.RESPONSE), Verdict.CONFORMS, report));
  }

  /** Returns the result of what only several answers show together. */
  CallResult noted(Verdict verdict, String reason) {
    Finding finding = finding(Rules.REPLAY_ANSWERS, reason, "");
    Severity severity = verdict == Verdict.DRIFT ? Severity.DRIFT : finding.severity();
    Report report =
        Report.of(operation.name() + " response", List.of(finding.withSeverity(severity)));
    return result(
        verdict,
        Optional.of(reason),
        message(step.source(), Optional.of(Direction.RESPONSE), verdict, report));
  }

  private Finding finding(Rule rule, String found, String pointer) {
    return new Finding(
        rule,
        rule.severity(),
        pointer,
        Optional.empty(),
        text(rule, found),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private String text(Rule rule, String found) {
    return rule.message(Map.of("operation", operation.name(), "found", found));
  }

  private JudgedMessage message(
      String source, Optional<Direction> direction, Verdict verdict, Report report) {
    Map<String, String> carried = new LinkedHashMap<>();
    carried.put("verdict", '"' + verdict.label() + '"');
    status().ifPresent(status -> carried.put("httpStatus", Integer.toString(status)));
    return new JudgedMessage(source, 1, Optional.of(operation.name()), direction, carried, report);
  }

  private OptionalInt status() {
    return exchange.answer().map(WireAnswer::status).stream()
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  private CallResult result(Verdict verdict, Optional<String> reason, JudgedMessage message) {
    return new CallResult(
        step,
        Effect.of(operation),
        verdict,
        reason,
        message,
        status(),
        exchange.attempts(),
        exchange.took());
  }
}
