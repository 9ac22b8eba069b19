package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.context.AnalyticsEngine;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Locator;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.json.TextPosition;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Conversation;
import io.github.cleanroomscontract.validation.Message;
import io.github.cleanroomscontract.validation.Payload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an envelope says to be known of its message alone: {@code "context": {"callerAccount":
 * "111122223333", "engine": "SPARK", "answers": [{"operation": "GetCollaboration", "request": {…},
 * "response": {…}}]}}, and beside an answer {@code "request": {…}}, the input that it answers.
 *
 * <p>Captures of other tools may have members of these names. They are meant so only as far as they
 * have the members that they need; otherwise they are labels like any others.
 */
final class EnvelopeContext {

  static final String CONTEXT = "context";
  static final String REQUEST = "request";

  private static final String CALLER_ACCOUNT = "callerAccount";
  private static final String ENGINE = "engine";
  private static final String ANSWERS = "answers";
  private static final String OPERATION = "operation";
  private static final String RESPONSE = "response";

  private static final List<String> MEMBERS = List.of(CALLER_ACCOUNT, ENGINE, ANSWERS);
  private static final List<String> OF_ANSWER = List.of(OPERATION, REQUEST, RESPONSE);

  /** Says that something cannot be used, and why. */
  static final class UnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    private UnusableException(Finding finding) {
      super(finding.message());
      this.finding = finding;
    }

    /** Returns what to tell the user. */
    Finding finding() {
      return finding;
    }
  }

  private final JsonDocument document;
  private final int firstLine;
  private final CallContext known = CallContext.create();
  private final Conversation answers = ContractValidator.create().conversation(known);

  private EnvelopeContext(JsonDocument document, int firstLine) {
    this.document = document;
    this.firstLine = firstLine;
  }

  /** Returns whether a value of that name says what is known. */
  static boolean isMeant(JsonNode context) {
    return context.isObject() && MEMBERS.stream().anyMatch(context::has);
  }

  /** Returns whether a value of that name may be the input of an operation. */
  static boolean isRequest(JsonNode request, Optional<String> name) {
    Optional<Operation> operation = name.flatMap(Catalogue.current()::operation);
    return request.isObject()
        && (request.isEmpty()
            || operation.isEmpty()
            || operation.get().request().members().stream()
                .anyMatch(member -> request.has(member.name())));
  }

  /**
   * Reads what an envelope says.
   *
   * @param operation the operation of its message
   * @param firstLine the number of the document's first line in its source
   * @return what is known of the message
   * @throws UnusableException if some of it is wrong or of no use
   */
  static CallContext read(JsonDocument document, int firstLine, Envelope envelope, String operation)
      throws UnusableException {
    EnvelopeContext read = new EnvelopeContext(document, firstLine);
    String context = Pointers.append(Pointers.ROOT, CONTEXT);
    if (envelope.context().isPresent()) {
      read.readAnswers(envelope.context().get(), context);
    }
    if (envelope.request().isPresent()) {
      read.judge(operation, Direction.REQUEST, requestPointer());
    }
    if (envelope.context().isPresent()) {
      read.readCall(envelope.context().get(), context);
    }
    return read.known;
  }

  /** Returns the request that an envelope says to be answered. */
  static Optional<Payload> request(JsonDocument document, Envelope envelope) {
    return envelope.request().map(each -> Payload.within(document, requestPointer(), 1));
  }

  private static String requestPointer() {
    return Pointers.append(Pointers.ROOT, REQUEST);
  }

  private void readAnswers(JsonNode context, String pointer) throws UnusableException {
    refuseOthers(context, pointer, MEMBERS);
    JsonNode list = context.path(ANSWERS);
    if (list.isMissingNode() || list.isNull()) {
      return;
    }
    String place = Pointers.append(pointer, ANSWERS);
    if (!list.isArray()) {
      throw unusable(place, "\"answers\" is a list");
    }
    for (int i = 0; i < list.size(); i++) {
      readAnswer(list.get(i), Pointers.append(place, i));
    }
    if (!list.isEmpty() && known.hasNoAnswers()) {
      throw unusable(
          place, "\"answers\" holds no answer that a rule needs, such as that of GetCollaboration");
    }
  }

  private void readAnswer(JsonNode answer, String pointer) throws UnusableException {
    if (!answer.path(OPERATION).isString() || !answer.has(RESPONSE)) {
      throw unusable(pointer, "an answer has \"operation\" and \"response\"");
    }
    refuseOthers(answer, pointer, OF_ANSWER);
    String operation = answer.path(OPERATION).asString();
    if (answer.hasNonNull(REQUEST)) {
      judge(operation, Direction.REQUEST, Pointers.append(pointer, REQUEST));
    }
    judge(operation, Direction.RESPONSE, Pointers.append(pointer, RESPONSE));
  }

  private void readCall(JsonNode context, String pointer) throws UnusableException {
    if (context.hasNonNull(CALLER_ACCOUNT)) {
      try {
        known.callerAccount(context.get(CALLER_ACCOUNT).asString(""));
      } catch (IllegalArgumentException e) {
        throw unusable(Pointers.append(pointer, CALLER_ACCOUNT), e.getMessage());
      }
    }
    if (context.hasNonNull(ENGINE)) {
      Optional<AnalyticsEngine> engine = AnalyticsEngine.of(context.get(ENGINE).asString(""));
      known.engine(
          engine.orElseThrow(
              () ->
                  unusable(
                      Pointers.append(pointer, ENGINE),
                      "\"engine\" is one of " + Arrays.toString(AnalyticsEngine.values()))));
    }
  }

  private void refuseOthers(JsonNode object, String pointer, List<String> members)
      throws UnusableException {
    for (String name : object.propertyNames()) {
      if (!members.contains(name)) {
        throw unusable(pointer, "nothing counts here but " + String.join(", ", members));
      }
    }
  }

  /** A message that is to be believed has to be valid. */
  private void judge(String operation, Direction direction, String pointer)
      throws UnusableException {
    // By itself, since what is wrong around it is not its fault.
    Payload payload = Payload.of(text(pointer));
    Report report = answers.validate(Message.of(operation, direction, payload));
    if (!report.valid()) {
      Finding first = report.findings().get(0);
      throw unusable(pointer + first.pointer(), first.rule().id() + ", " + first.message());
    }
  }

  private String text(String pointer) {
    Locator.Span span = span(pointer).orElseThrow();
    return document.text().substring(span.start(), span.end());
  }

  private Optional<Locator.Span> span(String pointer) {
    Locator locator = new Locator(document);
    locator.want(pointer);
    return locator.value(pointer);
  }

  private UnusableException unusable(String pointer, String why) {
    int offset = span(pointer).map(Locator.Span::start).orElse(0);
    TextPosition position = document.position(offset);
    String message = Rules.INPUT_CONTEXT.message(Map.of("found", why + " (at " + pointer + ")"));
    return new UnusableException(
        Finding.of(Rules.INPUT_CONTEXT, message)
            .withPlace(
                Optional.of(
                    new Place(
                        position.line() + firstLine - 1, position.column(), Optional.empty())))
            .withHint("mend it or leave it out; a label of your own needs another name"));
  }
}
