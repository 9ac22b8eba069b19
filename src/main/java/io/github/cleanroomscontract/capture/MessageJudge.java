package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Conversation;
import io.github.cleanroomscontract.validation.Examination;
import io.github.cleanroomscontract.validation.Message;
import io.github.cleanroomscontract.validation.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges the messages of one capture: each by itself, and all in their order. Thread-safe but for
 * what has to be done in order.
 */
final class MessageJudge {

  private final ContractValidator validator;
  private final Conversation conversation;

  MessageJudge(ContractValidator validator, Conversation conversation) {
    this.validator = validator;
    this.conversation = conversation;
  }

  /**
   * Looks at a message by itself; may be called by several threads at once.
   *
   * @param source the name of what holds it
   */
  Begun begin(String source, Captured message) {
    if (message.settled().isPresent()) {
      return Begun.settled(source, message, message.settled().get());
    }
    Payload payload = message.payload().orElseThrow();
    Optional<Message> known = known(message, payload);
    if (known.isPresent()) {
      return Begun.examined(this, source, message, conversation.examine(known.get()));
    }
    Report text = validator.checkText(payload);
    Report report =
        text.findings().isEmpty() ? Report.failed("", unidentified(message, payload)) : text;
    return Begun.settled(source, message, report);
  }

  /** Judges a message with what those before it told. */
  void conclude(Captured message, Examination examination) {
    conversation.conclude(examination, message.known(), message.request());
  }

  /** Returns what was found out about a message. */
  static Report report(Captured message, Examination examination) {
    Report report = examination.completeReport();
    if (report.outcome() == Outcome.FAILED) {
      Finding finding = report.findings().get(0);
      // Where there is no such operation, the line is all that tells which message it is.
      return finding.place().isPresent()
          ? report
          : Report.failed(report.subject(), finding.withPlace(Optional.of(place(message))));
    }
    return whole(message, report);
  }

  /** Returns the report with what else is known of a message. */
  private static Report whole(Captured message, Report report) {
    if (message.besides().isEmpty() && !message.partial()) {
      return report;
    }
    List<Finding> findings = new ArrayList<>(report.findings());
    findings.removeIf(each -> message.partial() && each.rule().equals(Rules.REQUIRED));
    return Report.of(
        report.subject(),
        Stream.concat(message.besides().stream(), findings.stream()).toList(),
        report.unchecked());
  }

  /** Returns what is to be judged, if it is known what it is. */
  private static Optional<Message> known(Captured message, Payload payload) {
    Identity identity = message.identity();
    Optional<Direction> direction = identity.direction();
    return identity
        .operation()
        .filter(operation -> direction.isPresent())
        .map(
            operation ->
                new Message(
                    operation, direction.get(), identity.error(), message.status(), payload));
  }

  private static Finding unidentified(Captured message, Payload payload) {
    String missing =
        message.identity().operation().isPresent()
            ? "the direction"
            : message.identity().direction().isPresent()
                ? "the operation"
                : "operation and direction";
    String text = Rules.INPUT_UNIDENTIFIED.message(Map.of("expected", missing));
    String hint =
        payload.isWhole()
            ? "say --operation NAME and --request or --response, or name the file so:"
                + " GetMembership.response.json"
            : "give the envelope \"operation\" and \"direction\"";
    return Finding.of(Rules.INPUT_UNIDENTIFIED, text)
        .withPlace(Optional.of(place(message)))
        .withHint(hint);
  }

  private static Place place(Captured message) {
    return new Place(message.line(), 1, Optional.empty());
  }
}
