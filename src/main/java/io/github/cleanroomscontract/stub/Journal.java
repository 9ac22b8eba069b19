package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.exchange.Call;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The newest calls. Thread-safe; to keep one takes the same time however many there are. */
final class Journal {

  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final int most;

  /** Creates a journal that keeps so many. */
  Journal(int most) {
    this.most = most;
  }

  void add(Call call) {
    calls.add(call);
    if (count.incrementAndGet() > most) {
      calls.poll();
      count.decrementAndGet();
    }
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
