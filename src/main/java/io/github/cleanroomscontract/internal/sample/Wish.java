package io.github.cleanroomscontract.internal.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a payload has to have: something at the ends of some paths.
 *
 * @param below what is wished for further below, by member, variant, key or position
 * @param end makes what stands here; empty if nobody asked for it to be made otherwise
 * @param here whether this is wished for, or something below it
 */
record Wish(Map<String, Wish> below, Optional<Sampler.End> end, boolean here) {

  static final Wish NONE = new Wish(Map.of(), Optional.empty(), false);

  /** For this, however it is. */
  static final Wish THIS = new Wish(Map.of(), Optional.empty(), true);

  /** Returns the wish for something at the end of a path. */
  static Wish at(List<String> path, Sampler.End end) {
    Wish wish = new Wish(Map.of(), Optional.of(end), true);
    for (int i = path.size() - 1; i >= 0; i--) {
      wish = new Wish(Map.of(path.get(i), wish), Optional.empty(), true);
    }
    return wish;
  }

  /** Returns this and another wish; what is wished for here stays where both speak of one place. */
  Wish and(Wish other) {
    if (end.isPresent() && below.isEmpty()) {
      return this;
    }
    Map<String, Wish> both = new LinkedHashMap<>(below);
    other.below.forEach((segment, wish) -> both.merge(segment, wish, Wish::and));
    return new Wish(both, end, here || other.here);
  }

  /** Returns whether something is wished for here or below. */
  boolean wished() {
    return here;
  }

  /** Returns whether it is wished for here, and nothing further below. */
  boolean fulfilled() {
    return end.isPresent() && !goesOn();
  }

  /** Returns whether it is wished for further below. */
  boolean goesOn() {
    return !below.isEmpty();
  }

  /** Returns the first step. */
  String next() {
    return below.keySet().iterator().next();
  }

  /** Returns how many items a list must have at least. */
  int items() {
    return below.keySet().stream()
        .filter(segment -> segment.matches("[0-9]+"))
        .mapToInt(segment -> Integer.parseInt(segment) + 1)
        .max()
        .orElse(1);
  }

  /** Returns what is wished for below a member. */
  Wish below(String segment) {
    return below.getOrDefault(segment, NONE);
  }
}
