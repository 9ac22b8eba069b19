package io.github.cleanroomscontract.awssdk;

import java.time.Duration;

/** Lets a number of calls pass a second, evenly, in the order in which they come. Thread-safe. */
final class Pace {

  private final long interval;
  private final Ticker ticker;
  private long next;

  Pace(double callsPerSecond, Ticker ticker) {
    this.interval = Math.round(1e9 / callsPerSecond);
    this.ticker = ticker;
    this.next = ticker.nanos();
  }

  /** Waits for the caller's turn. */
  void await() throws InterruptedException {
    long wait;
    synchronized (this) {
      long now = ticker.nanos();
      // Differences alone mean something, and what was not used is lost.
      wait = Math.max(0, next - now);
      next = now + wait + interval;
    }
    if (wait > 0) {
      ticker.sleep(Duration.ofNanos(wait));
    }
  }
}
