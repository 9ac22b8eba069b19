package io.github.cleanroomscontract.assertion;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.internal.pojo.Payloads;
import io.github.cleanroomscontract.internal.pojo.SdkObjects;
import io.github.cleanroomscontract.validation.Message;
import io.github.cleanroomscontract.validation.Payload;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The message that something is asserted of. Immutable.
 *
 * @param message the message
 * @param source what it is called in failures
 */
record Subject(Message message, String source) {

  static Subject of(String operation, Direction direction, Object payload) {
    requireKnown(operation);
    boolean sdk = SdkObjects.isObject(payload);
    if (sdk) {
      requireFitting(operation, direction, payload);
    }
    boolean error = SdkObjects.isError(payload);
    Payload read = Payloads.of(payload);
    return new Subject(
        new Message(
            operation,
            direction,
            error ? SdkObjects.errorName(payload) : Optional.empty(),
            error ? SdkObjects.status(payload) : OptionalInt.empty(),
            read),
        payload instanceof Path file
            ? file.toString()
            : sdk ? SdkObjects.typeName(payload) : "payload");
  }

  static Subject of(Object object, Direction direction) {
    String operation =
        SdkObjects.operation(object, direction)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "only a "
                            + direction.label()
                            + " of the AWS SDK for Clean Rooms tells its operation; found "
                            + kind(object)
                            + ". Give the operation's name, too"));
    return of(operation, direction, object);
  }

  private static void requireKnown(String operation) {
    if (Catalogue.current().operation(operation).isEmpty()) {
      List<String> names = Catalogue.current().operations().stream().map(Operation::name).toList();
      throw new IllegalArgumentException(
          "there is no operation \"" + operation + "\"" + Wording.meant(operation, names));
    }
  }

  /** One for another operation would be full of puzzling findings. */
  private static void requireFitting(String operation, Direction direction, Object object) {
    boolean fits =
        direction == Direction.ERROR
            ? SdkObjects.isError(object)
            : SdkObjects.operation(object, direction).filter(operation::equals).isPresent();
    if (!fits) {
      throw new IllegalArgumentException(
          SdkObjects.typeName(object) + " is no " + direction.label() + " of " + operation);
    }
  }

  static String kind(Object thing) {
    if (thing == null) {
      return "null";
    }
    return SdkObjects.isObject(thing) ? SdkObjects.typeName(thing) : thing.getClass().getName();
  }

  Subject named(String error) {
    return new Subject(
        new Message(
            message.operation(),
            message.direction(),
            Optional.of(error),
            message.status(),
            message.payload()),
        source);
  }

  Subject withStatus(int status) {
    if (message.direction() == Direction.REQUEST) {
      throw new IllegalStateException("a request has no status");
    }
    if (status < 100 || status > 599) {
      throw new IllegalArgumentException("a status is from 100 to 599, not " + status);
    }
    return new Subject(
        new Message(
            message.operation(),
            message.direction(),
            message.error(),
            OptionalInt.of(status),
            message.payload()),
        source);
  }

  /** Returns operation and direction, such as {@code GetMembership response}. */
  String label() {
    return message.operation() + " " + message.direction().label();
  }
}
