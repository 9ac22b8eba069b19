package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Direction;
import java.util.List;
import java.util.Optional;

/**
 * A payload with what is to be expected of it. Immutable.
 *
 * @param operation the operation's name
 * @param direction whether it is a request or a response
 * @param name a name for people, unique within operation and direction
 * @param rule the id of the rule that it breaks; empty if it is valid
 * @param pointer the JSON Pointer of the one finding; empty if it is valid
 * @param change what was changed, where, from what to what; for valid ones what is special
 * @param payload the payload as JSON
 * @param besides the ids of rules that warn beside the finding, since no payload with this fault
 *     could keep them
 * @param circumstances what has to be known for the rule to be checked
 * @param request the request that a response answers, as JSON, where the rule needs it
 */
public record GeneratedCase(
    String operation,
    Direction direction,
    String name,
    Optional<String> rule,
    Optional<String> pointer,
    String change,
    String payload,
    List<String> besides,
    Circumstances circumstances,
    Optional<String> request) {

  /** Creates a case. */
  public GeneratedCase {
    besides = List.copyOf(besides);
  }

  /** Returns the same with something added to its name. */
  GeneratedCase named(String more) {
    return new GeneratedCase(
        operation,
        direction,
        name + more,
        rule,
        pointer,
        change,
        payload,
        besides,
        circumstances,
        request);
  }

  /** Returns whether the payload is in the contract. */
  public boolean valid() {
    return rule.isEmpty();
  }

  /**
   * Returns the case as a line of a capture: the payload in an envelope that {@code validate}
   * reads, with the labels {@code valid}, {@code rule}, {@code pointer}, {@code case} and {@code
   * change}, and where there are any {@code besides}, {@code request} and {@code context}.
   */
  public String envelope() {
    return Envelopes.write(this);
  }

  /** Returns operation, direction and name, as test reports show it. */
  @Override
  public String toString() {
    return operation + " " + direction.label() + ": " + name;
  }
}
