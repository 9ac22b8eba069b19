package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.rules.RuleBook;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * The cases of an operation in one direction: every payload that is worth a test, always the same
 * and in the same order.
 *
 * <pre>{@code
 * PayloadCases.of("StartProtectedQuery", Direction.REQUEST).invalid("union.empty")
 * }</pre>
 *
 * <p>Streams make a case when it is asked for. Immutable and thread-safe.
 */
public final class PayloadCases {

  private final Operation operation;
  private final Direction direction;
  private final LocalDate day;

  private PayloadCases(Operation operation, Direction direction, LocalDate day) {
    this.operation = operation;
    this.direction = direction;
    this.day = day;
  }

  /**
   * Returns the cases of an operation by the newest contract.
   *
   * @param operation the operation's name
   * @param direction {@code REQUEST} or {@code RESPONSE}
   * @throws IllegalArgumentException if there is no such operation, or for errors
   */
  public static PayloadCases of(String operation, Direction direction) {
    return of(operation, direction, Catalogue.current());
  }

  private static PayloadCases of(String operation, Direction direction, Catalogue catalogue) {
    if (direction == Direction.ERROR) {
      throw new IllegalArgumentException("cases are requests or responses");
    }
    Operation found =
        catalogue
            .operation(operation)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no operation " + operation + " on " + catalogue.day()));
    return new PayloadCases(found, direction, catalogue.day());
  }

  /**
   * Returns the cases by the contract of a day: they hold only what existed then.
   *
   * @throws IllegalArgumentException if the API or the operation did not exist yet
   */
  public PayloadCases asOf(LocalDate earlier) {
    return of(operation.name(), direction, Catalogue.asOf(earlier));
  }

  /** Returns the message that the cases are of. */
  Message message() {
    return new Message(operation, direction);
  }

  /** Returns the day that the contract is of. */
  public LocalDate day() {
    return day;
  }

  /** Returns valid payloads: they cause no finding. */
  public Stream<GeneratedCase> valid() {
    return new ValidCases(operation, direction, day).stream();
  }

  /** Returns payloads that are broken in one way each. */
  public Stream<GeneratedCase> invalid() {
    return Stream.concat(
        new ModelFaults(operation, direction, day).stream(),
        Mutants.of(new Message(operation, direction), day));
  }

  /**
   * Returns payloads that break one rule.
   *
   * @param rule the rule's id
   * @return none where the rule does not speak of the operation, or has no cases yet
   * @throws IllegalArgumentException if there is no such rule
   */
  public Stream<GeneratedCase> invalid(String rule) {
    Rule known =
        RuleBook.find(rule)
            .orElseThrow(() -> new IllegalArgumentException("there is no rule " + rule));
    return invalid().filter(each -> each.rule().equals(java.util.Optional.of(known.id())));
  }
}
