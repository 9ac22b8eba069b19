package io.github.cleanroomscontract.internal.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name was meant by an unknown one. */
public final class Nearest {

  private Nearest() {}

  /** Returns the one candidate that is near enough to {@code name} to be what was meant. */
  public static Optional<String> to(String name, Collection<String> candidates) {
    // Nobody mistypes a name of hundreds of characters, and comparing would take its time.
    if (name.length() > 100) {
      return Optional.empty();
    }
    String folded = fold(name);
    int most = Math.min(3, Math.max(1, folded.length() / 4));
    String best = null;
    int least = Integer.MAX_VALUE;
    boolean tie = false;
    for (String candidate : candidates) {
      String other = fold(candidate);
      int distance = distance(folded, other, most);
      if (distance < least) {
        best = candidate;
        least = distance;
        tie = false;
      } else if (distance == least) {
        tie = true;
      }
    }
    if (best != null && !tie && least <= most) {
      return Optional.of(best);
    }
    return extension(folded, candidates);
  }

  /** Returns whether two names differ in nothing but case, hyphens and underscores. */
  public static boolean sameLetters(String name, String other) {
    return fold(name).equals(fold(other));
  }

  /** The only candidate that begins or ends with the name, or that the name so extends. */
  private static Optional<String> extension(String folded, Collection<String> candidates) {
    if (folded.length() < 3) {
      return Optional.empty();
    }
    String found = null;
    for (String candidate : candidates) {
      String other = fold(candidate);
      boolean extended =
          other.startsWith(folded)
              || other.endsWith(folded)
              || other.length() >= 3 && (folded.startsWith(other) || folded.endsWith(other));
      if (extended) {
        if (found != null) {
          return Optional.empty();
        }
        found = candidate;
      }
    }
    return Optional.ofNullable(found);
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
  }

  /**
   * Edits from one to the other: insert, delete, replace, or swap two neighbours. If there are more
   * than {@code most}, some number above it.
   */
  private static int distance(String a, String b, int most) {
    int tooMany = most + 1;
    if (Math.abs(a.length() - b.length()) > most) {
      return tooMany;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      // Further from the diagonal, there are too many in any case.
      int from = Math.max(1, i - most);
      int to = Math.min(b.length(), i + most);
      row[from - 1] = from == 1 ? i : tooMany;
      for (int j = from; j <= to; j++) {
        int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      if (to < b.length()) {
        row[to + 1] = tooMany;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
