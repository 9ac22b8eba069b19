package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.ExchangeJudge;
import io.github.cleanroomscontract.exchange.ReadRequest;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Stands in for the service: every request is checked against the contract, and answered as the
 * service would answer. Thread-safe.
 */
public final class ContractStub {

  private final ExchangeJudge judge = new ExchangeJudge(ContractValidator.create());
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<Consumer<Call>> listeners = new CopyOnWriteArrayList<>();

  private ContractStub() {}

  /** Returns a stand-in that knows no resource yet. */
  public static ContractStub create() {
    return new ContractStub();
  }

  /** Answers a request, and keeps the call. */
  public StubReply handle(WireRequest request) {
    Optional<ReadRequest> read = judge.read(request);
    if (read.isEmpty()) {
      WireAnswer answer = WireAnswer.error(404, "UnknownOperationException", "{}");
      keep(ExchangeJudge.unknown(request, Optional.of(answer)));
      return StubReply.of(answer);
    }
    Report asked = judge.judge(read.get());
    WireAnswer answer =
        asked.valid()
            ? answer(read.get().operation())
            : WireAnswer.error(400, "ValidationException", "{\"message\":\"invalid\"}");
    Report answered = judge.judge(read.get(), answer);
    keep(
        ExchangeJudge.call(read.get(), request, Optional.of(answer), asked, Optional.of(answered)));
    return StubReply.of(answer);
  }

  private static WireAnswer answer(Operation operation) {
    return WireAnswer.json(
        operation.status(),
        PayloadCases.of(operation.name(), Direction.RESPONSE)
            .asOf(Catalogue.MODEL_DATE)
            .valid()
            .findFirst()
            .orElseThrow()
            .payload());
  }

  private void keep(Call call) {
    calls.add(call);
    listeners.forEach(listener -> listener.accept(call));
  }

  /** Returns the calls so far, in the order in which they were answered. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Returns the calls of an operation so far, in the order in which they were answered. */
  public List<Call> calls(String operation) {
    return calls.stream()
        .filter(call -> call.operationName().filter(operation::equals).isPresent())
        .toList();
  }

  /** Tells each further call to a listener, before it is answered, on the thread that answers. */
  public void listen(Consumer<Call> listener) {
    listeners.add(listener);
  }
}
