package io.github.cleanroomscontract.exchange;

import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.validation.Payload;
import java.util.List;
import java.util.Optional;

/**
 * What a request says.
 *
 * @param operation the operation it is for
 * @param input the input, put back together from path, query and body
 * @param findings what is wrong with how it travels
 */
public record ReadRequest(Operation operation, Payload input, List<Finding> findings) {

  /** Keeps an unmodifiable copy of the findings. */
  public ReadRequest {
    findings = List.copyOf(findings);
  }

  /** Returns what a request says; empty if it is for no operation. */
  public static Optional<ReadRequest> of(WireRequest request) {
    return Routes.current()
        .find(request.method(), request.path())
        .map(operation -> InputReader.read(operation, request));
  }
}
