package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.catalogue.Direction;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was exercised, by name: of each operation and direction, parts of messages or names of
 * errors. Putting two together any number of times and in any order gives the same. Not
 * thread-safe.
 */
final class Seen {

  private final Map<String, Map<Direction, Set<String>>> byOperation = new TreeMap<>();

  /** Returns the names seen of an operation in a direction, which counts as exercised from now. */
  Set<String> names(String operation, Direction direction) {
    return byOperation
        .computeIfAbsent(operation, each -> new EnumMap<>(Direction.class))
        .computeIfAbsent(direction, each -> new TreeSet<>());
  }

  /** Returns all that was seen, by operation. */
  Map<String, Map<Direction, Set<String>>> byOperation() {
    return byOperation;
  }

  /** Returns whether a message of an operation went in that direction. */
  boolean has(String operation, Direction direction) {
    return byOperation.getOrDefault(operation, Map.of()).containsKey(direction);
  }

  /** Adds what another has. */
  void addAll(Seen other) {
    other.byOperation.forEach(
        (operation, directions) ->
            directions.forEach((direction, names) -> names(operation, direction).addAll(names)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Seen seen && byOperation.equals(seen.byOperation);
  }

  @Override
  public int hashCode() {
    return byOperation.hashCode();
  }

  @Override
  public String toString() {
    return byOperation.toString();
  }
}
