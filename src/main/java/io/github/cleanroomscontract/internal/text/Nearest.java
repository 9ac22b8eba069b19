package io.github.cleanroomscontract.internal.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** Guesses which known name was meant by an unknown one. Immutable. */
public final class Nearest {

  private final Name[] candidates;

  /**
   * A name to compare with others.
   *
   * @param folded its letters, in lower case
   * @param digest in the upper half how many letters there are, in the lower half which, as bits
   */
  private record Name(String text, char[] folded, long digest) {

    static Name of(String text) {
      char[] folded = new char[text.length()];
      int length = 0;
      int letters = 0;
      for (int i = 0; i < folded.length; i++) {
        char c = text.charAt(i);
        if (c != '_' && c != '-' && c != ' ') {
          char lower = Character.toLowerCase(c);
          folded[length++] = lower;
          letters |= 1 << (lower & 31);
        }
      }
      return new Name(
          text,
          length == folded.length ? folded : Arrays.copyOf(folded, length),
          (long) length << 32 | letters & 0xFFFFFFFFL);
    }

    /** Returns how many edits there are at least from one to the other. */
    int differs(Name other) {
      int length = Math.abs(folded.length - other.folded.length);
      // An edit changes the set of letters by two at most: one that goes, and one that comes.
      return Math.max(length, (Integer.bitCount((int) (digest ^ other.digest)) + 1) / 2);
    }
  }

  private Nearest(Collection<String> candidates) {
    this.candidates = candidates.stream().map(Name::of).toArray(Name[]::new);
  }

  /** Returns what guesses among some names, to be kept where they are asked for often. */
  public static Nearest among(Collection<String> candidates) {
    return new Nearest(candidates);
  }

  /** Returns the one candidate that is near enough to {@code name} to be what was meant. */
  public static Optional<String> to(String name, Collection<String> candidates) {
    return among(candidates).to(name);
  }

  /** Returns the one candidate that is near enough to {@code name} to be what was meant. */
  public Optional<String> to(String name) {
    // Nobody mistypes a name of hundreds of characters, and comparing would take its time.
    if (name.length() > 100) {
      return Optional.empty();
    }
    Name wrong = Name.of(name);
    int most = Math.min(3, Math.max(1, wrong.folded.length / 4));
    String best = null;
    // Of what is further away than another, it does not matter how far.
    int bound = most;
    int least = Integer.MAX_VALUE;
    boolean tie = false;
    for (Name candidate : candidates) {
      if (wrong.differs(candidate) > bound) {
        continue;
      }
      int distance = distance(wrong.folded, candidate.folded, bound);
      if (distance > bound) {
        continue;
      }
      tie = distance == least;
      if (!tie) {
        best = candidate.text;
        least = distance;
        bound = distance;
      }
    }
    if (best != null && !tie) {
      return Optional.of(best);
    }
    return extension(new String(wrong.folded));
  }

  /** Returns whether two names differ in nothing but case, hyphens and underscores. */
  public static boolean sameLetters(String name, String other) {
    return Arrays.equals(Name.of(name).folded, Name.of(other).folded);
  }

  /** The only candidate that begins or ends with the name, or that the name so extends. */
  private Optional<String> extension(String folded) {
    if (folded.length() < 3) {
      return Optional.empty();
    }
    String found = null;
    for (Name candidate : candidates) {
      String other = new String(candidate.folded);
      boolean extended =
          other.startsWith(folded)
              || other.endsWith(folded)
              || other.length() >= 3 && (folded.startsWith(other) || folded.endsWith(other));
      if (extended) {
        if (found != null) {
          return Optional.empty();
        }
        found = candidate.text;
      }
    }
    return Optional.ofNullable(found);
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
