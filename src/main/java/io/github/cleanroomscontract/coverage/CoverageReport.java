package io.github.cleanroomscontract.coverage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a test run exercised of the contract, of the operations that count: those that the user
 * named, or else those that the run exercised. Immutable and thread-safe.
 */
public final class CoverageReport {

  private final Contract contract;
  private final Seen seen;
  private final OperationNames named;
  private final List<OperationCoverage> operations;

  private CoverageReport(Contract contract, Seen seen, OperationNames named) {
    this.contract = contract;
    this.seen = seen;
    this.named = named;
    this.operations =
        contract.names().stream()
            .filter(
                name -> named.isEmpty() ? seen.byOperation().containsKey(name) : named.fit(name))
            .map(this::cover)
            .sorted(
                Comparator.comparingDouble(OperationCoverage::percent)
                    .thenComparing(OperationCoverage::operation))
            .toList();
  }

  /** Returns the report on what nobody changes any more. */
  static CoverageReport of(Contract contract, Seen seen, OperationNames named) {
    return new CoverageReport(contract, seen, named);
  }

  private OperationCoverage cover(String name) {
    return OperationCoverage.of(contract.operation(name), seen);
  }

  /** Returns the day of the contract that it is held against. */
  public LocalDate day() {
    return contract.day();
  }

  /** Returns the operations that count, the least covered first. */
  public List<OperationCoverage> operations() {
    return operations;
  }

  /**
   * Returns an operation, whether or not it counts.
   *
   * @throws IllegalArgumentException if the contract has none of that name
   */
  public OperationCoverage operation(String name) {
    return cover(name);
  }

  /**
   * Returns the names of operations: covered are those exercised, of those that the user named or
   * else of all.
   */
  public Tally operationNames() {
    List<String> all = contract.names().stream().filter(this::mayCount).toList();
    return Tally.of(all, seen.byOperation().keySet());
  }

  private boolean mayCount(String name) {
    return named.isEmpty() || named.fit(name);
  }

  /** Returns whether the user named the operations that count. */
  public boolean operationsWereNamed() {
    return !named.isEmpty();
  }

  /** Returns the members of requests and responses, together. */
  public Tally members() {
    return messages(MessageCoverage::members);
  }

  /** Returns the variants of requests and responses, together. */
  public Tally variants() {
    return messages(MessageCoverage::variants);
  }

  /** Returns the enum values of requests and responses, together. */
  public Tally enumValues() {
    return messages(MessageCoverage::enumValues);
  }

  /** Returns the errors of the operations, together. */
  public Tally errors() {
    return total(OperationCoverage::errors);
  }

  private Tally messages(Function<MessageCoverage, Tally> which) {
    return total(each -> which.apply(each.request()).and(which.apply(each.response())));
  }

  private Tally total(Function<OperationCoverage, Tally> which) {
    return operations.stream().map(which).reduce(new Tally(List.of(), List.of()), Tally::and);
  }

  /** Returns the names of the operations of the contract. */
  List<String> contractNames() {
    return contract.names();
  }

  /** Returns it for people: the totals, then each operation with what it never met. */
  public String text() {
    return new CoverageText(this).toString();
  }

  /** Returns it for programs, as {@link CoverageSession} describes {@code coverage.json}. */
  public String json() {
    return CoverageJson.write(this, Verdict.of(this, Optional.empty(), Optional.empty(), 0));
  }

  /** Returns the totals, in a line. */
  @Override
  public String toString() {
    return CoverageText.totals(this);
  }
}
