package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.generation.GeneratedCase.Expected;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.sample.Sampler;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers that come with another status, or another name, than the operation declares. */
final class AnswerFaults {

  private static final String STRANGER = "UnheardOfException";

  /** A status that none of the errors has. */
  private static final OptionalInt TEAPOT = OptionalInt.of(418);

  private AnswerFaults() {}

  /** Returns valid responses of which the status is told; that of errors always is. */
  static Stream<GeneratedCase> valid(Message message, Sampler sampler) {
    if (message.direction() != Direction.RESPONSE) {
      return Stream.empty();
    }
    int status = message.operation().status();
    Object payload = sampler.payload(message.shape(), false);
    return Stream.of(
        message.with(OptionalInt.of(status)).valid("with its status", told(status), payload));
  }

  /** Returns the faulty answers of an operation. */
  static Stream<GeneratedCase> of(Operation operation, Direction direction, Catalogue catalogue) {
    return switch (direction) {
      case REQUEST -> Stream.empty();
      case RESPONSE -> statuses(new Message(operation, direction), catalogue.day());
      case ERROR -> errors(operation, catalogue);
    };
  }

  private static Stream<GeneratedCase> statuses(Message message, LocalDate day) {
    return others(message.operation().status(), 200, 201, 202, 302)
        .mapToObj(
            status -> broken(message.with(OptionalInt.of(status)), Rules.HTTP_STATUS, status, day));
  }

  private static Stream<GeneratedCase> errors(Operation operation, Catalogue catalogue) {
    LocalDate day = catalogue.day();
    List<String> declared = operation.errors().stream().map(ErrorShape::name).toList();
    Stream<GeneratedCase> statuses =
        Message.all(operation, Direction.ERROR)
            .flatMap(
                message ->
                    others(message.status().orElseThrow(), 200, 400, 503)
                        .mapToObj(
                            status ->
                                broken(
                                    message.with(OptionalInt.of(status)),
                                    Rules.ERROR_STATUS,
                                    status,
                                    day)));
    Stream<GeneratedCase> undeclared =
        catalogue.errors().stream()
            .filter(error -> !declared.contains(error.name()))
            .map(
                error ->
                    broken(
                        Message.of(operation, error),
                        Rules.ERROR_UNDECLARED,
                        "not declared by the operation",
                        minimal(error, day)));
    return Stream.of(statuses, undeclared, nameless(operation, catalogue.errors().get(0), day))
        .flatMap(each -> each);
  }

  private static Stream<GeneratedCase> nameless(
      Operation operation, ErrorShape any, LocalDate day) {
    Message stranger =
        Message.of(operation, any).with(Optional.of(STRANGER)).with(OptionalInt.empty());
    Message unnamed = stranger.with(Optional.empty());
    Object payload = minimal(any, day);
    return Stream.of(
        broken(stranger, Rules.ERROR_UNDECLARED, "an error that the API does not have", payload),
        broken(
            unnamed.with(TEAPOT),
            Rules.ERROR_UNIDENTIFIED,
            "an error without a name, and of a status that no error has",
            payload),
        broken(
            unnamed,
            Rules.ERROR_UNIDENTIFIED,
            "an error without a name, and of no form that an error has",
            List.of(Map.of("message", "example"))));
  }

  private static Object minimal(ErrorShape error, LocalDate day) {
    return new Sampler(Direction.ERROR, day).payload(error.shape(), false);
  }

  private static IntStream others(int declared, int... statuses) {
    return IntStream.of(statuses).filter(status -> status != declared).limit(2);
  }

  private static GeneratedCase broken(Message message, Rule rule, int status, LocalDate day) {
    Object payload = new Sampler(message.direction(), day).payload(message.shape(), false);
    return broken(message, rule, told(status), payload);
  }

  private static GeneratedCase broken(Message message, Rule rule, String change, Object payload) {
    Expected expected = new Expected(rule.id(), Pointers.ROOT);
    return message.read(change, expected, change, Trees.json(payload), payload);
  }

  private static String told(int status) {
    return "with the HTTP status " + status;
  }
}
