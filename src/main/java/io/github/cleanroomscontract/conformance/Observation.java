package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.finding.Excerpt;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.replay.Verdict;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding as runs have it in common: at any item of a list, and however often it was made.
 * Immutable. Texts hold no sensitive value, unless the run was told to show them.
 *
 * @param verdict what it says of the contract; {@link Verdict#CONFORMS} for a warning
 * @param rule the id of the rule it is a finding of; the verdict's label where it is of no rule
 * @param severity how much it weighs
 * @param direction the direction of the message that it is in; empty if it is in none
 * @param pointer the RFC 6901 place in the payload, with {@code *} for the items of lists
 * @param member the missing or unknown member
 * @param what what there is to see, in a few words that stay the same from run to run
 * @param message what is wrong, in a sentence, as the first one said it
 * @param example what was found, the first time
 * @param source what asked for the first such call
 * @param count how often it was found
 * @param known why it is known and does not count, which may be an empty text
 * @param counts whether a run fails for it
 * @param firstSeen the day of the first run that found it, in UTC; empty where earlier runs were
 *     not looked at
 * @param isNew whether no earlier run found it
 * @param excerpt the lines around the first one; results do not keep it
 */
public record Observation(
    Verdict verdict,
    String rule,
    Severity severity,
    String direction,
    String pointer,
    Optional<String> member,
    String what,
    String message,
    Optional<String> example,
    String source,
    int count,
    Optional<String> known,
    boolean counts,
    Optional<LocalDate> firstSeen,
    boolean isNew,
    Optional<Excerpt> excerpt) {

  /**
   * What makes findings of two runs the same one.
   *
   * @param operation the operation's name
   */
  record Key(
      String operation,
      Verdict verdict,
      String rule,
      String direction,
      String pointer,
      String member,
      String what) {}

  Key key(String operation) {
    return new Key(operation, verdict, rule, direction, pointer, member.orElse(""), what);
  }

  /** Returns the place that it is about: the missing or unknown member itself. */
  public String place() {
    return member.map(name -> Pointers.append(pointer, name)).orElse(pointer);
  }

  /** Returns how users call it: its verdict, or {@code warning}. */
  public String label() {
    return verdict == Verdict.CONFORMS ? severity.label() : verdict.label();
  }

  /** Returns the two as one: found as often as both, and known only if both are. */
  Observation and(Observation other) {
    Optional<String> both = other.known.isPresent() ? known : Optional.empty();
    return new Observation(
        verdict,
        rule,
        severity,
        direction,
        pointer,
        member,
        what,
        message,
        example,
        source,
        count + other.count,
        both,
        counts || other.counts,
        firstSeen,
        isNew,
        excerpt);
  }

  Observation since(LocalDate day, boolean anew) {
    return new Observation(
        verdict,
        rule,
        severity,
        direction,
        pointer,
        member,
        what,
        message,
        example,
        source,
        count,
        known,
        counts,
        Optional.of(day),
        anew,
        excerpt);
  }
}
