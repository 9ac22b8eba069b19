package io.github.cleanroomscontract.awssdk;

import java.time.Duration;

/** Time that passes. */
interface Ticker {

  /** The machine's own. */
  Ticker SYSTEM =
      new Ticker() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
          Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
        }
      };

  /** Returns a time in nanoseconds, of use for differences. */
  long nanos();

  /** Waits. */
  void sleep(Duration duration) throws InterruptedException;
}
