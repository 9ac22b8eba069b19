package io.github.cleanroomscontract.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What was exercised of some things, and what was not. Immutable.
 *
 * @param covered the names of what was, in the order of the contract
 * @param missing the names of what was not, in the order of the contract
 */
public record Tally(List<String> covered, List<String> missing) {

  /** Keeps unmodifiable copies. */
  public Tally {
    covered = List.copyOf(covered);
    missing = List.copyOf(missing);
  }

  static Tally of(List<String> names, Set<String> seen) {
    return new Tally(
        names.stream().filter(seen::contains).toList(),
        names.stream().filter(name -> !seen.contains(name)).toList());
  }

  /** Returns how many were exercised. */
  public int count() {
    return covered.size();
  }

  /** Returns how many there are. */
  public int total() {
    return covered.size() + missing.size();
  }

  /** Returns the percentage that was exercised, 100 of nothing. */
  public double percent() {
    return total() == 0 ? 100 : 100.0 * count() / total();
  }

  /** Returns both together. */
  Tally and(Tally other) {
    List<String> more = new ArrayList<>(covered);
    more.addAll(other.covered);
    List<String> less = new ArrayList<>(missing);
    less.addAll(other.missing);
    return new Tally(more, less);
  }

  /** Returns the figures: {@code 14 of 31}. */
  @Override
  public String toString() {
    return count() + " of " + total();
  }
}
