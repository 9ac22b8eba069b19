package io.github.cleanroomscontract.internal.sample;

import java.util.List;

/**
 * What a payload has to have: something at the end of a path.
 *
 * @param path the way that is left; null if nothing is wished for below
 * @param end makes what stands there
 */
record Wish(List<String> path, Sampler.End end) {

  static final Wish NONE = new Wish(null, null);

  /** Returns whether something is wished for here or below. */
  boolean wished() {
    return path != null;
  }

  /** Returns whether it is wished for here. */
  boolean fulfilled() {
    return wished() && path.isEmpty();
  }

  /** Returns whether it is wished for further below. */
  boolean goesOn() {
    return wished() && !path.isEmpty();
  }

  /** Returns the next step. */
  String next() {
    return path.get(0);
  }

  /** Returns what is wished for below a member. */
  Wish below(String segment) {
    return goesOn() && next().equals(segment) ? new Wish(path.subList(1, path.size()), end) : NONE;
  }
}
