package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.replay.CallResult;
import io.github.cleanroomscontract.replay.Verdict;
import io.github.cleanroomscontract.report.Entry;
import io.github.cleanroomscontract.report.Weighed;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts what calls say together, operation by operation. Not thread-safe. */
final class Collector {

  private static final Comparator<Observation> GRAVEST_FIRST =
      Comparator.comparing(Observation::verdict)
          .thenComparing(Observation::severity)
          .thenComparing(Observation::place);

  /** What is known of an operation so far. */
  private static final class Collected {
    Verdict verdict = Verdict.SKIPPED;
    int calls;
    final Map<List<Object>, Reason> reasons = new LinkedHashMap<>();
    final Map<Observation.Key, Observation> observations = new LinkedHashMap<>();
  }

  private final Map<String, Collected> operations = new TreeMap<>();

  void add(CallResult call, Entry entry) {
    Verdict verdict = call.verdict();
    String operation = call.step().operation();
    Collected collected = operations.computeIfAbsent(operation, name -> new Collected());
    // Verdicts are declared from the gravest on.
    collected.verdict = verdict.compareTo(collected.verdict) < 0 ? verdict : collected.verdict;
    collected.calls += call.made() ? 1 : 0;
    if (verdict == Verdict.SKIPPED || verdict == Verdict.FAILED) {
      String text = call.reason().orElse("no reason was given");
      collected.reasons.merge(
          List.of(verdict, text),
          new Reason(verdict, text, 1),
          (before, now) -> new Reason(verdict, text, before.count() + 1));
      return;
    }
    boolean told = false;
    for (Weighed each : entry.findings()) {
      Severity severity = each.finding().severity();
      if (severity.breaksContract() || severity == Severity.WARNING) {
        add(collected, operation, observation(call, entry, each));
        told |= severity.breaksContract();
      }
    }
    if (!told && verdict != Verdict.CONFORMS) {
      add(collected, operation, observation(call));
    }
  }

  private static void add(Collected collected, String operation, Observation observation) {
    collected.observations.merge(observation.key(operation), observation, Observation::and);
  }

  private static Observation observation(CallResult call, Entry entry, Weighed weighed) {
    Finding finding = weighed.finding();
    return new Observation(
        verdict(call.verdict(), finding.severity()),
        finding.rule().id(),
        finding.severity(),
        entry.message().direction().map(Direction::label).orElse(""),
        Pointers.general(finding.pointer()),
        finding.member(),
        What.of(finding),
        finding.message(),
        finding.found(),
        call.step().source(),
        1,
        weighed.known(),
        weighed.counts(),
        Optional.empty(),
        false,
        finding.place().flatMap(Place::excerpt));
  }

  private static Verdict verdict(Verdict ofCall, Severity severity) {
    if (!severity.breaksContract()) {
      return Verdict.CONFORMS;
    }
    return ofCall == Verdict.LAXER || ofCall == Verdict.STRICTER
        ? ofCall
        : severity == Severity.ERROR ? Verdict.VIOLATES : Verdict.DRIFT;
  }

  /** Returns what a verdict says that is of no finding: a request was judged otherwise. */
  private static Observation observation(CallResult call) {
    String reason = call.reason().orElse(call.verdict().label());
    return new Observation(
        call.verdict(),
        call.verdict().label(),
        Severity.ERROR,
        Direction.REQUEST.label(),
        Pointers.ROOT,
        Optional.empty(),
        call.step().source(),
        reason,
        Optional.empty(),
        call.step().source(),
        1,
        Optional.empty(),
        true,
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** Returns the operations, by name. */
  List<OperationRecord> operations() {
    return operations.entrySet().stream()
        .map(
            each ->
                new OperationRecord(
                    each.getKey(),
                    each.getValue().verdict,
                    each.getValue().calls,
                    List.copyOf(each.getValue().reasons.values()),
                    each.getValue().observations.values().stream().sorted(GRAVEST_FIRST).toList()))
        .toList();
  }
}
