package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.catalogue.Direction;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was exercised of an operation's requests, or of its responses. Members and variants are
 * named by their place in the message, a JSON Pointer with {@code *} for items of lists and values
 * of maps, such as {@code /members/*}{@code /displayName}; enum values by place, {@code =} and
 * value. Immutable.
 *
 * @param direction whether requests or responses
 * @param exercised whether there was such a message at all
 * @param members the members
 * @param variants the variants of tagged unions, which are not among the members
 * @param enumValues the values of enums
 */
public record MessageCoverage(
    Direction direction, boolean exercised, Tally members, Tally variants, Tally enumValues) {

  static MessageCoverage of(Direction direction, MessageParts parts, Seen seen, String operation) {
    boolean exercised = seen.has(operation, direction);
    Set<String> names = exercised ? seen.names(operation, direction) : Set.of();
    return new MessageCoverage(
        direction,
        exercised,
        tally(parts, Part.Kind.MEMBER, names),
        tally(parts, Part.Kind.VARIANT, names),
        tally(parts, Part.Kind.VALUE, names));
  }

  private static Tally tally(MessageParts parts, Part.Kind kind, Set<String> seen) {
    List<String> names =
        parts.all().stream().filter(part -> part.kind() == kind).map(Part::name).toList();
    return Tally.of(names, seen);
  }

  /** Returns all three together. */
  Stream<Tally> tallies() {
    return Stream.of(members, variants, enumValues);
  }
}
