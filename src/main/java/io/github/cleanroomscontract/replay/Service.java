package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.catalogue.Operation;

/**
 * Whatever answers calls: the real service, or what stands in for it. It sends what it is told to
 * send; whether that may be sent is decided before. Thread-safe.
 */
public interface Service extends AutoCloseable {

  /**
   * Makes a call, and again where that may help and cannot do twice what should be done once.
   *
   * @param operation the operation
   * @param input its whole input as JSON, path and query members included
   * @param valid whether the input is in the contract; what is not must arrive as it is
   * @return what travelled; nothing is thrown for what the other side does
   */
  Exchange call(Operation operation, String input, boolean valid);

  /** Returns where calls go, for people: the endpoint's address, without credentials. */
  String endpoint();

  @Override
  void close();
}
