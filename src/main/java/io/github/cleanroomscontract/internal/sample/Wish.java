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
 * @param given whether all that is here is given, so that nothing is to be made below
 */
record Wish(Map<String, Wish> below, Optional<Sampler.End> end, boolean here, boolean given) {

  static final Wish NONE = new Wish(Map.of(), Optional.empty(), false, false);

  /** For this, however it is. */
  static final Wish THIS = new Wish(Map.of(), Optional.empty(), true, false);

  /** Returns the wish for something at the end of a path. */
  static Wish at(List<String> path, Sampler.End end) {
    Wish wish = new Wish(Map.of(), Optional.of(end), true, false);
    for (int i = path.size() - 1; i >= 0; i--) {
      wish = new Wish(Map.of(path.get(i), wish), Optional.empty(), true, false);
    }
    return wish;
  }

  /** Returns the wish for a structure that has some members as they are given. */
  static Wish members(Map<String, Object> members) {
    Map<String, Wish> below = new LinkedHashMap<>();
    members.forEach((name, value) -> below.put(name, given(value)));
    return new Wish(below, Optional.empty(), true, false);
  }

  /** What is below a given value stays as well, whatever is to agree with it. */
  private static Wish given(Object value) {
    Map<String, Wish> below = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> members) {
      members.forEach((name, member) -> below.put((String) name, given(member)));
    } else if (value instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        below.put(String.valueOf(i), given(items.get(i)));
      }
    }
    return new Wish(below, Optional.of((sampler, shape, spot) -> value), true, true);
  }

  /** Returns this and another wish; what is wished for here stays where both speak of one place. */
  Wish and(Wish other) {
    if (given || end.isPresent() && below.isEmpty()) {
      return this;
    }
    Map<String, Wish> both = new LinkedHashMap<>(below);
    other.below.forEach((segment, wish) -> both.merge(segment, wish, Wish::and));
    return new Wish(both, end, here || other.here, false);
  }

  /** Returns whether something is wished for here or below. */
  boolean wished() {
    return here;
  }

  /** Returns whether it is wished for here, and nothing further below. */
  boolean fulfilled() {
    return given || end.isPresent() && !goesOn();
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
