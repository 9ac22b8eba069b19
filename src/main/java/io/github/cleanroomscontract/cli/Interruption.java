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

  private static volatile boolean came;

  private Interruption() {}

  /** Waits for it. The thread that waits has to {@link #exit} in the end. */
  static void await() throws InterruptedException {
    Thread waiting = Thread.currentThread();
    CountDownLatch latch = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              came = true;
              latch.countDown();
              try {
                waiting.join(PATIENCE);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
    latch.await();
  }

  /** Ends the JVM. */
  static void exit(int code) {
    if (came) {
      // The JVM is ending already, and waits for this thread.
      Runtime.getRuntime().halt(code);
    }
    System.exit(code);
  }
}
