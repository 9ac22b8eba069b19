package io.github.cleanroomscontract.coverage;

import java.util.List;

/**
 * A demand of a floor that was not met. Immutable.
 *
 * @param demand the demand, as the floor has it
 * @param found what there is instead, such as {@code 14 of 31 (45.2 %)}
 * @param remedies what to add, the first few: {@code a test in which GetProtectedQuery answers
 *     ThrottlingException}
 * @param more how many more there are that could be added
 */
public record Shortfall(String demand, String found, List<String> remedies, int more) {

  private static final int REMEDIES = 10;

  /** Keeps an unmodifiable copy. */
  public Shortfall {
    remedies = List.copyOf(remedies);
  }

  static Shortfall of(String demand, String found, List<String> all) {
    int shown = Math.min(all.size(), REMEDIES);
    return new Shortfall(demand, found, all.subList(0, shown), all.size() - shown);
  }

  /** Returns it in lines: the demand and what there is, then what to add. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(demand).append(": ").append(found);
    remedies.forEach(remedy -> text.append("\n  add ").append(remedy));
    if (more > 0) {
      text.append("\n  … or ").append(more).append(" more that coverage.json lists");
    }
    return text.toString();
  }
}
