package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Operation;
import java.util.List;
import java.util.Map;

/**
 * What is asked for.
 *
 * @param operation the operation
 * @param input its input, which is valid
 */
record Ask(Operation operation, Map<String, Object> input) {

  /** Returns a member that is a text; empty if it is not there. */
  String text(String member) {
    return input.get(member) instanceof String text ? text : "";
  }

  /** Returns a member that is a list; empty if it is not there. */
  List<?> list(String member) {
    return input.get(member) instanceof List<?> list ? list : List.of();
  }

  boolean has(String member) {
    return input.containsKey(member);
  }

  /** Returns whether the operation has an error among those that it declares. */
  boolean declares(String error) {
    return operation.errors().stream().anyMatch(each -> each.name().equals(error));
  }
}
