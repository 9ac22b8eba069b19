package io.github.cleanroomscontract.awssdk;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only where somebody waits, and then at once. Thread-safe. */
final class FastTicker implements Ticker {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final List<Duration> waits = new CopyOnWriteArrayList<>();

  @Override
  public long nanos() {
    return now.get();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    pass(duration);
    if (!duration.isZero()) {
      waits.add(duration);
    }
  }

  void pass(Duration duration) {
    now.addAndGet(duration.toNanos());
  }

  /** Returns for how long somebody waited each time. */
  List<Duration> waits() {
    return waits;
  }
}
