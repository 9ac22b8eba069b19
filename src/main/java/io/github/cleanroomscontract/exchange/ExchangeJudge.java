package io.github.cleanroomscontract.exchange;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Conversation;
import io.github.cleanroomscontract.validation.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Judges HTTP exchanges, in the order in which it is given them: later ones with what the answers
 * of earlier ones told. Thread-safe; messages are judged one at a time.
 */
public final class ExchangeJudge {

  private static final CallContext NOTHING_MORE = CallContext.create();

  private final Conversation conversation;

  /** Creates a judge of a series of exchanges. */
  public ExchangeJudge(ContractValidator validator) {
    this.conversation = validator.conversation();
  }

  /** Returns what a request says; empty if it is for no operation. */
  public Optional<ReadRequest> read(WireRequest request) {
    return ReadRequest.of(request);
  }

  /** Judges a request that was read. */
  public Report judge(ReadRequest request) {
    Message message = Message.of(request.operation().name(), Direction.REQUEST, request.input());
    Report report;
    synchronized (conversation) {
      report = conversation.validate(message, NOTHING_MORE, Optional.empty());
    }
    if (request.findings().isEmpty()) {
      return report;
    }
    List<Finding> findings = new ArrayList<>(request.findings());
    findings.addAll(report.findings());
    return Report.of(report.subject(), findings, report.unchecked());
  }

  /** Judges the answer to a request that was judged. */
  public Report judge(ReadRequest request, WireAnswer answer) {
    Operation operation = request.operation();
    Message message =
        new Message(
            operation.name(),
            answer.status() >= 400 ? Direction.ERROR : Direction.RESPONSE,
            answer.errorName(),
            OptionalInt.of(answer.status()),
            answer.output(operation));
    synchronized (conversation) {
      return conversation.validate(message, NOTHING_MORE, Optional.of(request.input()));
    }
  }

  /**
   * Judges an exchange.
   *
   * @param request the request
   * @param answer its answer; empty if none came
   */
  public Call judge(WireRequest request, Optional<WireAnswer> answer) {
    try {
      return read(request)
          .map(
              read -> {
                Report asked = judge(read);
                return call(read, request, answer, asked, answer.map(each -> judge(read, each)));
              })
          .orElseGet(() -> unknown(request, answer));
    } catch (RuntimeException e) {
      // Whoever listens in on a call must not break it.
      return bare(
          request,
          answer,
          Report.failed("", finding(Rules.INPUT_FAULT, e.getClass().getSimpleName())));
    }
  }

  /** Returns the call that an exchange is which was judged message by message. */
  public static Call call(
      ReadRequest read,
      WireRequest request,
      Optional<WireAnswer> answer,
      Report asked,
      Optional<Report> answered) {
    return new Call(
        Optional.of(read.operation()),
        request,
        answer,
        read.input().text(),
        asked,
        answered,
        Optional.empty());
  }

  /** Returns the call of a request that is for no operation. */
  public static Call unknown(WireRequest request, Optional<WireAnswer> answer) {
    Finding finding = finding(Rules.HTTP_UNKNOWN_OPERATION, shown(request));
    return bare(request, answer, Report.of("", List.of(finding)));
  }

  private static Finding finding(Rule rule, String found) {
    return Finding.of(rule, rule.message(Map.of("found", found)));
  }

  private static Call bare(WireRequest request, Optional<WireAnswer> answer, Report report) {
    return new Call(
        Optional.empty(), request, answer, "", report, Optional.empty(), Optional.empty());
  }

  /** Nobody knows what a path holds that is not of this API. */
  private static String shown(WireRequest request) {
    String text = request.toString().replaceAll("[0-9]{8}([0-9]{4})", "********$1");
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
