package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.finding.Severity;
import java.time.Duration;

/** Counts messages by what came of them. Not thread-safe. */
public final class Summary {

  private long valid;
  private long warned;
  private long invalid;
  private long drift;
  private long skipped;
  private long failed;
  private Duration elapsed = Duration.ZERO;

  /** Counts a message. */
  public void add(JudgedMessage message) {
    switch (message.report().outcome()) {
      case VALID -> {
        valid++;
        boolean warning =
            message.report().findings().stream()
                .anyMatch(finding -> finding.severity() == Severity.WARNING);
        if (warning) {
          warned++;
        }
      }
      case INVALID -> {
        if (message.report().onlyDrift()) {
          drift++;
        } else {
          invalid++;
        }
      }
      case SKIPPED -> skipped++;
      case FAILED -> failed++;
    }
  }

  /** Sets how long it took. */
  public void elapsed(Duration duration) {
    this.elapsed = duration;
  }

  /** Returns how long it took. */
  public Duration elapsed() {
    return elapsed;
  }

  /** Returns how many messages there were. */
  public long total() {
    return valid + invalid + drift + skipped + failed;
  }

  /** Returns how many are in the contract. */
  public long valid() {
    return valid;
  }

  /** Returns how many of those that are in the contract have warnings. */
  public long warned() {
    return warned;
  }

  /** Returns how many break the contract. */
  public long invalid() {
    return invalid;
  }

  /** Returns how many differ from the contract only where the service may have moved on. */
  public long drift() {
    return drift;
  }

  /** Returns how many were left out on purpose. */
  public long skipped() {
    return skipped;
  }

  /** Returns how many could not be checked. */
  public long failed() {
    return failed;
  }
}
