package io.github.cleanroomscontract.baseline;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * A kind of finding that is known. Immutable.
 *
 * @param operation the operation of its messages, or {@code *} for any
 * @param direction {@code request}, {@code response}, {@code error}, or {@code *} for any
 * @param rule the id of its rule
 * @param pointer its RFC 6901 place in the payload, where a segment {@code *} stands for any
 * @param member the missing or unknown member, or the key; absent for any
 * @param reason why it does not count; may be empty
 * @param expires the first day on which it counts again
 */
public record KnownFinding(
    String operation,
    String direction,
    String rule,
    String pointer,
    Optional<String> member,
    String reason,
    LocalDate expires) {

  static final String ANY = "*";

  static final Comparator<KnownFinding> ORDER =
      Comparator.comparing(KnownFinding::operation)
          .thenComparing(KnownFinding::direction)
          .thenComparing(KnownFinding::rule)
          .thenComparing(KnownFinding::pointer)
          .thenComparing(each -> each.member().orElse(""));

  /** Returns the kind of a finding: its place, with any item of a list in it. */
  static KnownFinding of(JudgedMessage message, Finding finding, LocalDate expires) {
    return new KnownFinding(
        message.operation().orElse(ANY),
        message.direction().map(Direction::label).orElse(ANY),
        finding.rule().id(),
        Pointers.general(finding.pointer()),
        finding.member(),
        "",
        expires);
  }

  boolean isOf(JudgedMessage message) {
    return fits(operation, message.operation())
        && fits(direction, message.direction().map(Direction::label));
  }

  private static boolean fits(String wanted, Optional<String> value) {
    return wanted.equals(ANY) || wanted.equals(value.orElse(ANY));
  }

  boolean isAt(Finding finding) {
    String[] wanted = pointer.split("/", -1);
    String[] segments = finding.pointer().split("/", -1);
    if (wanted.length != segments.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].equals(ANY) && !wanted[i].equals(segments[i])) {
        return false;
      }
    }
    return true;
  }

  boolean isForMember(Finding finding) {
    return member.isEmpty() || member.equals(finding.member());
  }

  /** Returns what it is of, for people. */
  @Override
  public String toString() {
    String messages =
        operation.equals(ANY) && direction.equals(ANY)
            ? "any message"
            : (operation.equals(ANY) ? "any operation" : operation)
                + (direction.equals(ANY) ? "" : " " + direction);
    return rule
        + member.map(name -> " of \"" + name + "\"").orElse("")
        + (pointer.isEmpty() ? "" : " at " + pointer)
        + " in "
        + messages;
  }
}
