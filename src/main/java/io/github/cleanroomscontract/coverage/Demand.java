package io.github.cleanroomscontract.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One demand of a floor.
 *
 * @param each the operations of which each has to meet it; empty for all together
 * @param measure what is measured
 * @param amount how much is due; zero if operations are named
 * @param percentage whether that is a percentage, not a number
 * @param called the operations that have to be called
 */
record Demand(
    Optional<String> each,
    Measure measure,
    BigDecimal amount,
    boolean percentage,
    OperationNames called) {

  /** Returns what is not met. */
  List<Shortfall> check(CoverageReport report) {
    if (!called.isEmpty()) {
      return named(report);
    }
    if (each.isEmpty()) {
      return check(toString(), operations(report).toList());
    }
    List<OperationCoverage> fit =
        each.get().contains("*")
            ? report.operations().stream()
                .filter(operation -> OperationNames.fits(each.get(), operation.operation()))
                .toList()
            : List.of(report.operation(each.get()));
    if (fit.isEmpty()) {
      return List.of(
          Shortfall.of(
              toString(),
              "no such operation was called",
              List.of("a test that calls an operation " + each.get())));
    }
    String what = measure.label() + "=" + due();
    return fit.stream()
        .flatMap(
            operation -> check(operation.operation() + ": " + what, List.of(operation)).stream())
        .toList();
  }

  private List<Shortfall> named(CoverageReport report) {
    List<OperationCoverage> due =
        report.contractNames().stream().filter(called::fit).map(report::operation).toList();
    Tally tally = tally(due);
    return tally.missing().isEmpty()
        ? List.of()
        : List.of(Shortfall.of(toString(), tally + " called", remedies(due)));
  }

  /** Those that could be called are more than those that count because they were called. */
  private Stream<OperationCoverage> operations(CoverageReport report) {
    return measure == Measure.OPERATIONS
        ? Stream.concat(
                report.operationNames().covered().stream(),
                report.operationNames().missing().stream())
            .map(report::operation)
        : report.operations().stream();
  }

  private List<Shortfall> check(String demand, List<OperationCoverage> operations) {
    if (operations.isEmpty()) {
      return List.of(
          Shortfall.of(demand, "no operation was called", List.of("a test that calls one")));
    }
    Tally tally = tally(operations);
    if (met(tally)) {
      return List.of();
    }
    String found =
        percentage
            ? String.format(
                Locale.ROOT, "%s (%.1f %%)", tally, Math.floor(tally.percent() * 10) / 10)
            : tally.toString();
    boolean possible = percentage || amount.intValueExact() <= tally.total();
    return List.of(
        possible
            ? Shortfall.of(demand, found, remedies(operations))
            : Shortfall.of(demand, found + ", so that there are not so many", List.of()));
  }

  private boolean met(Tally tally) {
    BigDecimal count = BigDecimal.valueOf(tally.count());
    return percentage
        ? count.movePointRight(2).compareTo(amount.multiply(BigDecimal.valueOf(tally.total()))) >= 0
        : count.compareTo(amount) >= 0;
  }

  private Tally tally(List<OperationCoverage> operations) {
    return operations.stream().map(measure::of).reduce(Tally::and).orElseThrow();
  }

  private List<String> remedies(List<OperationCoverage> operations) {
    List<String> remedies = new ArrayList<>();
    operations.forEach(operation -> remedies.addAll(measure.remedies(operation)));
    return remedies;
  }

  private String due() {
    return called.isEmpty()
        ? amount.toPlainString() + (percentage ? "%" : "")
        : String.join("+", called.patterns());
  }

  /** Returns it as it is written. */
  @Override
  public String toString() {
    return each.map(name -> name + ": ").orElse("") + measure.label() + "=" + due();
  }
}
