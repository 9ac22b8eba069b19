package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.WireRequest;

/** What carries a call once. Thread-safe. */
interface Line extends AutoCloseable {

  /**
   * Sends a call, and waits for the answer, but not forever.
   *
   * @param operation the operation
   * @param input its input as JSON
   * @param written the request that says the same
   * @param valid whether the input is in the contract
   */
  Attempt send(Operation operation, String input, WireRequest written, boolean valid);

  /** Returns where calls go. */
  String endpoint();

  @Override
  void close();
}
