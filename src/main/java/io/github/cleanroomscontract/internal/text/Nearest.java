package io.github.cleanroomscontract.internal.text;

import java.util.Arrays;
import java.util.Collection;
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
    char[] folded = fold(name);
    long digest = digest(name);
    int most = Math.min(3, Math.max(1, folded.length / 4));
    String best = null;
    // Of what is further away than another, it does not matter how far.
    int bound = most;
    int least = Integer.MAX_VALUE;
    boolean tie = false;
    for (String candidate : candidates) {
      if (differ(digest, digest(candidate)) > bound) {
        continue;
      }
      int distance = distance(folded, fold(candidate), bound);
      if (distance > bound) {
        continue;
      }
      tie = distance == least;
      if (!tie) {
        best = candidate;
        least = distance;
        bound = distance;
      }
    }
    if (best != null && !tie) {
      return Optional.of(best);
    }
    return extension(new String(folded), candidates);
  }

  /** Returns whether two names differ in nothing but case, hyphens and underscores. */
  public static boolean sameLetters(String name, String other) {
    return digest(name) == digest(other) && Arrays.equals(fold(name), fold(other));
  }

  /** The only candidate that begins or ends with the name, or that the name so extends. */
  private static Optional<String> extension(String folded, Collection<String> candidates) {
    if (folded.length() < 3) {
      return Optional.empty();
    }
    String found = null;
    for (String candidate : candidates) {
      String other = new String(fold(candidate));
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

  private static char[] fold(String name) {
    char[] folded = new char[name.length()];
    int length = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (counts(c)) {
        folded[length++] = Character.toLowerCase(c);
      }
    }
    return length == folded.length ? folded : Arrays.copyOf(folded, length);
  }

  /** Returns in the upper half how many letters there are, in the lower half which, as bits. */
  private static long digest(String name) {
    long length = 0;
    int letters = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (counts(c)) {
        // Of ASCII letters, these bits are the same in both cases.
        letters |= 1 << ((c < 128 ? c : Character.toLowerCase(c)) & 31);
        length++;
      }
    }
    return length << 32 | letters & 0xFFFFFFFFL;
  }

  /** Returns how many edits there are at least between names with these digests. */
  private static int differ(long digest, long other) {
    int length = (int) Math.abs((digest >>> 32) - (other >>> 32));
    // An edit changes the set of letters by two at most: one that goes, and one that comes.
    return Math.max(length, (Integer.bitCount((int) (digest ^ other)) + 1) / 2);
  }

  private static boolean counts(char c) {
    return c != '_' && c != '-' && c != ' ';
  }

  /**
   * Edits from one to the other: insert, delete, replace, or swap two neighbours. If there are more
   * than {@code most}, some number above it.
   */
  private static int distance(char[] a, char[] b, int most) {
    // What begins and ends alike needs no edits.
    int shorter = Math.min(a.length, b.length);
    int start = 0;
    while (start < shorter && a[start] == b[start]) {
      start++;
    }
    int end = 0;
    while (end < shorter - start && a[a.length - 1 - end] == b[b.length - 1 - end]) {
      end++;
    }
    return distance(a, a.length - start - end, b, b.length - start - end, start, most);
  }

  /** The same for stretches of both, of so many characters from the same place on. */
  private static int distance(char[] a, int ofA, char[] b, int ofB, int start, int most) {
    if (ofA == 0 || ofB == 0) {
      return ofA + ofB;
    }
    int tooMany = most + 1;
    int[] beforeLast = new int[ofB + 1];
    int[] last = new int[ofB + 1];
    int[] row = new int[ofB + 1];
    for (int j = 0; j <= ofB; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= ofA; i++) {
      // Further from the diagonal, there are too many in any case.
      int from = Math.max(1, i - most);
      int to = Math.min(ofB, i + most);
      row[from - 1] = from == 1 ? i : tooMany;
      int least = row[from - 1];
      for (int j = from; j <= to; j++) {
        char c = a[start + i - 1];
        char d = b[start + j - 1];
        int edits = Math.min(last[j - 1] + (c == d ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && c == b[start + j - 2] && d == a[start + i - 2]) {
          edits = Math.min(edits, beforeLast[j - 2] + 1);
        }
        row[j] = edits;
        least = Math.min(least, edits);
      }
      // A swap reaches back two rows, but is no cheaper than a replacement in the row between.
      if (least > most) {
        return tooMany;
      }
      if (to < ofB) {
        row[to + 1] = tooMany;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[ofB];
  }
}
