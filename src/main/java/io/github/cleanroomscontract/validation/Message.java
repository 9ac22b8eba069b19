package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Direction;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A payload together with what is known of it.
 *
 * @param operation the operation's name
 * @param direction which way it went; the answer of a call that failed may pass as a response,
 *     since captures often do not tell the two apart
 * @param error the name of the error, if it is one and its name is known
 * @param status the HTTP status, if it is an answer and its status is known
 * @param payload the payload
 */
public record Message(
    String operation,
    Direction direction,
    Optional<String> error,
    OptionalInt status,
    Payload payload) {

  /** Returns a message of which nothing but operation and direction is known. */
  public static Message of(String operation, Direction direction, Payload payload) {
    return new Message(operation, direction, Optional.empty(), OptionalInt.empty(), payload);
  }
}
