package io.github.cleanroomscontract.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, for commands that go on until it comes: they end as others do, and with an exit code of
 * their own, where the JVM would have its own.
 */
final class Interruption {

  /** How long a command may take to end after it. */
  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(10);

  private static final CountDownLatch CAME = new CountDownLatch(1);

  private Interruption() {}

  /**
   * From now on it lets the thread that calls this end the JVM, which has to {@link #await} it and
   * to {@link #exit} in the end.
   */
  static void expect() {
    Thread waiting = Thread.currentThread();
    Thread hook =
        new Thread(
            () -> {
              CAME.countDown();
              try {
                waiting.join(PATIENCE);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Waits for it. */
  static void await() throws InterruptedException {
    CAME.await();
  }

  /** Ends the JVM. */
  static void exit(int code) {
    if (CAME.getCount() == 0) {
      // The JVM is ending already, and waits for this thread.
      Runtime.getRuntime().halt(code);
    }
    System.exit(code);
  }
}
