package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.ExchangeJudge;
import io.github.cleanroomscontract.exchange.ReadRequest;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Payload;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what exchanges say of the contract, in the order in which they are made. */
final class Judge {

  /** What the service may have moved on to, without breaking a client that reads its answers. */
  private static final Set<Rule> MOVES =
      Set.of(Rules.HTTP_STATUS, Rules.ERROR_UNDECLARED, Rules.ERROR_STATUS);

  private final ContractValidator validator;
  private final ExchangeJudge exchanges;

  Judge(ContractValidator validator) {
    this.validator = validator;
    this.exchanges = new ExchangeJudge(validator);
  }

  /** Returns what is found in an input. */
  Report input(String operation, String input) {
    return validator.validateRequest(operation, input);
  }

  /** Returns what came of a step. */
  CallResult judge(Step step, Operation operation, Exchange exchange) {
    Ruling ruling = new Ruling(step, operation, exchange);
    if (exchange.answer().isEmpty() || exchange.failure().isPresent()) {
      // Where an answer refuses the caller, the failure says what helps.
      return ruling.failed(exchange.failure().orElse("no answer came"));
    }
    WireAnswer answer = exchange.answer().get();
    if (!step.valid() && !arrivesInvalid(operation, exchange)) {
      return ruling.undecided("what is wrong with the input is lost on its way");
    }
    if (answer.status() < 300) {
      return step.valid() ? answered(ruling, answer) : ruling.laxer(input(step));
    }
    return answer.status() < 400
        ? ruling.failed("answered HTTP " + answer.status() + ", which leads elsewhere")
        : refused(ruling, answer, ServiceError.of(operation, answer));
  }

  /** A text in a path or a query has no type, and what is missing there makes another path. */
  private boolean arrivesInvalid(Operation operation, Exchange exchange) {
    if (exchange.request().isEmpty()) {
      return true;
    }
    Optional<ReadRequest> read = ReadRequest.of(exchange.request().get());
    return read.filter(each -> each.operation().name().equals(operation.name())).isPresent()
        && (!read.get().findings().isEmpty()
            || !validator.validateRequest(operation.name(), read.get().input()).valid());
  }

  private Report input(Step step) {
    return input(step.operation(), step.input());
  }

  private CallResult answered(Ruling ruling, WireAnswer answer) {
    Report report = report(ruling, answer);
    if (report.findings().stream().anyMatch(each -> each.rule().equals(Rules.JSON_TRUNCATED))
        && answer.headers().first("Content-Length").isEmpty()
        && answer.headers().first("Transfer-Encoding").isEmpty()) {
      // Nobody can tell whether the service sent no more, or the way lost it.
      return ruling.failed("its answer ended early");
    }
    return ruling.answered(report, verdict(report, Verdict.CONFORMS), Optional.empty());
  }

  private CallResult refused(Ruling ruling, WireAnswer answer, ServiceError error) {
    String name = ruling.operation().name();
    if (error.isOfTheCaller()) {
      return ruling.failed("answered " + error.label() + ": the credentials are not accepted");
    }
    if (error.isDenied()) {
      return ruling.failed("not allowed: grant cleanrooms:" + name);
    }
    if (error.isPassing()) {
      String code = error.reason().map(each -> ", " + each).orElse("");
      return ruling.failed("answered " + error.label() + code);
    }
    Report report = report(ruling, answer);
    boolean valid = ruling.step().valid();
    String said = "answered " + error.label();
    if (!error.isRejection()) {
      return valid
          ? ruling.answered(report, verdict(report, Verdict.CONFORMS), Optional.of(said))
          : verdict(report, Verdict.SKIPPED) == Verdict.SKIPPED
              ? ruling.undecided(said + " before the input was judged")
              : ruling.answered(report, verdict(report, Verdict.SKIPPED), Optional.of(said));
    }
    if (error.isUnread()) {
      // It is of the protocol, which no operation declares.
      report = without(report, Rules.ERROR_UNDECLARED);
    }
    if (verdict(report, Verdict.CONFORMS) != Verdict.CONFORMS || !valid) {
      return ruling.answered(report, verdict(report, Verdict.CONFORMS), Optional.of(said));
    }
    return ruling.stricter(error);
  }

  /** Returns what is found in an answer, in which what may be a move is drift. */
  private Report report(Ruling ruling, WireAnswer answer) {
    ReadRequest request =
        new ReadRequest(ruling.operation(), Payload.of(ruling.step().input()), List.of());
    Report report = exchanges.judge(request, answer);
    if (report.outcome() == Outcome.FAILED) {
      return report;
    }
    List<Finding> weighed =
        report.findings().stream()
            .map(each -> MOVES.contains(each.rule()) ? each.withSeverity(Severity.DRIFT) : each)
            .toList();
    return Report.of(report.subject(), weighed, report.unchecked());
  }

  private static Report without(Report report, Rule rule) {
    return report.outcome() == Outcome.FAILED
        ? report
        : Report.of(
            report.subject(),
            report.findings().stream().filter(each -> !each.rule().equals(rule)).toList(),
            report.unchecked());
  }

  private static Verdict verdict(Report report, Verdict good) {
    if (report.outcome() == Outcome.FAILED) {
      return Verdict.FAILED;
    }
    return report.valid() ? good : report.onlyDrift() ? Verdict.DRIFT : Verdict.VIOLATES;
  }
}
