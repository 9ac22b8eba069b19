package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.internal.text.Nearest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What can be exercised of the contract of a day, read when asked for. Thread-safe. */
final class Contract {

  private static final Map<LocalDate, Contract> BY_DAY = new ConcurrentHashMap<>();

  /** What can be exercised of an operation. */
  record OperationParts(
      String name, MessageParts request, MessageParts response, List<String> errors) {}

  private final Catalogue catalogue;
  private final Map<String, OperationParts> operations = new ConcurrentHashMap<>();

  private Contract(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Returns the contract of a day.
   *
   * @throws IllegalArgumentException if the API did not exist yet
   */
  static Contract of(LocalDate day) {
    Catalogue catalogue = Catalogue.asOf(day);
    return BY_DAY.computeIfAbsent(catalogue.day(), each -> new Contract(catalogue));
  }

  LocalDate day() {
    return catalogue.day();
  }

  boolean has(String operation) {
    return catalogue.operation(operation).isPresent();
  }

  /** Returns the names of all operations. */
  List<String> names() {
    return catalogue.operations().stream().map(Operation::name).toList();
  }

  /**
   * Returns what can be exercised of an operation.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  OperationParts operation(String name) {
    OperationParts known = operations.get(name);
    return known != null ? known : operations.computeIfAbsent(name, this::read);
  }

  private OperationParts read(String name) {
    Operation operation = catalogue.operation(name).orElseThrow(() -> unknown(name));
    return new OperationParts(
        name,
        new MessageParts(operation.request(), day()),
        new MessageParts(operation.response(), day()),
        operation.errors().stream().map(ErrorShape::name).toList());
  }

  /** Returns what to say of a name or pattern that fits no operation. */
  IllegalArgumentException unknown(String name) {
    String hint = Nearest.to(name, names()).map(near -> "; did you mean " + near + "?").orElse("");
    return new IllegalArgumentException("there is no operation \"" + name + "\"" + hint);
  }
}
