package io.github.cleanroomscontract.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line on a terminal that says how far long work has come. Not thread-safe. */
final class Progress {

  private static final long INTERVAL = 500_000_000L;

  private final PrintWriter err;
  private final boolean watched;
  private final String unit;
  private final LongSupplier clock;
  private final long start;
  private long last;
  private int shown;

  /**
   * Creates a progress line.
   *
   * @param err where it goes
   * @param watched whether somebody sees it; nothing is written otherwise
   * @param unit what is counted, such as {@code messages}
   */
  Progress(PrintWriter err, boolean watched, String unit) {
    this(err, watched, unit, System::nanoTime);
  }

  Progress(PrintWriter err, boolean watched, String unit, LongSupplier clock) {
    this.err = err;
    this.watched = watched;
    this.unit = unit;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.last = start;
  }

  /**
   * Shows how far it has come, if that was not shown just now.
   *
   * @param count how many are done
   * @param done how much of the whole that is, such as bytes
   * @param total how much the whole is; 0 if nobody knows
   */
  void show(long count, LongSupplier done, long total) {
    if (!watched) {
      return;
    }
    long now = clock.getAsLong();
    if (now - last < INTERVAL) {
      return;
    }
    last = now;
    double seconds = (now - start) / 1e9;
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%,d %s, %,.0f a second", count, unit, count / seconds));
    if (total > 0) {
      double part = Math.min(1.0, (double) done.getAsLong() / total);
      line.append(String.format(Locale.ROOT, ", %.0f %%", Math.floor(part * 100)));
      if (part > 0) {
        line.append(", ").append(time(seconds / part - seconds)).append(" left");
      }
    }
    // What was longer before must not stay behind it.
    err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    err.flush();
    shown = line.length();
  }

  private static String time(double seconds) {
    Duration left = Duration.ofSeconds((long) Math.ceil(seconds));
    String minutes =
        String.format(Locale.ROOT, "%d:%02d", left.toMinutesPart(), left.toSecondsPart());
    return left.toHours() == 0
        ? minutes
        : String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            left.toHours(),
            left.toMinutesPart(),
            left.toSecondsPart());
  }

  /** Takes the line away before something else is written. */
  void clear() {
    if (shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
      shown = 0;
    }
  }
}
