package io.github.cleanroomscontract.baseline;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.internal.text.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Findings that are known and do not count, until the day at which they expire. It remembers which
 * of its entries were of use. Not thread-safe.
 */
public final class Baseline {

  /** How near an entry came to a finding. */
  private enum Nearness {
    NO_MESSAGE,
    NO_FINDING,
    ELSEWHERE,
    OTHER_MEMBER,
    MATCHED
  }

  private static final class Tracked {
    final KnownFinding known;
    final int line;
    Nearness nearness = Nearness.NO_MESSAGE;
    String nearest = "";
    long findings;

    Tracked(BaselineReader.Placed placed) {
      this.known = placed.known();
      this.line = placed.line();
    }

    void saw(Nearness seen, String what) {
      if (seen.compareTo(nearness) > 0) {
        nearness = seen;
        nearest = what;
      }
    }

    /** Returns whether it is of a finding, of a message that it is of. */
    boolean matches(Finding finding) {
      if (!known.rule().equals(finding.rule().id())) {
        return false;
      }
      if (!known.isAt(finding)) {
        saw(Nearness.ELSEWHERE, finding.pointer());
        return false;
      }
      if (!known.isForMember(finding)) {
        saw(Nearness.OTHER_MEMBER, finding.member().orElse(""));
        return false;
      }
      saw(Nearness.MATCHED, "");
      return true;
    }
  }

  private final Path file;
  private final LocalDate today;
  private final List<Tracked> entries;

  /** The entries that are of messages of an operation and a direction. */
  private final Map<List<Object>, List<Tracked>> byMessage = new HashMap<>();

  private Baseline(Path file, LocalDate today, List<Tracked> entries) {
    this.file = file;
    this.today = today;
    this.entries = entries;
  }

  /**
   * Reads a file of known findings.
   *
   * @param today the day that decides which of them have expired
   * @throws IOException if it cannot be read or is not such a file; the message says so, with the
   *     place
   */
  public static Baseline read(Path file, LocalDate today) throws IOException {
    return new Baseline(
        file, today, new BaselineReader(file).read().stream().map(Tracked::new).toList());
  }

  /** Returns the entries, in the order of the file. */
  public List<KnownFinding> entries() {
    return entries.stream().map(entry -> entry.known).toList();
  }

  /**
   * Returns for each finding of a message, in their order, why it is known; empty if it is not, or
   * not any more. What could not be checked is never known.
   */
  public List<Optional<String>> reasons(JudgedMessage message) {
    List<Finding> findings = message.report().findings();
    if (message.report().outcome() == Outcome.FAILED) {
      return findings.stream().map(finding -> Optional.<String>empty()).toList();
    }
    List<Tracked> candidates =
        byMessage.computeIfAbsent(
            List.of(message.operation(), message.direction()), each -> candidates(message));
    return findings.stream().map(finding -> reason(candidates, finding)).toList();
  }

  private List<Tracked> candidates(JudgedMessage message) {
    List<Tracked> candidates = entries.stream().filter(entry -> entry.known.isOf(message)).toList();
    candidates.forEach(entry -> entry.saw(Nearness.NO_FINDING, ""));
    return candidates;
  }

  private Optional<String> reason(List<Tracked> candidates, Finding finding) {
    Optional<String> reason = Optional.empty();
    // All of them, so that each is told of its use.
    for (Tracked entry : candidates) {
      if (entry.matches(finding)) {
        entry.findings++;
        if (today.isBefore(entry.known.expires())) {
          reason = reason.or(() -> Optional.of(entry.known.reason()));
        }
      }
    }
    return reason;
  }

  /** Returns what is to be said of the entries afterwards: which have expired, or match nothing. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    for (Tracked entry : entries) {
      remark(entry)
          .ifPresent(
              text ->
                  remarks.add(
                      file + ":" + entry.line + ": " + Words.escaped(entry.known + " " + text)));
    }
    return remarks;
  }

  private Optional<String> remark(Tracked entry) {
    return switch (entry.nearness) {
      case NO_MESSAGE -> Optional.of("matches nothing: there was no such message");
      case NO_FINDING -> Optional.of("matches nothing: none of those messages broke the rule");
      case ELSEWHERE ->
          Optional.of(
              "matches nothing: the rule was broken at "
                  + (entry.nearest.isEmpty() ? "the top" : entry.nearest));
      case OTHER_MEMBER ->
          Optional.of(
              entry.nearest.isEmpty()
                  ? "matches nothing: the finding there is of no member"
                  : "matches nothing: the finding there is of \"" + entry.nearest + "\"");
      case MATCHED ->
          today.isBefore(entry.known.expires())
              ? Optional.empty()
              : Optional.of(
                  "has expired on "
                      + entry.known.expires()
                      + " and counts again ("
                      + Words.count(entry.findings, "finding")
                      + ")");
    };
  }
}
