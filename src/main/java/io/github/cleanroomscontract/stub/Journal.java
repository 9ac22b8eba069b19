package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.exchange.Call;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The calls so far. Thread-safe; to keep one takes the same time however many there are. */
final class Journal {

  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

  void add(Call call) {
    calls.add(call);
  }

  List<Call> all() {
    return List.copyOf(calls);
  }

  /** Returns the calls of an operation. */
  List<Call> of(String operation) {
    return calls.stream()
        .filter(call -> call.operationName().filter(operation::equals).isPresent())
        .toList();
  }
}
