package io.github.cleanroomscontract.generation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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
    Stream<Map<String, Integer>> none = decisions.size() > 1 ? Stream.of(Map.of()) : Stream.empty();
    return Stream.of(none, withoutWhatIsBelow(), withoutParts(), withOneLess())
        .flatMap(each -> each)
        .flatMap(each -> made(maker, Script.of(each)).stream())
        .filter(each -> each.complexity() < complexity());
  }

  private Stream<Map<String, Integer>> withoutWhatIsBelow() {
    return surroundings().stream()
        .map(around -> without(question -> question.startsWith(around)))
        .filter(rest -> !rest.isEmpty() && rest.size() < decisions.size() - 1);
  }

  /** Halves, quarters, and so on are taken away: so there are few steps even from thousands. */
  private Stream<Map<String, Integer>> withoutParts() {
    List<String> questions = List.copyOf(new TreeSet<>(decisions.keySet()));
    return Stream.iterate(questions.size() / 2, size -> size > 1, size -> size / 2)
        .flatMap(
            size ->
                Stream.iterate(0, from -> from < questions.size(), from -> from + size)
                    .map(from -> questions.subList(from, Math.min(from + size, questions.size()))))
        .map(part -> without(Set.copyOf(part)::contains));
  }

  private Map<String, Integer> without(Predicate<String> some) {
    Map<String, Integer> rest = new HashMap<>(decisions);
    rest.keySet().removeIf(some);
    return rest;
  }

  private Stream<Map<String, Integer>> withOneLess() {
    return new TreeMap<>(decisions)
        .entrySet().stream()
            .flatMap(
                decision ->
                    IntStream.of(0, decision.getValue() / 2, decision.getValue() - 1)
                        .distinct()
                        .mapToObj(less -> with(decision.getKey(), less)));
  }

  private Map<String, Integer> with(String question, int choice) {
    Map<String, Integer> other = new HashMap<>(decisions);
    other.put(question, choice);
    return other;
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
