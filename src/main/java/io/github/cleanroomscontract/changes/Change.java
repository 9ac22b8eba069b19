package io.github.cleanroomscontract.changes;

import java.util.List;

/**
 * One thing that a release changed in the input or output of an operation. Immutable.
 *
 * @param kind what it is
 * @param path the place, with dots between members and brackets for the items of a list or the
 *     values of a map: {@code protectedJob.computeConfiguration}, {@code collaborationList[].name}
 * @param type what the new member is, in a word; of enums and changed values, empty
 * @param values the values of a new enum member, or those added to or removed from an enum
 * @param below what came with a new member, inside it
 */
public record Change(Kind kind, String path, String type, List<String> values, List<Change> below) {

  /** The kinds of changes. */
  public enum Kind {
    /** A member of a structure came. */
    MEMBER,
    /** A variant of a tagged union came. */
    VARIANT,
    /** Values of an enum came. */
    VALUES_ADDED,
    /** Values of an enum went. */
    VALUES_REMOVED
  }

  /** Keeps unmodifiable copies of the lists. */
  public Change {
    values = List.copyOf(values);
    below = List.copyOf(below);
  }

  /** Returns the last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
