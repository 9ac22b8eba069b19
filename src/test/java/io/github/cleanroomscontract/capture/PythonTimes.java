package io.github.cleanroomscontract.capture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Times as Python's tools write them. */
final class PythonTimes {

  private PythonTimes() {}

  /** Returns a time in ISO 8601, or part by part; empty if Python cannot have it. */
  static Optional<JsonNode> of(BigDecimal seconds, boolean parts) {
    BigDecimal micros = seconds.setScale(6, RoundingMode.FLOOR);
    boolean exact = micros.compareTo(seconds) == 0;
    if (!exact
        || seconds.compareTo(BigDecimal.valueOf(-62_135_596_800L)) < 0
        || seconds.compareTo(BigDecimal.valueOf(253_402_300_800L)) >= 0) {
      return Optional.empty();
    }
    long second = micros.setScale(0, RoundingMode.FLOOR).longValue();
    int micro = micros.subtract(BigDecimal.valueOf(second)).movePointRight(6).intValue();
    LocalDateTime time =
        LocalDateTime.ofInstant(Instant.ofEpochSecond(second, micro * 1000L), ZoneOffset.UTC);
    return Optional.of(parts ? parts(time, micro) : text(time, micro));
  }

  private static JsonNode parts(LocalDateTime time, int micro) {
    ObjectNode parts = JsonNodeFactory.instance.objectNode();
    return parts
        .put("__class__", "datetime")
        .put("year", time.getYear())
        .put("month", time.getMonthValue())
        .put("day", time.getDayOfMonth())
        .put("hour", time.getHour())
        .put("minute", time.getMinute())
        .put("second", time.getSecond())
        .put("microsecond", micro);
  }

  private static JsonNode text(LocalDateTime time, int micro) {
    String fraction = micro == 0 ? "" : String.format(".%06d", micro);
    return JsonNodeFactory.instance.stringNode(
        String.format(
            "%04d-%02d-%02dT%02d:%02d:%02d%s+00:00",
            time.getYear(),
            time.getMonthValue(),
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute(),
            time.getSecond(),
            fraction));
  }
}
