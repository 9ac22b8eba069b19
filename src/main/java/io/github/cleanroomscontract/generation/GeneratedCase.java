package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.rules.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A payload with what is to be expected of it. Immutable.
 *
 * @param operation the operation's name
 * @param direction whether it is a request, a response, or an error
 * @param error the name of the error that comes with it, if it is one and has a name
 * @param status the HTTP status that comes with it, if that is told
 * @param name a name for people, unique within operation and direction
 * @param rule the id of the rule that it breaks; empty if it breaks none
 * @param pointer the JSON Pointer of the finding; empty if it breaks no rule
 * @param change what was changed, where, from what to what; for valid ones what is special
 * @param payload the payload as JSON, or what is not JSON
 * @param besides what is found beside that, since no payload with this fault could avoid it
 * @param circumstances what has to be known for the rule to be checked
 * @param request the request that a response answers, as JSON, where the rule needs it
 */
public record GeneratedCase(
    String operation,
    Direction direction,
    Optional<String> error,
    OptionalInt status,
    String name,
    Optional<String> rule,
    Optional<String> pointer,
    String change,
    String payload,
    List<Expected> besides,
    Circumstances circumstances,
    Optional<String> request) {

  /**
   * A finding that is to be expected.
   *
   * @param rule the rule's id
   * @param pointer the JSON Pointer of its place in the payload
   */
  public record Expected(String rule, String pointer) {

    /** Returns it as fixtures have it: the rule, and the place unless that is the whole payload. */
    @Override
    public String toString() {
      return pointer.isEmpty() ? rule : rule + " " + pointer;
    }
  }

  /** Creates a case. */
  public GeneratedCase {
    besides = List.copyOf(besides);
  }

  /** Returns the same with something added to its name. */
  GeneratedCase named(String more) {
    return new GeneratedCase(
        operation,
        direction,
        error,
        status,
        name + more,
        rule,
        pointer,
        change,
        payload,
        besides,
        circumstances,
        request);
  }

  /** Returns whether the payload is in the contract; what is merely warned of leaves it there. */
  public boolean valid() {
    return expected().stream()
        .flatMap(each -> RuleBook.find(each.rule()).stream())
        .noneMatch(broken -> broken.severity().breaksContract());
  }

  /** Returns all that is to be found, of the rule that it breaks first; nothing else is. */
  public List<Expected> expected() {
    List<Expected> expected = new ArrayList<>();
    rule.ifPresent(broken -> expected.add(new Expected(broken, pointer.orElseThrow())));
    expected.addAll(besides);
    return List.copyOf(expected);
  }

  /**
   * Returns whether the text of the payload is itself at fault, so that no envelope can hold it.
   */
  public boolean malformed() {
    return rule.filter(TextFaults::concern).isPresent();
  }

  /**
   * Returns the case as a line of a capture: the payload in an envelope that {@code validate}
   * reads, with the labels {@code valid}, {@code rule}, {@code pointer}, {@code case} and {@code
   * change}, and where there are any {@code error}, {@code httpStatus}, {@code besides}, {@code
   * request} and {@code context}.
   *
   * @throws IllegalStateException if it is malformed, which would break the line
   */
  public String envelope() {
    if (malformed()) {
      throw new IllegalStateException("no envelope can hold such a text: " + this);
    }
    return Envelopes.write(this);
  }

  /** Returns operation, direction and name, as test reports show it. */
  @Override
  public String toString() {
    return operation + " " + direction.label() + ": " + name;
  }
}
