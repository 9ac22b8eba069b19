package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.internal.json.Pointers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One payload being judged: where in it the judge is, and what has failed so far. A place is
 * written as a pointer only when something fails there. Not thread-safe.
 */
final class Trial {

  private final List<Engine.Violation> violations = new ArrayList<>();

  /** The way from the top: names of members, and for items null with the index beside. */
  private String[] names = new String[8];

  private int[] indexes = new int[8];
  private int depth;
  private int silence;

  /**
   * What a keyword says when it fails.
   *
   * @param keyword its name
   * @param rule the id of the documented rule that it is part of; else empty
   */
  record Failure(String keyword, String rule) {}

  /** Judges the value of a member. */
  boolean member(String name, Keyword keyword, JsonNode value) {
    return below(name, 0, keyword, value);
  }

  /** Judges an item of a list. */
  boolean item(int index, Keyword keyword, JsonNode value) {
    return below(null, index, keyword, value);
  }

  private boolean below(String name, int index, Keyword keyword, JsonNode value) {
    if (depth == names.length) {
      names = Arrays.copyOf(names, 2 * depth);
      indexes = Arrays.copyOf(indexes, 2 * depth);
    }
    names[depth] = name;
    indexes[depth] = index;
    depth++;
    boolean holds = keyword.holds(value, this);
    depth--;
    return holds;
  }

  /** Returns whether a value is as asked, telling nothing of what is not. */
  boolean silently(Keyword keyword, JsonNode value) {
    silence++;
    boolean holds = keyword.holds(value, this);
    silence--;
    return holds;
  }

  /** Returns whether nothing is told, so that one failure is as good as all. */
  boolean silent() {
    return silence > 0;
  }

  /** Tells that the value here fails; returns false. */
  boolean fails(Failure failure) {
    return fails(failure, "");
  }

  /** Tells that the value here fails, on account of a member or key; returns false. */
  boolean fails(Failure failure, String subject) {
    if (silence == 0) {
      violations.add(new Engine.Violation(pointer(), failure.keyword(), subject, failure.rule()));
    }
    return false;
  }

  /** Returns what has failed. */
  List<Engine.Violation> violations() {
    return violations;
  }

  private String pointer() {
    StringBuilder pointer = new StringBuilder(64);
    for (int i = 0; i < depth; i++) {
      Pointers.append(pointer, names[i] == null ? Integer.toString(indexes[i]) : names[i]);
    }
    return pointer.toString();
  }
}
