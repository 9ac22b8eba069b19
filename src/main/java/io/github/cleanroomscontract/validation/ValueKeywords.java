package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.validation.Trial.Failure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Keywords about a value by itself. */
final class ValueKeywords {

  /** Up to here each whole number is a double of its own. */
  private static final long EXACT = 1L << 53;

  private ValueKeywords() {}

  /** One of several types has to fit. */
  static Keyword type(List<Predicate<JsonNode>> types, Failure failure) {
    if (types.size() == 1) {
      Predicate<JsonNode> type = types.get(0);
      return (value, trial) -> type.test(value) || trial.fails(failure);
    }
    return (value, trial) ->
        types.stream().anyMatch(type -> type.test(value)) || trial.fails(failure);
  }

  /** A whole number may be written with a fraction of zero. */
  static boolean isWhole(JsonNode value) {
    return value.isIntegralNumber() || value.isNumber() && value.canConvertToExactIntegral();
  }

  /** The value has to be one of these. */
  static Keyword among(Iterable<JsonNode> allowed, Failure failure) {
    Set<Object> contents = new HashSet<>();
    allowed.forEach(each -> contents.add(content(each)));
    return (value, trial) -> contents.contains(content(value)) || trial.fails(failure);
  }

  /**
   * Returns what two values have to have in common to be equal in JSON Schema, where 1 is 1.0, and
   * the order of members does not count.
   */
  static Object content(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> value.asString();
      case NUMBER -> value.decimalValue().stripTrailingZeros();
      case ARRAY -> {
        List<Object> items = new ArrayList<>();
        value.forEach(item -> items.add(content(item)));
        yield items;
      }
      case OBJECT -> {
        Map<String, Object> members = new HashMap<>();
        value.forEachEntry((name, member) -> members.put(name, content(member)));
        yield members;
      }
      default -> value;
    };
  }

  /**
   * A number has to compare with a bound in some way.
   *
   * @param passes takes what {@link Comparable#compareTo} says of the number and the bound
   */
  static Keyword bound(JsonNode bound, IntPredicate passes, Failure failure) {
    boolean exact = bound.canConvertToLong() && Math.abs(bound.asLong()) <= EXACT;
    long whole = exact ? bound.asLong() : 0;
    BigDecimal decimal = new BigDecimal(bound.asString());
    return (value, trial) -> {
      if (!value.isNumber()) {
        return true;
      }
      int compared =
          exact && value.canConvertToLong() && value.isIntegralNumber()
              ? Long.compare(value.longValue(), whole)
              : exact && value.isDouble()
                  ? compare(value.doubleValue(), whole)
                  : new BigDecimal(value.asString()).compareTo(decimal);
      return passes.test(compared) || trial.fails(failure);
    };
  }

  /** Unlike {@link Double#compare}, knows one zero. */
  private static int compare(double value, double bound) {
    return value < bound ? -1 : value > bound ? 1 : 0;
  }

  /** A string has to have so many characters, each code point being one. */
  static Keyword minLength(int least, Failure failure) {
    return (value, trial) -> {
      if (!value.isString()) {
        return true;
      }
      String text = value.stringValue();
      // Two units make a character at most, so most need no counting.
      return text.length() / 2 >= least
          || text.codePointCount(0, text.length()) >= least
          || trial.fails(failure);
    };
  }

  /** A string may have so many characters, each code point being one. */
  static Keyword maxLength(int most, Failure failure) {
    return (value, trial) -> {
      if (!value.isString()) {
        return true;
      }
      String text = value.stringValue();
      return text.length() <= most
          || text.codePointCount(0, text.length()) <= most
          || trial.fails(failure);
    };
  }

  /** A string has to match; the pattern is asked for when there is the first one. */
  static Keyword pattern(Supplier<PortablePattern> source, Failure failure) {
    return new Keyword() {
      // If two threads ask at once, either's answer is as good, and safe: it is immutable.
      private PortablePattern pattern;

      @Override
      public boolean holds(JsonNode value, Trial trial) {
        if (!value.isString()) {
          return true;
        }
        PortablePattern known = pattern;
        if (known == null) {
          known = source.get();
          pattern = known;
        }
        return known.matches(value.stringValue()) || trial.fails(failure);
      }
    };
  }
}
