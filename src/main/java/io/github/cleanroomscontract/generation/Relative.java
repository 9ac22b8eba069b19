package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.sample.Place;
import java.util.ArrayList;
import java.util.List;

/** Pointers from a place: as from a whole payload, and {@code ..} is what holds something. */
final class Relative {

  private Relative() {}

  /** Returns the path of what a pointer leads to from a place. */
  static List<String> path(Place place, String pointer) {
    List<String> path = new ArrayList<>(place.path());
    for (String segment : Pointers.segments(pointer)) {
      if (segment.equals("..")) {
        path.remove(path.size() - 1);
      } else {
        path.add(segment);
      }
    }
    return path;
  }

  /** Returns the pointer, in the payload, of what a pointer leads to from a place. */
  static String to(Place place, String pointer) {
    return pointer(path(place, pointer));
  }

  /** Returns the pointer of a path. */
  static String pointer(List<String> path) {
    String pointer = Pointers.ROOT;
    for (String segment : path) {
      pointer = Pointers.append(pointer, segment);
    }
    return pointer;
  }
}
