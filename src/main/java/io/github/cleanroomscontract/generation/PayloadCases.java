package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.internal.sample.Sampler;
import io.github.cleanroomscontract.rules.RuleBook;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The cases of an operation in one direction: every payload that is worth a test, always the same
 * and in the same order.
 *
 * <pre>{@code
 * PayloadCases.of("StartProtectedQuery", Direction.REQUEST).breaking("union.empty")
 * }</pre>
 *
 * <p>Streams make a case when it is asked for. Immutable and thread-safe.
 */
public final class PayloadCases {

  private final Operation operation;
  private final Direction direction;
  private final Catalogue catalogue;

  private PayloadCases(Operation operation, Direction direction, Catalogue catalogue) {
    this.operation = operation;
    this.direction = direction;
    this.catalogue = catalogue;
  }

  /**
   * Returns the cases of an operation by the newest contract.
   *
   * @param operation the operation's name
   * @param direction which way the payloads go
   * @throws IllegalArgumentException if there is no such operation
   */
  public static PayloadCases of(String operation, Direction direction) {
    return of(operation, direction, Catalogue.current());
  }

  private static PayloadCases of(String operation, Direction direction, Catalogue catalogue) {
    Operation found =
        catalogue
            .operation(operation)
            .or(() -> Catalogue.current().operation(operation))
            .orElseThrow(() -> new IllegalArgumentException("there is no operation " + operation));
    return new PayloadCases(found, direction, catalogue);
  }

  /**
   * Returns the cases by the contract of a day: valid ones hold only what existed then, and what
   * came later breaks a rule. Of an operation that came later, none is valid.
   *
   * @throws IllegalArgumentException if the API did not exist yet
   */
  public PayloadCases asOf(LocalDate earlier) {
    return of(operation.name(), direction, Catalogue.asOf(earlier));
  }

  /** Returns the day that the contract is of. */
  public LocalDate day() {
    return catalogue.day();
  }

  /**
   * Returns payloads that break no rule. What is found nevertheless, because nothing realistic can
   * avoid it, is merely a warning, and stands in {@link GeneratedCase#besides()}.
   */
  public Stream<GeneratedCase> valid() {
    return exists()
        ? messages()
            .flatMap(
                message ->
                    Stream.concat(
                        new ValidCases(message, sampler()).stream(),
                        AnswerFaults.valid(message, sampler())))
        : Stream.empty();
  }

  /** Returns payloads that are in the contract, but break one rule each that is warned of. */
  public Stream<GeneratedCase> warned() {
    return broken().filter(GeneratedCase::valid);
  }

  /** Returns payloads that are not in the contract, for one reason each. */
  public Stream<GeneratedCase> invalid() {
    return broken().filter(Predicate.not(GeneratedCase::valid));
  }

  private Stream<GeneratedCase> broken() {
    if (!exists()) {
      return ReleaseFaults.ofOperation(operation, direction);
    }
    Stream<GeneratedCase> ofMessages =
        messages()
            .flatMap(
                message ->
                    Stream.of(
                            new ModelFaults(message, sampler()).stream(),
                            Mutants.of(message, catalogue),
                            new ReleaseFaults(message, day()).stream())
                        .flatMap(each -> each));
    return Stream.concat(ofMessages, AnswerFaults.of(operation, direction, catalogue));
  }

  /**
   * Returns texts that are no payloads: those that are not JSON, and JSON that clients read
   * differently. No envelope can hold them.
   */
  public Stream<GeneratedCase> malformed() {
    return exists()
        ? messages().flatMap(message -> new TextFaults(message, sampler()).stream())
        : Stream.empty();
  }

  /** Returns all cases: the valid ones, those that break a rule, and the malformed ones. */
  public Stream<GeneratedCase> all() {
    return Stream.of(valid(), broken(), malformed()).flatMap(each -> each);
  }

  /**
   * Returns payloads that break one rule, be it an error or merely warned of.
   *
   * @param rule the rule's id
   * @return none where the rule does not speak of the operation
   * @throws IllegalArgumentException if there is no such rule
   */
  public Stream<GeneratedCase> breaking(String rule) {
    Rule known =
        RuleBook.find(rule)
            .orElseThrow(() -> new IllegalArgumentException("there is no rule " + rule));
    Optional<String> id = Optional.of(known.id());
    return Stream.concat(broken(), malformed()).filter(each -> each.rule().equals(id));
  }

  private boolean exists() {
    return !operation.since().isAfter(day());
  }

  private Stream<Message> messages() {
    return Message.all(operation, direction);
  }

  private Sampler sampler() {
    return new Sampler(direction, day());
  }
}
