package io.github.cleanroomscontract.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** A line on a terminal that says how far long work has come. Not thread-safe. */
final class Progress {

  private static final long INTERVAL = 500_000_000L;

  private final PrintWriter err;
  private final boolean watched;
  private final long start = System.nanoTime();
  private long last = start;
  private boolean shown;

  /**
   * Creates a progress line.
   *
   * @param err where it goes
   * @param watched whether somebody sees it; nothing is written otherwise
   */
  Progress(PrintWriter err, boolean watched) {
    this.err = err;
    this.watched = watched;
  }

  void show(long messages) {
    long now = System.nanoTime();
    if (!watched || now - last < INTERVAL) {
      return;
    }
    last = now;
    shown = true;
    double rate = messages / ((now - start) / 1e9);
    err.print(String.format(Locale.ROOT, "\r%,d messages, %,.0f a second ", messages, rate));
    err.flush();
  }

  /** Takes the line away before something else is written. */
  void clear() {
    if (shown) {
      err.print("\r" + " ".repeat(60) + "\r");
      err.flush();
      shown = false;
    }
  }
}
