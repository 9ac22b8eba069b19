package io.github.cleanroomscontract.jqwik;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.generation.RandomPayloads;

/**
 * Arbitraries of payloads of the API.
 *
 * <pre>{@code
 * CleanRoomsArbitraries.requests("StartProtectedQuery").breaking("union.multiple")
 * }</pre>
 */
public final class CleanRoomsArbitraries {

  private CleanRoomsArbitraries() {}

  /**
   * Returns valid requests of an operation, path and query members included.
   *
   * @param operation the operation's name
   * @throws IllegalArgumentException if there is no such operation
   */
  public static PayloadArbitrary requests(String operation) {
    return payloads(operation, Direction.REQUEST);
  }

  /**
   * Returns valid responses of an operation.
   *
   * @param operation the operation's name
   * @throws IllegalArgumentException if there is no such operation
   */
  public static PayloadArbitrary responses(String operation) {
    return payloads(operation, Direction.RESPONSE);
  }

  /**
   * Returns valid payloads of an operation in one direction.
   *
   * @param operation the operation's name
   * @param direction the direction
   * @throws IllegalArgumentException if there is no such operation
   */
  public static PayloadArbitrary payloads(String operation, Direction direction) {
    return new PayloadArbitrary(RandomPayloads.of(operation, direction));
  }
}
