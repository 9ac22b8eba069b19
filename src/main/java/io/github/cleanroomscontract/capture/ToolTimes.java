package io.github.cleanroomscontract.capture;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Times as tools write them, in seconds since 1970 as they travel. */
final class ToolTimes {

  /** As Python writes times that know their offset. */
  private static final Pattern PYTHON =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{6})?[+-][0-9]{2}:[0-9]{2}");

  private static final DateTimeFormatter WORDS =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("MMM d, uuuu h:mm:ss a")
          .toFormatter(Locale.US);

  /** The parts of a time that placebo writes, and what each is at least. */
  private static final List<String> PARTS =
      List.of("year", "month", "day", "hour", "minute", "second", "microsecond");

  private ToolTimes() {}

  /** Returns whether a text is a time as Python writes it, with its offset. */
  static boolean isPython(String text) {
    return PYTHON.matcher(text).matches() && seconds(text).isPresent();
  }

  /** Returns the number that a time is: in ISO 8601, as Python prints it, or in words. */
  static Optional<String> seconds(String text) {
    // Python parts date and time by a space, and newer JDKs part the hour by a narrow one.
    String iso = text.replaceFirst("^([0-9-]{10}) ", "$1T");
    try {
      return Optional.of(number(OffsetDateTime.parse(iso).toInstant()));
    } catch (DateTimeException e) {
      return local(iso).map(time -> number(time.toInstant(ZoneOffset.UTC)));
    }
  }

  private static Optional<LocalDateTime> local(String text) {
    for (DateTimeFormatter format : List.of(DateTimeFormatter.ISO_LOCAL_DATE_TIME, WORDS)) {
      try {
        return Optional.of(LocalDateTime.parse(text.replace('\u202f', ' '), format));
      } catch (DateTimeException e) {
        continue;
      }
    }
    return Optional.empty();
  }

  /** Returns the number that a time is as placebo writes it, part by part. */
  static Optional<String> seconds(JsonNode parts) {
    if (!parts.path("__class__").asString("").equals("datetime")) {
      return Optional.empty();
    }
    int[] values = new int[PARTS.size()];
    for (int i = 0; i < values.length; i++) {
      JsonNode part = parts.path(PARTS.get(i));
      if (!part.isInt() && !part.isMissingNode()) {
        return Optional.empty();
      }
      values[i] = part.asInt(0);
    }
    try {
      LocalDateTime time =
          LocalDateTime.of(values[0], values[1], values[2], values[3], values[4], values[5])
              .plusNanos(values[6] * 1000L);
      return Optional.of(number(time.toInstant(ZoneOffset.UTC)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String number(Instant time) {
    BigDecimal seconds =
        BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9));
    BigDecimal shortest = seconds.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0).toPlainString() : shortest.toPlainString();
  }
}
