package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.schema.Patterns;
import io.github.cleanroomscontract.internal.text.EpochSeconds;
import io.github.cleanroomscontract.internal.text.Nearest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What was probably meant, or how to mend it. An empty hint says nothing. */
final class Hints {

  private static final Pattern NUMERAL = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,18})?");
  private static final Pattern ARN_ID =
      Pattern.compile("arn:.*/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private Hints() {}

  /** The known name that was meant by an unknown one. */
  static String meant(String known, String unknown) {
    return Nearest.sameLetters(known, unknown)
        ? "did you mean \"" + known + "\"? names and values are case-sensitive"
        : "did you mean \"" + known + "\"?";
  }

  /** The member of a structure below which a name is known, one level down. */
  static Optional<String> below(Shape shape, String name) {
    return shape.members().stream()
        .filter(member -> hasMember(inner(member.shape()), name))
        .map(Member::name)
        .findFirst();
  }

  /** Where a name is known, if not here: below, above, or deeper down. */
  static Optional<String> elsewhere(Shape shape, Optional<Shape> parent, String name) {
    return below(shape, name)
        .map(member -> "\"" + name + "\" belongs one level down, in \"" + member + "\"")
        .or(
            () ->
                parent
                    .filter(outer -> hasMember(outer, name))
                    .map(outer -> "\"" + name + "\" belongs one level up"))
        .or(
            () ->
                deeper(shape, name)
                    .map(path -> "\"" + name + "\" belongs further down, in \"" + path + "\""));
  }

  private static Optional<String> deeper(Shape shape, String name) {
    return shape.members().stream()
        .flatMap(
            member ->
                below(inner(member.shape()), name).map(last -> member.name() + "." + last).stream())
        .findFirst();
  }

  private static boolean hasMember(Shape shape, String name) {
    return shape.member(name).isPresent();
  }

  private static Shape inner(Shape shape) {
    return shape.kind() == Shape.Kind.LIST ? inner(shape.item()) : shape;
  }

  /** Two variants at once. */
  static String multiple(Shape union, List<String> found) {
    boolean canDistribute =
        found.equals(List.of("s3", "member")) || found.equals(List.of("member", "s3"));
    return canDistribute && union.member("distribute").isPresent()
        ? "to send results to both, put each into distribute.locations"
        : "";
  }

  /** A value of the wrong type. */
  static String type(Shape shape, JsonNode value) {
    if (value.isNull()) {
      return "null is not a value of this API: leave the member out, or give it a value";
    }
    return switch (shape.kind()) {
      case TIMESTAMP -> value.isString() ? timestamp(value.asString()) : "";
      case INTEGER, NUMBER ->
          numeral(value) && (shape.kind() == Shape.Kind.NUMBER || !value.asString().contains("."))
              ? "write the number without quotes"
              : "";
      case STRING, ENUM -> value.isNumber() ? "write the number in quotes" : "";
      case BOOLEAN -> bool(value) ? "write it without quotes, in lower case" : "";
      case DOCUMENT -> "";
      case LIST -> value.isObject() || value.isString() ? "put it in [ ]" : "";
      case STRUCTURE, UNION, MAP ->
          value.isString() && value.asString().startsWith("{")
              ? "this is JSON in a string: write the object itself"
              : value.isArray() && value.size() == 1 ? "take it out of [ ]" : "";
    };
  }

  private static boolean numeral(JsonNode value) {
    return value.isString() && NUMERAL.matcher(value.asString()).matches();
  }

  private static boolean bool(JsonNode value) {
    return value.isString()
        && List.of("true", "false").contains(value.asString().toLowerCase(Locale.ROOT));
  }

  private static String timestamp(String text) {
    if (NUMERAL.matcher(text).matches()) {
      return "write the number without quotes";
    }
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      BigDecimal seconds =
          BigDecimal.valueOf(instant.getEpochSecond())
              .add(BigDecimal.valueOf(instant.getNano(), 9))
              .stripTrailingZeros();
      return "on the wire this is " + seconds.toPlainString() + "; ISO dates are what tools print";
    } catch (DateTimeException e) {
      return "";
    }
  }

  /** A number that cannot be meant as seconds: the time that it is in a smaller unit. */
  static String seconds(BigDecimal number) {
    int digits = 0;
    for (String unit : List.of("milliseconds", "microseconds", "nanoseconds")) {
      digits += 3;
      BigDecimal seconds = number.movePointLeft(digits);
      Optional<Instant> time = EpochSeconds.time(seconds);
      if (time.isPresent()) {
        String give = seconds.stripTrailingZeros().toPlainString();
        return "in " + unit + " this would be " + time.get() + "; give " + give;
      }
    }
    return "";
  }

  /** A string that does not match its pattern. */
  static String pattern(Shape shape, String value) {
    Pattern pattern = Patterns.compile(shape.pattern().orElseThrow());
    String trimmed = value.strip();
    if (!trimmed.equals(value) && pattern.matcher(trimmed).find()) {
      return value.endsWith("\n") || value.endsWith("\r")
          ? "it ends with a line break"
          : "it has white space around it";
    }
    var arn = ARN_ID.matcher(value);
    if (arn.matches() && pattern.matcher(arn.group(1)).find()) {
      return "give the id, \"" + arn.group(1) + "\", not the ARN";
    }
    String lower = value.toLowerCase(Locale.ROOT);
    if (!lower.equals(value) && pattern.matcher(lower).find()) {
      return "write it in lower case";
    }
    return "";
  }
}
