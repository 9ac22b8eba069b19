package io.github.cleanroomscontract.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names of operations as users write them: {@code StartProtectedQuery, List*}. Immutable and
 * thread-safe.
 *
 * @param patterns the names, {@code *} standing for any letters
 */
record OperationNames(List<String> patterns) {

  /** No names. */
  static final OperationNames NONE = new OperationNames(List.of());

  /**
   * Reads names with commas, plus signs or blanks between.
   *
   * @throws IllegalArgumentException if one of them fits no operation
   */
  static OperationNames parse(String text, Contract contract) {
    List<String> patterns =
        Arrays.stream(text.trim().split("[,+\\s]+")).filter(each -> !each.isEmpty()).toList();
    for (String pattern : patterns) {
      if (contract.names().stream().noneMatch(name -> fits(pattern, name))) {
        throw contract.unknown(pattern);
      }
    }
    return new OperationNames(patterns);
  }

  boolean isEmpty() {
    return patterns.isEmpty();
  }

  boolean fit(String name) {
    return patterns.stream().anyMatch(pattern -> fits(pattern, name));
  }

  static boolean fits(String pattern, String name) {
    return Pattern.matches(
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .reduce((a, b) -> a + ".*" + b)
            .orElseThrow(),
        name);
  }

  /** Returns the names as they are read. */
  @Override
  public String toString() {
    return String.join(", ", patterns);
  }
}
