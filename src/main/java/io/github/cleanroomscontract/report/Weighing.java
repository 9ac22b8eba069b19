package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides which findings count. As thread-safe as the list of known findings is. */
public final class Weighing {

  /** The findings that are known and do not count. */
  @FunctionalInterface
  public interface Known {

    /** None. */
    Known NONE = message -> message.report().findings().stream().map(each -> none()).toList();

    /**
     * Returns for each finding of a message, in their order, why it is known; empty if it is not.
     * Called once a message, in the order of the input.
     */
    List<Optional<String>> reasons(JudgedMessage message);

    private static Optional<String> none() {
      return Optional.empty();
    }
  }

  private final Severity least;
  private final Known known;

  /**
   * Creates a weighing.
   *
   * @param least the least severity that counts
   * @param known what does not count all the same
   */
  public Weighing(Severity least, Known known) {
    this.least = least;
    this.known = known;
  }

  /** Returns a message with its findings weighed. Where it could not be checked, none counts. */
  public Entry weigh(JudgedMessage message) {
    List<Finding> findings = message.report().findings();
    boolean failed = message.report().outcome() == Outcome.FAILED;
    List<Optional<String>> reasons = known.reasons(message);
    List<Weighed> weighed = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      Optional<String> reason = reasons.get(i);
      // Severities are declared from the heaviest on.
      boolean heavy = finding.severity().compareTo(least) <= 0;
      weighed.add(new Weighed(finding, reason, heavy && !failed && reason.isEmpty()));
    }
    return new Entry(message, weighed);
  }
}
