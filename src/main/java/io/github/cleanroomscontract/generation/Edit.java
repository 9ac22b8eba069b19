package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.sample.Place;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.List;
import java.util.function.BiFunction;

/** A change of a payload, below a place. */
final class Edit {

  private final String pointer;
  private final BiFunction<Object, Place, Object> value;

  private Edit(String pointer, BiFunction<Object, Place, Object> value) {
    this.pointer = pointer;
    this.value = value;
  }

  /** Puts a value: JSON with apostrophes for quotation marks, or {@code @} and what is copied. */
  static Edit set(String pointer, String value) {
    return new Edit(
        pointer,
        (payload, place) ->
            value.startsWith("@")
                ? copy(Trees.get(payload, Relative.path(place, value.substring(1))))
                : Trees.parse(value));
  }

  /** Takes a member or an item away. */
  static Edit remove(String pointer) {
    return new Edit(pointer, (payload, place) -> null);
  }

  /** Replaces a part of a text. */
  static Edit replace(String pointer, String part, String by) {
    return new Edit(
        pointer,
        (payload, place) ->
            Trees.get(payload, Relative.path(place, pointer)).toString().replace(part, by));
  }

  /** Returns the path that is changed, from the place. */
  List<String> path() {
    return Pointers.segments(pointer);
  }

  /** Makes the change, and says what it is. */
  String on(Object payload, Place place) {
    List<String> path = Relative.path(place, pointer);
    Object after = value.apply(payload, place);
    if (after == null) {
      Object before = Trees.get(payload, path);
      Trees.remove(payload, path);
      return Relative.pointer(path) + ": " + ModelFaults.brief(before) + " left out";
    }
    int last = path.size() - 1;
    boolean added = path.get(last).equals("-");
    if (added) {
      int size = ((List<?>) Trees.get(payload, path.subList(0, last))).size();
      path.set(last, String.valueOf(size));
    }
    Object before = added ? null : Trees.find(payload, path);
    Trees.set(payload, path, after);
    return Relative.pointer(path)
        + (before == null ? ": added " : ": from " + ModelFaults.brief(before) + " to ")
        + ModelFaults.brief(after);
  }

  private static Object copy(Object value) {
    return Trees.parse(Trees.json(value));
  }
}
