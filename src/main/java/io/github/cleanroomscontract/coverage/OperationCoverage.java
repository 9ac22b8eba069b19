package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.catalogue.Direction;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was exercised of an operation. Immutable.
 *
 * @param operation the operation's name
 * @param request of its requests
 * @param response of its responses that are no errors
 * @param errors of the errors that it declares, by name
 */
public record OperationCoverage(
    String operation, MessageCoverage request, MessageCoverage response, Tally errors) {

  static OperationCoverage of(Contract.OperationParts parts, Seen seen) {
    String name = parts.name();
    Set<String> errors =
        seen.has(name, Direction.ERROR) ? seen.names(name, Direction.ERROR) : Set.of();
    return new OperationCoverage(
        name,
        MessageCoverage.of(Direction.REQUEST, parts.request(), seen, name),
        MessageCoverage.of(Direction.RESPONSE, parts.response(), seen, name),
        Tally.of(parts.errors(), errors));
  }

  /** Returns whether the operation was called, or answered. */
  public boolean exercised() {
    return request.exercised() || response.exercised() || errors.count() > 0;
  }

  /** Returns the percentage of all there is that was exercised. */
  public double percent() {
    return tallies().reduce(Tally::and).orElseThrow().percent();
  }

  private Stream<Tally> tallies() {
    return Stream.of(request.tallies(), response.tallies(), Stream.of(errors)).flatMap(all -> all);
  }
}
