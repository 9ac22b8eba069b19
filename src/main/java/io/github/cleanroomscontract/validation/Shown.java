package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.internal.json.Locator.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The stretch of a source of which parts may be shown. What is sensitive is blotted out in what is
 * cut from it, and only there: the source may be long, and what is shown is not.
 */
final class Shown {

  /** More than the longest of what is recognised as sensitive by itself, an access key. */
  private static final int REACH = 24;

  private final String source;
  private final Span bounds;

  /** What is blotted out, in the order of the source; none of them overlap. */
  private final List<Span> blots;

  private final boolean clean;

  private Shown(String source, Span bounds, List<Span> blots, boolean clean) {
    this.source = source;
    this.bounds = bounds;
    this.blots = blots;
    this.clean = clean;
  }

  /** Nothing is shown. */
  static Shown nothing() {
    return new Shown("", new Span(0, 0), List.of(), false);
  }

  /** Parts of a source are shown as they are, in the order of the source. */
  static Shown all(String source, List<Span> parts) {
    return new Shown(source, around(parts), between(parts), false);
  }

  /** Parts of a source are shown but for what is sensitive in them. */
  static Shown redacted(String source, List<Span> parts, List<Span> sensitive) {
    List<Span> blots = between(parts);
    blots.addAll(sensitive);
    blots.sort(Comparator.comparingInt(Span::start));
    return new Shown(source, around(parts), blots, true);
  }

  private static Span around(List<Span> parts) {
    return new Span(parts.get(0).start(), parts.get(parts.size() - 1).end());
  }

  private static List<Span> between(List<Span> parts) {
    List<Span> gaps = new ArrayList<>();
    for (int i = 1; i < parts.size(); i++) {
      gaps.add(new Span(parts.get(i - 1).end(), parts.get(i).start()));
    }
    return gaps;
  }

  /** Returns the stretch. */
  Span bounds() {
    return bounds;
  }

  /** Returns what is shown between two places of the stretch. */
  String cut(int from, int to) {
    if (to <= from) {
      return "";
    }
    // Of half a number nobody could tell whose it is.
    int start = Math.max(bounds.start(), from - REACH);
    int end = Math.min(bounds.end(), to + REACH);
    // Blank space is indentation if it follows a line break.
    while (start > bounds.start() && isBlank(source.charAt(start - 1))) {
      start--;
    }
    StringBuilder text = new StringBuilder(end - start).append(source, start, end);
    for (int i = firstBlot(start); i < blots.size() && blots.get(i).start() < end; i++) {
      int blotStart = Math.max(blots.get(i).start(), start);
      int blotEnd = Math.min(blots.get(i).end(), end);
      Redaction.blot(text, blotStart - start, blotEnd - start);
    }
    if (clean) {
      Redaction.clean(text);
    }
    return text.substring(from - start, to - start);
  }

  /** Returns the index of the first blot that ends after a place. */
  private int firstBlot(int place) {
    int low = 0;
    int high = blots.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blots.get(middle).end() <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
