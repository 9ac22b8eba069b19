package io.github.cleanroomscontract.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A payload that was made at random, and can be made simpler without losing what is promised of it:
 * what libraries of property tests need for shrinking. Immutable and thread-safe.
 *
 * <p>It is the outcome of decisions, of which all that were not for the simplest are kept. Without
 * some of them the payload is simpler, and made anew, by the same maker, under the same promise.
 */
public final class RandomPayload {

  private final Function<Script, Optional<GeneratedCase>> maker;
  private final Map<String, Integer> decisions;
  private final GeneratedCase made;

  private RandomPayload(
      Function<Script, Optional<GeneratedCase>> maker,
      Map<String, Integer> decisions,
      GeneratedCase made) {
    this.maker = maker;
    this.decisions = decisions;
    this.made = made;
  }

  /** Makes a payload by a script; empty if none can be made so. */
  static Optional<RandomPayload> made(
      Function<Script, Optional<GeneratedCase>> maker, Script script) {
    return maker
        .apply(script)
        .map(made -> new RandomPayload(maker, Map.copyOf(script.decisions()), made));
  }

  /** Returns the payload with what is to be expected of it. */
  public GeneratedCase get() {
    return made;
  }

  /** Returns how far it is from the simplest, which is 0. */
  public long complexity() {
    return decisions.values().stream().mapToLong(each -> 1 + each).sum();
  }

  /**
   * Returns simpler payloads of the same promise, those first that are simpler by much. The stream
   * is finite and makes a payload when it is asked for.
   */
  public Stream<RandomPayload> simpler() {
    List<Map<String, Integer>> fewer = new ArrayList<>();
    if (decisions.size() > 1) {
      fewer.add(Map.of());
    }
    for (String around : surroundings()) {
      Map<String, Integer> rest = new TreeMap<>(decisions);
      rest.keySet().removeIf(question -> question.startsWith(around));
      if (rest.size() < decisions.size() - 1 && !rest.isEmpty()) {
        fewer.add(rest);
      }
    }
    for (Map.Entry<String, Integer> decision : new TreeMap<>(decisions).entrySet()) {
      for (int less : new int[] {0, decision.getValue() / 2, decision.getValue() - 1}) {
        Map<String, Integer> other = new TreeMap<>(decisions);
        other.put(decision.getKey(), less);
        other.values().removeIf(value -> value == 0);
        if (!fewer.contains(other)) {
          fewer.add(other);
        }
      }
    }
    return fewer.stream()
        .flatMap(each -> made(maker, Script.of(each)).stream())
        .filter(each -> each.complexity() < complexity());
  }

  /** Returns the beginnings that several decisions share, the shortest first. */
  private Set<String> surroundings() {
    Set<String> around = new TreeSet<>();
    for (String question : decisions.keySet()) {
      for (int at = question.indexOf('/', 1); at > 0; at = question.indexOf('/', at + 1)) {
        around.add(question.substring(0, at + 1));
      }
    }
    return around;
  }

  /** Returns operation, direction, and name. */
  @Override
  public String toString() {
    return made.toString();
  }
}
