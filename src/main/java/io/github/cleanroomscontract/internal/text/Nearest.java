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
      if (strangers(folded, other) > most) {
        continue;
      }
      int distance = distance(folded, other);
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
   * Characters of one that the other lacks, whichever has more. There are at least as many edits,
   * which take longer to count.
   */
  private static int strangers(String a, String b) {
    int[] surplus = new int[64];
    for (int i = 0; i < a.length(); i++) {
      surplus[a.charAt(i) % surplus.length]++;
    }
    for (int i = 0; i < b.length(); i++) {
      surplus[b.charAt(i) % surplus.length]--;
    }
    int more = 0;
    int less = 0;
    for (int each : surplus) {
      more += Math.max(0, each);
      less += Math.max(0, -each);
    }
    return Math.max(more, less);
  }

  /** Edits from one to the other: insert, delete, replace, or swap two neighbours. */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
