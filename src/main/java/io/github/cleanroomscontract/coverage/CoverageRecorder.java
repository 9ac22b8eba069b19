package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import tools.jackson.databind.JsonNode;

/**
 * Takes down what calls exercise of the contract. Only what the contract has counts, whether or not
 * the message was valid otherwise: a member that is present and not null, a variant that is set, an
 * enum value that is used, an error that the operation declares. Nothing of a payload is kept but
 * such names. Thread-safe; a call costs little more than reading its JSON once.
 */
public final class CoverageRecorder {

  /** What was seen of messages of one kind. */
  private static final class Ledger {
    private final MessageParts parts;
    private final AtomicIntegerArray seen;
    private volatile boolean exercised;

    Ledger(MessageParts parts) {
      this.parts = parts;
      this.seen = new AtomicIntegerArray(parts.all().size());
    }

    void record(Optional<JsonNode> payload) {
      exercised = true;
      payload.ifPresent(tree -> parts.exercisedBy(tree, this::mark));
    }

    private void mark(int number) {
      if (seen.getPlain(number) == 0) {
        seen.set(number, 1);
      }
    }
  }

  /** What was seen of an operation. */
  private record Ledgers(
      Ledger request, Ledger response, List<String> declared, Set<String> errors) {

    static Ledgers of(Contract.OperationParts parts) {
      return new Ledgers(
          new Ledger(parts.request()),
          new Ledger(parts.response()),
          parts.errors(),
          ConcurrentHashMap.newKeySet());
    }
  }

  private final Contract contract;
  private final Map<String, Ledgers> operations = new ConcurrentHashMap<>();

  CoverageRecorder(Contract contract) {
    this.contract = contract;
  }

  /** Returns a recorder by the newest contract. */
  public static CoverageRecorder create() {
    return asOf(Catalogue.MODEL_DATE);
  }

  /**
   * Returns a recorder by the contract of a day.
   *
   * @throws IllegalArgumentException if the API did not exist yet
   */
  public static CoverageRecorder asOf(LocalDate day) {
    return new CoverageRecorder(Contract.of(day));
  }

  /** Records a call; one for no operation of the contract is none of it. */
  public void record(Call call) {
    Optional<String> known = call.operation().map(Operation::name).filter(contract::has);
    if (known.isEmpty()) {
      return;
    }
    String operation = known.get();
    recordRequest(operation, call.input());
    if (call.answer().isPresent()) {
      WireAnswer answer = call.answer().get();
      Optional<JsonNode> body = JsonDocument.parse(answer.body()).root();
      if (answer.status() < 400) {
        ledgers(operation).response().record(body);
      } else {
        answer.errorName().or(() -> nameIn(body)).ifPresent(name -> recordError(operation, name));
      }
    }
  }

  /** Some send the name in the body, where clients look for it too. */
  private static Optional<String> nameIn(Optional<JsonNode> body) {
    return body.flatMap(
            tree -> tree.path("__type").asStringOpt().or(() -> tree.path("code").asStringOpt()))
        .map(name -> name.substring(name.lastIndexOf('#') + 1));
  }

  /**
   * Records a request.
   *
   * @param operation the operation's name
   * @param input its input as JSON, path and query members included; of what is not JSON nothing
   *     counts but that the operation was called
   * @throws IllegalArgumentException if the contract has no such operation
   */
  public void recordRequest(String operation, String input) {
    ledgers(operation).request().record(JsonDocument.parse(input).root());
  }

  /**
   * Records an answer that is no error.
   *
   * @param operation the operation's name
   * @param output its output as JSON; of what is not JSON nothing counts but that there was an
   *     answer
   * @throws IllegalArgumentException if the contract has no such operation
   */
  public void recordResponse(String operation, String output) {
    ledgers(operation).response().record(JsonDocument.parse(output).root());
  }

  /**
   * Records an error; one that the operation does not declare does not count.
   *
   * @param operation the operation's name
   * @param error the error's name, such as {@code ThrottlingException}
   * @throws IllegalArgumentException if the contract has no such operation
   */
  public void recordError(String operation, String error) {
    Ledgers ledgers = ledgers(operation);
    if (ledgers.declared().contains(error)) {
      ledgers.errors().add(error);
    }
  }

  private Ledgers ledgers(String operation) {
    Ledgers known = operations.get(operation);
    return known != null
        ? known
        : operations.computeIfAbsent(operation, name -> Ledgers.of(contract.operation(name)));
  }

  /** Returns what was recorded so far, by the operations that it was recorded of. */
  public CoverageReport report() {
    return CoverageReport.of(contract, seen(), OperationNames.NONE);
  }

  /** Returns what was recorded so far. */
  Seen seen() {
    Seen seen = new Seen();
    operations.forEach(
        (name, ledgers) -> {
          add(seen, name, Direction.REQUEST, ledgers.request());
          add(seen, name, Direction.RESPONSE, ledgers.response());
          if (!ledgers.errors().isEmpty()) {
            seen.names(name, Direction.ERROR).addAll(ledgers.errors());
          }
        });
    return seen;
  }

  private static void add(Seen seen, String operation, Direction direction, Ledger ledger) {
    if (ledger.exercised) {
      Set<String> names = seen.names(operation, direction);
      List<Part> parts = ledger.parts.all();
      for (int number = 0; number < parts.size(); number++) {
        if (ledger.seen.get(number) != 0) {
          names.add(parts.get(number).name());
        }
      }
    }
  }
}
