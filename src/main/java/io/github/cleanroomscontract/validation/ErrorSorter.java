package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Tells which error a body is. On the wire the name travels in a header, or in the body as {@code
 * __type} or {@code code}; captures often have neither, so status and members have to do.
 */
final class ErrorSorter {

  /** What a body may hold besides the members of its error. */
  private static final Set<String> ENVELOPE = Set.of("__type", "code", "Message");

  private final ContractValidator validator;
  private final Catalogue catalogue;

  ErrorSorter(ContractValidator validator, Catalogue catalogue) {
    this.validator = validator;
    this.catalogue = catalogue;
  }

  /** Returns whether the answer of a call is an error, going by what is known of it. */
  static boolean looksLikeError(Message message, Operation operation, JsonNode body) {
    if (message.error().isPresent()) {
      return true;
    }
    if (message.status().isPresent()) {
      return message.status().getAsInt() >= 400;
    }
    boolean named = body.has("__type") || body.has("message") || body.has("Message");
    return named
        && operation.response().members().stream().noneMatch(member -> body.has(member.name()));
  }

  /** Returns the name that a message or its body gives the error, without its namespace. */
  static Optional<String> name(Message message, JsonNode body) {
    return message
        .error()
        .or(() -> Optional.ofNullable(body.path("__type").asStringOpt().orElse(null)))
        .or(() -> Optional.ofNullable(body.path("code").asStringOpt().orElse(null)))
        .map(name -> name.substring(name.lastIndexOf('#') + 1).replaceFirst(":.*", ""));
  }

  /** Returns the error that a nameless body is, by its status or else by its members. */
  Optional<ErrorShape> guess(Message message, Operation operation, JsonNode body) {
    if (message.status().isPresent()) {
      int status = message.status().getAsInt();
      return first(catalogue.errors(), error -> error.status() == status);
    }
    List<ErrorShape> declared = operation.errors();
    return first(declared, error -> knowsAll(error, body) && conforms(error, body))
        .or(() -> first(declared, error -> knowsAll(error, body) && !body.isEmpty()))
        .or(() -> first(catalogue.errors(), error -> knowsAll(error, body)))
        .or(() -> first(declared, error -> conforms(error, body)));
  }

  private static Optional<ErrorShape> first(
      List<ErrorShape> errors, Predicate<ErrorShape> condition) {
    return errors.stream().filter(condition).findFirst();
  }

  private boolean conforms(ErrorShape error, JsonNode body) {
    String schema = catalogue.schemaUri(error);
    List<Draft> faults = new ArrayList<>();
    validator.judge(schema, error.shape(), Direction.ERROR, body, faults);
    return faults.isEmpty();
  }

  private static boolean knowsAll(ErrorShape error, JsonNode body) {
    return body.isObject()
        && body.propertyNames().stream()
            .allMatch(name -> ENVELOPE.contains(name) || error.shape().member(name).isPresent());
  }
}
