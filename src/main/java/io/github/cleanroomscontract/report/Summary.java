package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.finding.Severity;
import java.time.Duration;

/** Counts messages by what came of them. Not thread-safe. */
public final class Summary {

  private long valid;
  private long warned;
  private long invalid;
  private long drift;
  private long known;
  private long knownFindings;
  private long counting;
  private long skipped;
  private long failed;
  private Duration elapsed = Duration.ZERO;

  /** Counts a message and its findings. */
  public void add(Entry entry) {
    switch (entry.group()) {
      case VALID -> valid++;
      case KNOWN -> known++;
      case INVALID -> invalid++;
      case DRIFT -> drift++;
      case SKIPPED -> skipped++;
      case FAILED -> failed++;
    }
    if (entry.group() == Entry.Group.VALID && entry.findings().stream().anyMatch(Summary::warns)) {
      warned++;
    }
    knownFindings += entry.findings().stream().filter(each -> each.known().isPresent()).count();
    if (entry.findings().stream().anyMatch(Weighed::counts)) {
      counting++;
    }
  }

  private static boolean warns(Weighed each) {
    return each.finding().severity() == Severity.WARNING && each.known().isEmpty();
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
    return valid + known + invalid + drift + skipped + failed;
  }

  /** Returns how many are in the contract. */
  public long valid() {
    return valid;
  }

  /** Returns how many of those that are in the contract have warnings. */
  public long warned() {
    return warned;
  }

  /** Returns how many break the contract, apart from what is known. */
  public long invalid() {
    return invalid;
  }

  /** Returns how many differ from the contract only where the service may have moved on. */
  public long drift() {
    return drift;
  }

  /** Returns how many would break the contract or differ from it, if all of it were not known. */
  public long known() {
    return known;
  }

  /** Returns how many findings are known, whatever else their messages have. */
  public long knownFindings() {
    return knownFindings;
  }

  /** Returns how many have findings that a run fails for. */
  public long counting() {
    return counting;
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
