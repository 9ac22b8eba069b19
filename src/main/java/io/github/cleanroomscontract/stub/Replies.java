package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.internal.sample.Trees;
import io.github.cleanroomscontract.internal.text.Nearest;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Message;
import io.github.cleanroomscontract.validation.Payload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes answers of scripted replies, and refuses those that break the contract. Thread-safe. */
final class Replies {

  private static final String STATUS = "status";
  private static final int OTHER_ERROR = 400;

  private final Settings settings;
  private final Answers answers;
  private final ContractValidator strict;

  Replies(Settings settings, Answers answers, ContractValidator strict) {
    this.settings = settings;
    this.answers = answers;
    this.strict = strict;
  }

  /**
   * Makes sure that a reply does not break the contract.
   *
   * @throws IllegalArgumentException if it does, and was not said to do so
   */
  void check(Operation operation, Reply reply) {
    if (reply.source() == Reply.Source.DROPPED) {
      return;
    }
    WireAnswer answer = answer(reply, operation, () -> sample(operation));
    if (reply.mayBeBroken()) {
      return;
    }
    Message message =
        new Message(
            operation.name(),
            answer.status() >= 400 ? Direction.ERROR : Direction.RESPONSE,
            answer.errorName(),
            OptionalInt.of(answer.status()),
            answer.body().length == 0 ? Payload.of("{}") : Payload.of(answer.body()));
    List<Finding> findings =
        strict.validate(message).findings().stream()
            .filter(finding -> finding.severity().breaksContract())
            .toList();
    if (!findings.isEmpty()) {
      throw new IllegalArgumentException(
          "this reply to "
              + operation.name()
              + " breaks the contract:\n"
              + findings.stream().map(each -> "  " + each).collect(Collectors.joining("\n"))
              + "\nif it is meant to, say so with .evenIfBroken()");
    }
  }

  /** Returns an answer as it may be generated. */
  private Map<String, Object> sample(Operation operation) {
    return answers.view(new LinkedHashMap<>(), operation.response());
  }

  /**
   * Returns the answer that a reply is.
   *
   * @param generated what is replied without a script
   */
  WireAnswer answer(Reply reply, Operation operation, Supplier<Map<String, Object>> generated) {
    return switch (reply.source()) {
      case RAW -> reply.rawAnswer().orElseThrow();
      case ERROR -> error(reply);
      case BODY -> success(operation, body(reply));
      case GENERATED -> success(operation, Trees.json(generated(reply, operation, generated)));
      case DROPPED -> throw new IllegalStateException("there is no answer");
    };
  }

  private static String body(Reply reply) {
    // What is no JSON can be meant.
    return reply.changesNothing()
        ? reply.text()
        : Trees.json(reply.changed(Trees.read(reply.text())));
  }

  /** Returns an answer that is no error. */
  private static WireAnswer success(Operation operation, String body) {
    return operation.status() == 204 && body.equals("{}")
        ? WireAnswer.of(204, Headers.NONE, new byte[0])
        : WireAnswer.json(operation.status(), body);
  }

  private Object generated(
      Reply reply, Operation operation, Supplier<Map<String, Object>> generated) {
    Map<String, Object> output = new LinkedHashMap<>(generated.get());
    reply
        .wantedStatus()
        .ifPresent(
            status -> {
              Member subject = withStatus(operation);
              output.put(
                  subject.name(),
                  inStatus(subject.shape(), Trees.copy(output.get(subject.name())), status));
            });
    return reply.changed(output);
  }

  private static Member withStatus(Operation operation) {
    return Answers.subject(operation.response())
        .filter(subject -> statusOf(subject.shape()).isPresent())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "what " + operation.name() + " answers has no status; use with(…) instead"));
  }

  private static Optional<String> statusOf(Shape shape) {
    return List.of(STATUS, "memberStatus").stream()
        .filter(name -> shape.member(name).isPresent())
        .findFirst();
  }

  private Map<String, Object> inStatus(Shape shape, Map<String, Object> subject, String status) {
    subject.put(statusOf(shape).orElseThrow(), status);
    subject.keySet().removeAll(List.of("result", "error", "statistics"));
    if (status.equals("SUCCESS")) {
      answers.learn(subject, shape, "/result", "/statistics/totalDurationInMillis");
    } else if (List.of("FAILED", "TIMED_OUT").contains(status)) {
      answers.learn(subject, shape, "/error");
    } else {
      answers.learn(subject, shape);
    }
    return Answers.members(shape, subject);
  }

  private WireAnswer error(Reply reply) {
    Optional<ErrorShape> known = settings.catalogue().error(reply.text());
    if (known.isEmpty() && !reply.mayBeBroken()) {
      List<String> names = settings.catalogue().errors().stream().map(ErrorShape::name).toList();
      throw new IllegalArgumentException(
          "there is no error \""
              + reply.text()
              + "\""
              + Nearest.to(reply.text(), names)
                  .map(name -> "; did you mean \"" + name + "\"?")
                  .orElse("; there are " + String.join(", ", names)));
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("message", "scripted");
    known.ifPresent(error -> answers.learn(members, error.shape()));
    Object body = reply.changed(members);
    int status = known.map(ErrorShape::status).orElse(OTHER_ERROR);
    return WireAnswer.error(status, reply.text(), Trees.json(body));
  }
}
