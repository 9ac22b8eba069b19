package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.replay.ReplayResult;
import io.github.cleanroomscontract.replay.Verdict;
import io.github.cleanroomscontract.report.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What is kept of a run: verdicts and findings by operation, without what travelled. Immutable.
 *
 * @param started when it began
 * @param took how long it took
 * @param endpoint where calls went
 * @param contract the day of the contract that was judged by
 * @param stopped why it ended before all was asked; empty if all was asked
 * @param left what it created and could not remove
 * @param operations the operations, by name
 */
public record RunRecord(
    Instant started,
    Duration took,
    String endpoint,
    String contract,
    Optional<String> stopped,
    List<String> left,
    List<OperationRecord> operations) {

  /** Keeps unmodifiable copies of the lists. */
  public RunRecord {
    left = List.copyOf(left);
    operations = List.copyOf(operations);
  }

  /**
   * Returns what is kept of a run.
   *
   * @param entries the messages of its calls, weighed, in their order
   * @throws IllegalArgumentException if there are not as many as calls
   */
  public static RunRecord of(ReplayResult result, List<Entry> entries) {
    if (entries.size() != result.calls().size()) {
      throw new IllegalArgumentException(
          entries.size() + " entries for " + result.calls().size() + " calls");
    }
    Collector collector = new Collector();
    for (int i = 0; i < entries.size(); i++) {
      collector.add(result.calls().get(i), entries.get(i));
    }
    return new RunRecord(
        result.started(),
        result.took(),
        result.endpoint(),
        result.contract(),
        result.stopped(),
        result.left(),
        collector.operations());
  }

  /** Returns the day on which it began, in UTC. */
  public LocalDate day() {
    return LocalDate.ofInstant(started, ZoneOffset.UTC);
  }

  /** Returns how many calls were made. */
  public int calls() {
    return operations.stream().mapToInt(OperationRecord::calls).sum();
  }

  /** Returns how many operations have a verdict. */
  public long count(Verdict verdict) {
    return operations.stream().filter(each -> each.verdict() == verdict).count();
  }

  /** Returns whether something was found that a run fails for. */
  public boolean hasCounting() {
    return operations.stream()
        .anyMatch(each -> each.observations().stream().anyMatch(Observation::counts));
  }

  /** Returns whether it is not the whole picture: it was stopped, or calls could not be made. */
  public boolean isPartial() {
    return stopped.isPresent() || operations.stream().anyMatch(each -> each.failed() > 0);
  }

  /** Returns the run with each observation replaced. */
  RunRecord map(BiFunction<OperationRecord, Observation, Observation> replacement) {
    List<OperationRecord> replaced =
        operations.stream()
            .map(
                each ->
                    new OperationRecord(
                        each.operation(),
                        each.verdict(),
                        each.calls(),
                        each.reasons(),
                        each.observations().stream()
                            .map(observation -> replacement.apply(each, observation))
                            .toList()))
            .toList();
    return new RunRecord(started, took, endpoint, contract, stopped, left, replaced);
  }
}
