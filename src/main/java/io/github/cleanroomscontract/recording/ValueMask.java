package io.github.cleanroomscontract.recording;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts other values in place of texts that may be numbers, dates and the like. */
final class ValueMask {

  /** What tells nothing, or one of two things. */
  private static final Pattern PLAIN =
      Pattern.compile("(?i)true|false|yes|no|on|off|[tfyn01]|nan|[+-]?inf(?:inity)?");

  private static final Pattern WHOLE = Pattern.compile("([+-]?)([0-9]{1,40})");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern DATE =
      Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])");
  private static final Pattern TIME = Pattern.compile("[0-9]{1,2}:[0-9]{2}");

  /** What parameters take: numbers of 8, 16, 32 and 64 bits. */
  private static final int[] BITS = {7, 15, 31, 63};

  private final WordMask words;

  ValueMask(WordMask words) {
    this.words = words;
  }

  String masked(String text) {
    String value = text.strip();
    if (PLAIN.matcher(value).matches()) {
      return value;
    }
    Matcher whole = WHOLE.matcher(value);
    if (whole.matches()) {
      return whole.group(1) + number(new BigInteger(whole.group(2)));
    }
    if (DECIMAL.matcher(value).matches()) {
      return "1.5";
    }
    Matcher date = DATE.matcher(value);
    if (date.lookingAt()) {
      String day = exists(date) ? "2020-01-02" : "2020-13-01";
      return date.end() < value.length() ? day + " 03:04:05" : day;
    }
    return TIME.matcher(value).lookingAt() ? "03:04:05" : words.word(value);
  }

  /** Returns a number that has as much room as another needs. */
  private static BigInteger number(BigInteger original) {
    int needed = original.bitLength();
    int below = 0;
    for (int bits : BITS) {
      if (needed <= bits) {
        return BigInteger.ONE.shiftLeft(below).add(BigInteger.TWO);
      }
      below = bits;
    }
    return BigInteger.ONE.shiftLeft(below).add(BigInteger.TWO);
  }

  private static boolean exists(Matcher date) {
    try {
      LocalDate.of(
          Integer.parseInt(date.group(1)),
          Integer.parseInt(date.group(2)),
          Integer.parseInt(date.group(3)));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
