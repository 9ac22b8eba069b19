package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.generation.GeneratedCase.Expected;
import io.github.cleanroomscontract.internal.sample.Place;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A request, a response or an error of an operation, and how its cases are put together.
 *
 * @param operation the operation
 * @param direction the direction
 * @param shape what the payload has to be
 * @param error the name of the error, if it is told
 * @param status the HTTP status, if it is told
 */
record Message(
    Operation operation,
    Direction direction,
    Shape shape,
    Optional<String> error,
    OptionalInt status) {

  /** Creates a request or a response of which nothing else is told. */
  Message(Operation operation, Direction direction) {
    this(
        operation,
        direction,
        direction == Direction.REQUEST ? operation.request() : operation.response(),
        Optional.empty(),
        OptionalInt.empty());
  }

  /** Returns an error with its name and its status. */
  static Message of(Operation operation, ErrorShape error) {
    return new Message(
        operation,
        Direction.ERROR,
        error.shape(),
        Optional.of(error.name()),
        OptionalInt.of(error.status()));
  }

  /** Returns the messages of a direction: several only of errors. */
  static Stream<Message> all(Operation operation, Direction direction) {
    return direction == Direction.ERROR
        ? operation.errors().stream().map(error -> of(operation, error))
        : Stream.of(new Message(operation, direction));
  }

  /** Returns the same with a status. */
  Message with(OptionalInt other) {
    return new Message(operation, direction, shape, error, other);
  }

  /** Returns the same by another name, or by none. */
  Message with(Optional<String> otherError) {
    return new Message(operation, direction, shape, otherError, status);
  }

  /** Returns a case that breaks no rule. */
  GeneratedCase valid(String name, String change, Object payload) {
    return made(name, Optional.empty(), change, Trees.json(payload), Unavoidable.in(this, payload));
  }

  /** Returns a case of something wrong at a place. */
  GeneratedCase invalid(
      String name,
      String rule,
      Place place,
      String change,
      Object payload,
      List<Expected> besides) {
    Expected expected = new Expected(rule, place.pointer());
    List<Expected> all = Unavoidable.beside(expected, this, payload, besides);
    return made(name, Optional.of(expected), change, Trees.json(payload), all);
  }

  /** Returns a case of a text that has no tree. */
  GeneratedCase unread(String name, Expected expected, String change, String text) {
    return made(name, Optional.of(expected), change, text, List.of());
  }

  /**
   * Returns a case of a text that is at fault itself, or in what comes with it.
   *
   * @param payload what is read of the text
   */
  GeneratedCase read(String name, Expected expected, String change, String text, Object payload) {
    List<Expected> besides = Unavoidable.beside(expected, this, payload, List.of());
    return made(name, Optional.of(expected), change, text, besides);
  }

  private GeneratedCase made(
      String name,
      Optional<Expected> expected,
      String change,
      String payload,
      List<Expected> besides) {
    return new GeneratedCase(
        operation.name(),
        direction,
        error,
        status,
        error.map(each -> each + ": ").orElse("") + name,
        expected.map(Expected::rule),
        expected.map(Expected::pointer),
        change,
        payload,
        besides,
        Circumstances.NONE,
        Optional.empty());
  }
}
