package io.github.cleanroomscontract.finding;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong with a message. Immutable. Texts hold no sensitive value, unless the
 * validator was told to show them.
 *
 * @param rule what it is a finding of
 * @param severity how much it weighs here; policy may differ from the rule's own severity
 * @param pointer the RFC 6901 place in the payload that is wrong: the object itself for a missing
 *     or unknown member, the map for a key, the value for everything else; empty for the whole
 *     payload
 * @param member the missing or unknown member, or the key
 * @param message what is wrong, in a sentence
 * @param expected what the contract has at this place
 * @param found what the payload has
 * @param hint what would be right, where that can be guessed
 * @param place where in the source it is; absent where there is no source text to show
 */
public record Finding(
    Rule rule,
    Severity severity,
    String pointer,
    Optional<String> member,
    String message,
    Optional<String> expected,
    Optional<String> found,
    Optional<String> hint,
    Optional<Place> place) {

  /** Refuses absent parts. */
  public Finding {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(pointer);
    Objects.requireNonNull(member);
    Objects.requireNonNull(message);
    Objects.requireNonNull(expected);
    Objects.requireNonNull(found);
    Objects.requireNonNull(hint);
    Objects.requireNonNull(place);
  }

  /** Returns a finding with nothing but the rule's own severity and a message. */
  public static Finding of(Rule rule, String message) {
    return new Finding(
        rule,
        rule.severity(),
        "",
        Optional.empty(),
        message,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns this finding with a hint. */
  public Finding withHint(String text) {
    return new Finding(
        rule, severity, pointer, member, message, expected, found, Optional.of(text), place);
  }

  /** Returns this finding at another place. */
  public Finding withPlace(Optional<Place> newPlace) {
    return new Finding(rule, severity, pointer, member, message, expected, found, hint, newPlace);
  }

  /** Returns this finding with another weight. */
  public Finding withSeverity(Severity other) {
    return new Finding(rule, other, pointer, member, message, expected, found, hint, place);
  }

  /** Returns rule, pointer and message in a line. */
  @Override
  public String toString() {
    return severity.label()
        + " "
        + rule.id()
        + " at "
        + (pointer.isEmpty() ? "the top" : pointer)
        + ": "
        + message
        + hint.map(text -> " (" + text + ")").orElse("");
  }
}
