package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The replies to calls with some values. Thread-safe. */
final class Track {

  private final Map<String, Object> conditions;
  private final boolean invalidToo;
  private final Deque<Reply> once = new ArrayDeque<>();
  private Optional<Reply> always = Optional.empty();

  Track(Map<String, Object> conditions, boolean invalidToo) {
    this.conditions = conditions;
    this.invalidToo = invalidToo;
  }

  Map<String, Object> conditions() {
    return conditions;
  }

  boolean forInvalidToo() {
    return invalidToo;
  }

  synchronized void once(List<Reply> replies) {
    once.addAll(replies);
  }

  synchronized void always(Reply reply) {
    always = Optional.of(reply);
  }

  /** Returns the next reply, if there is one left. */
  synchronized Optional<Reply> next() {
    return Optional.ofNullable(once.poll()).or(() -> always);
  }

  /** Returns whether an input has the values. */
  boolean fits(Object input) {
    return conditions.entrySet().stream()
        .allMatch(
            entry -> same(Trees.find(input, Pointers.segments(entry.getKey())), entry.getValue()));
  }

  private static boolean same(Object some, Object other) {
    if (some instanceof Number && other instanceof Number) {
      return new BigDecimal(some.toString()).compareTo(new BigDecimal(other.toString())) == 0;
    }
    return other.equals(some);
  }
}
