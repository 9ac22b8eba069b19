package io.github.cleanroomscontract.stub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Updates that say only what changes of a member. */
final class Merge {

  private Merge() {}

  /** Writes members over others; of those that are named, what is not told stays. */
  static void into(Map<String, Object> members, Map<String, Object> told, String... merged) {
    told.forEach(
        (name, value) ->
            members.merge(
                name,
                value,
                (before, now) -> List.of(merged).contains(name) ? both(before, now) : now));
  }

  private static Object both(Object before, Object now) {
    if (!(before instanceof Map<?, ?> old) || !(now instanceof Map<?, ?> told)) {
      return now;
    }
    Map<String, Object> both = new LinkedHashMap<>();
    old.forEach((name, value) -> both.put((String) name, value));
    told.forEach((name, value) -> both.merge((String) name, value, Merge::both));
    return both;
  }
}
