package io.github.cleanroomscontract.changes;

import java.util.List;

/**
 * An operation that a release updated. Immutable.
 *
 * @param name the operation's name
 * @param request what changed in its input
 * @param response what changed in its output
 */
public record UpdatedOperation(String name, List<Change> request, List<Change> response) {

  /** Keeps unmodifiable copies of the lists. */
  public UpdatedOperation {
    request = List.copyOf(request);
    response = List.copyOf(response);
  }
}
