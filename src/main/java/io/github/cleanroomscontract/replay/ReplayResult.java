package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What came of a run. Immutable.
 *
 * @param started when it began
 * @param took how long it took
 * @param endpoint where calls went
 * @param contract the day of the contract that was judged by, such as {@code 2026-07-27}
 * @param calls what came of each step, in order, and of each removal of what the run created
 * @param stopped why it ended before all was asked, and after which step; empty if all was asked
 * @param created what it created, as ARNs or identifiers with their kind, in order
 * @param left what it created, or may have created, and could not remove, likewise
 */
public record ReplayResult(
    Instant started,
    Duration took,
    String endpoint,
    String contract,
    List<CallResult> calls,
    Optional<String> stopped,
    List<String> created,
    List<String> left) {

  /** Keeps unmodifiable copies of the lists. */
  public ReplayResult {
    calls = List.copyOf(calls);
    created = List.copyOf(created);
    left = List.copyOf(left);
  }

  /** Returns how many calls were made; what was sent again counts once. */
  public int made() {
    return (int) calls.stream().filter(CallResult::made).count();
  }

  /**
   * Returns what the run says of each operation of the contract, by name. Whoever was never asked
   * is skipped.
   */
  public List<OperationResult> operations() {
    Map<String, List<CallResult>> byName =
        calls.stream()
            .collect(
                Collectors.groupingBy(
                    call -> call.step().operation(), LinkedHashMap::new, Collectors.toList()));
    return Catalogue.asOf(LocalDate.parse(contract)).operations().stream()
        .map(each -> result(each, byName.getOrDefault(each.name(), List.of())))
        .toList();
  }

  private OperationResult result(Operation operation, List<CallResult> of) {
    Effect effect = Effect.of(operation);
    return of.stream()
        .min((a, b) -> a.verdict().compareTo(b.verdict()))
        .map(
            gravest ->
                new OperationResult(
                    operation.name(), effect, gravest.verdict(), gravest.reason(), of))
        .orElseGet(
            () ->
                new OperationResult(
                    operation.name(), effect, Verdict.SKIPPED, Optional.of(neverAsked()), of));
  }

  private String neverAsked() {
    return stopped.map(why -> "not asked: " + why).orElse("nothing asks for it");
  }

  /** Returns how many operations have which verdict. */
  public Map<Verdict, Long> verdicts() {
    return operations().stream()
        .map(OperationResult::verdict)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
