package io.github.cleanroomscontract.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, for commands that go on until it comes: they end as others do, and with an exit code of
 * their own, where the JVM would have its own.
 */
final class Interruption {

  /** How long a command may take to end after it; long reports take some time to write. */
  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(60);

  private static final CountDownLatch CAME = new CountDownLatch(1);

  private static Thread expecting;

  private Interruption() {}

  /**
   * From now on it lets the thread that calls this end the JVM, which has to {@link #await} it, or
   * to ask often whether it {@link #came}, and to {@link #exit} in the end.
   */
  static void expect() {
    expect(PATIENCE);
  }

  /**
   * The same for what may take longer to end.
   *
   * @param patience how long it may take to end, in milliseconds
   */
  static void expect(long patience) {
    Thread waiting = Thread.currentThread();
    Thread hook =
        new Thread(
            () -> {
              CAME.countDown();
              try {
                waiting.join(patience);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
    expecting = hook;
  }

  /** From now on it ends the JVM as usual, unless it came. */
  static void over() {
    if (!came()) {
      try {
        Runtime.getRuntime().removeShutdownHook(expecting);
      } catch (IllegalStateException e) {
        // It comes just now.
      }
    }
  }

  /** Waits for it. */
  static void await() throws InterruptedException {
    CAME.await();
  }

  /** Returns whether it came. */
  static boolean came() {
    return CAME.getCount() == 0;
  }

  /** Ends the JVM. */
  static void exit(int code) {
    if (came()) {
      // The JVM is ending already, and waits for this thread.
      Runtime.getRuntime().halt(code);
    }
    System.exit(code);
  }
}
