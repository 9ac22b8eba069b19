package io.github.cleanroomscontract.validation;

import static io.github.cleanroomscontract.validation.Specimen.full;
import static io.github.cleanroomscontract.validation.Specimen.minimal;
import static io.github.cleanroomscontract.validation.Specimen.with;
import static io.github.cleanroomscontract.validation.Specimen.without;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.schema.Patterns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A value for a place: a valid one, or one that breaks a single constraint.
 *
 * @param label what is special about it
 * @param value the value, as plain maps, lists, strings, numbers, booleans and null
 * @param broken the rule that it breaks, at the place itself; empty if it is valid
 */
record Variation(String label, Object value, Optional<Rule> broken) {

  private static final String STRANGER = "unheardOf";

  /** A pattern is not tried on longer strings; of those, it is the length that is told. */
  static int longestMatched(Shape shape) {
    return (int) Math.max(shape.maxLength().orElse(0), Patterns.HARMLESS_LENGTH);
  }

  /** Every valid border case, and every constraint of the shape itself broken once. */
  static List<Variation> all(Shape shape) {
    Collector found = new Collector(shape);
    if (shape.kind() == Shape.Kind.DOCUMENT) {
      found.document();
      return found.variations;
    }
    found.types();
    switch (shape.kind()) {
      case STRUCTURE -> found.structure();
      case UNION -> found.union();
      case LIST -> found.list();
      case MAP -> found.map();
      case STRING -> found.string();
      case ENUM -> found.enumeration();
      case INTEGER, NUMBER -> found.number();
      case TIMESTAMP -> found.timestamp();
      case BOOLEAN -> found.bool();
      case DOCUMENT -> throw new IllegalStateException("takes anything");
    }
    return found.variations;
  }

  private static final class Collector {

    final List<Variation> variations = new ArrayList<>();
    private final Shape shape;

    Collector(Shape shape) {
      this.shape = shape;
    }

    private void valid(String label, Object value) {
      variations.add(new Variation(label, value, Optional.empty()));
    }

    private void broken(Rule rule, String label, Object value) {
      variations.add(new Variation(label, value, Optional.of(rule)));
    }

    /** Whatever JSON has is a document. */
    void document() {
      valid("null", null);
      valid("a string", "text");
      valid("a number", 7);
      valid("a boolean", true);
      valid("an object", Map.of("any", "thing"));
      valid("a list", List.of(1));
    }

    void types() {
      Map<String, Object> byType = new LinkedHashMap<>();
      byType.put("null", null);
      byType.put("a string", "text");
      byType.put("a number", 7);
      byType.put("a boolean", true);
      byType.put("an object", Map.of());
      byType.put("a list", List.of());
      byType.remove(
          switch (shape.kind()) {
            case STRUCTURE, UNION, MAP -> "an object";
            case LIST -> "a list";
            case STRING, ENUM -> "a string";
            case INTEGER, NUMBER, TIMESTAMP -> "a number";
            case BOOLEAN -> "a boolean";
            case DOCUMENT -> throw new IllegalStateException("takes anything");
          });
      byType.forEach((label, value) -> broken(Rules.TYPE, label, value));
    }

    void structure() {
      Map<String, Object> full = Specimen.structure(shape, true);
      valid("minimal", minimal(shape));
      valid("full", full);
      broken(Rules.TYPE, "in a list", List.of(full));
      Map<String, Object> more = with(full, STRANGER, Map.of());
      if (shape.open()) {
        valid("with a stranger", more);
      } else {
        broken(Rules.UNKNOWN_MEMBER, "with a stranger", more);
      }
      for (Member member : shape.members()) {
        if (member.required()) {
          Map<String, Object> less = without(full, member.name());
          broken(Rules.REQUIRED, "without " + member.name(), less);
          // Where strangers are fine, only the gap is wrong; else the stranger explains it.
          Rule rule = shape.open() ? Rules.REQUIRED : Rules.UNKNOWN_MEMBER;
          Object value = full.get(member.name());
          broken(rule, member.name() + " in upper case", with(less, upper(member), value));
          boolean named = member.shape().kind() != Shape.Kind.MAP;
          if (named && value instanceof Map<?, ?> inner && !inner.isEmpty()) {
            String name = inner.keySet().iterator().next().toString();
            if (shape.member(name).isEmpty()) {
              broken(rule, member.name() + " unwrapped", with(less, name, inner.get(name)));
            }
          }
        }
      }
    }

    private static String upper(Member member) {
      return member.name().toUpperCase(Locale.ROOT);
    }

    void union() {
      List<Member> variants = shape.members();
      broken(Rules.TYPE, "in a list", List.of(full(shape)));
      broken(Rules.UNION_EMPTY, "no variant", Map.of());
      broken(Rules.UNION_UNKNOWN_VARIANT, "a stranger", Map.of(STRANGER, Map.of()));
      broken(
          Rules.UNION_UNKNOWN_VARIANT,
          "two strangers",
          with(Map.of(STRANGER, Map.of()), STRANGER + "Too", Map.of()));
      for (int i = 0; i < variants.size(); i++) {
        Member variant = variants.get(i);
        Map<String, Object> full = Specimen.variant(variant, true);
        Object value = full.get(variant.name());
        valid(variant.name() + " minimal", Specimen.variant(variant, false));
        valid(variant.name() + " full", full);
        broken(
            Rules.UNION_UNKNOWN_VARIANT,
            variant.name() + " in upper case",
            Map.of(upper(variant), value));
        broken(
            Rules.UNION_MULTIPLE,
            variant.name() + " and a stranger",
            with(full, STRANGER, Map.of()));
        for (Member other : variants.subList(i + 1, variants.size())) {
          broken(
              Rules.UNION_MULTIPLE,
              variant.name() + " and " + other.name(),
              with(full, other.name(), full(other.shape())));
        }
      }
    }

    void list() {
      int min = (int) shape.minSize().orElse(0);
      valid("shortest", Specimen.list(shape, min));
      valid("full", full(shape));
      // Rules of the documentation may forbid that items are alike; they have tests of their own.
      if (shape.rules().isEmpty()) {
        valid("longest", Specimen.list(shape, (int) shape.maxSize().orElse(min + 2)));
      }
      if (min > 0) {
        broken(Rules.SIZE, "too short", Specimen.list(shape, min - 1));
      }
      shape
          .maxSize()
          .ifPresent(max -> broken(Rules.SIZE, "too long", Specimen.list(shape, (int) max + 1)));
    }

    void map() {
      int min = (int) shape.minSize().orElse(0);
      valid("smallest", Specimen.map(shape, min));
      valid("full", full(shape));
      valid("largest", Specimen.map(shape, (int) shape.maxSize().orElse(min + 2)));
      broken(Rules.TYPE, "in a list", List.of(full(shape)));
      if (min > 0) {
        broken(Rules.SIZE, "too small", Specimen.map(shape, min - 1));
      }
      shape
          .maxSize()
          .ifPresent(max -> broken(Rules.SIZE, "too large", Specimen.map(shape, (int) max + 1)));
      Map<String, Object> others = Specimen.map(shape, Math.max(0, min - 1));
      for (Variation key : Variation.all(shape.key())) {
        if (key.value() instanceof String name) {
          Map<String, Object> entries = with(others, name, minimal(shape.value()));
          String label = "key " + key.label();
          key.broken()
              .ifPresentOrElse(
                  rule -> broken(Rules.MAP_KEY, label, entries), () -> valid(label, entries));
        }
      }
    }

    void string() {
      Sample sample = Sample.of(shape);
      int min = (int) shape.minLength().orElse(0);
      valid("shortest", sample.shortest(shape));
      sample.accepted().forEach(string -> valid("accepted", string));
      if (min > 0) {
        wrongLength(sample, "too short", min - 1);
      } else if (!sample.takes(0)) {
        broken(Rules.PATTERN, "empty", "");
      }
      shape.maxLength().ifPresent(max -> atMost(sample, (int) max));
      shape.pattern().ifPresent(pattern -> pattern(sample));
    }

    private void atMost(Sample sample, int max) {
      if (sample.takes(max)) {
        valid("longest", sample.ofLength(max));
      }
      wrongLength(sample, "too long", max + 1);
      if (shape.pattern().isEmpty()) {
        valid("longest in code points", "\uD83D\uDE00".repeat(max));
        broken(Rules.LENGTH, "too long in code points", "\uD83D\uDE00".repeat(max + 1));
      }
    }

    private void wrongLength(Sample sample, String label, int length) {
      boolean lengthSaysMore = length == 0 || sample.takes(length);
      broken(lengthSaysMore ? Rules.LENGTH : Rules.PATTERN, label, sample.ofLength(length));
    }

    private void pattern(Sample sample) {
      sample.refused().forEach(string -> broken(Rules.PATTERN, "refused", string));
      if (!sample.takesLineBreakAtEnd()) {
        broken(Rules.PATTERN, "with a line break", sample.shortest(shape) + "\n");
      }
      int longest = longestMatched(shape);
      broken(Rules.PATTERN, "long and refused", "\u0000".repeat(longest));
      if (shape.maxLength().isPresent()) {
        broken(Rules.LENGTH, "too long and refused", "\u0000".repeat(longest + 1));
      }
    }

    void enumeration() {
      List<String> values = shape.enumTexts();
      values.forEach(value -> valid(value, value));
      broken(Rules.ENUM, "a stranger", "UNHEARD_OF");
      broken(Rules.ENUM, "empty", "");
      broken(Rules.ENUM, "in the other case", otherCase(values.get(0)));
      broken(Rules.ENUM, "with a line break", values.get(0) + "\n");
    }

    private static String otherCase(String value) {
      String upper = value.toUpperCase(Locale.ROOT);
      return upper.equals(value) ? value.toLowerCase(Locale.ROOT) : upper;
    }

    void number() {
      OptionalDouble min = shape.minimum();
      OptionalDouble max = shape.maximum();
      broken(Rules.TYPE, "in quotes", "7");
      boolean whole = shape.kind() == Shape.Kind.INTEGER;
      if (whole) {
        broken(Rules.TYPE, "a fraction", 7.5);
      }
      min.ifPresent(
          least -> {
            valid("least", plain(least));
            broken(Rules.RANGE, "too small", plain(whole ? least - 1 : Math.nextDown(least)));
            broken(Rules.RANGE, "far too small", -1e300);
          });
      max.ifPresent(
          most -> {
            valid("greatest", plain(most));
            valid("greatest with a point", most);
            broken(Rules.RANGE, "too great", plain(whole ? most + 1 : Math.nextUp(most)));
            broken(Rules.RANGE, "far too great", 1e300);
          });
      if (min.isEmpty() && max.isEmpty()) {
        valid("negative", -3);
        valid("great", Long.MAX_VALUE);
        if (!whole) {
          valid("a fraction", 0.1);
          List.of("NaN", "Infinity", "-Infinity").forEach(name -> valid(name, name));
          List.of("nan", "+Infinity", "NaN\n", "")
              .forEach(name -> broken(Rules.TYPE, "almost a name", name));
        }
      }
    }

    /** The number as it would be written: whole ones without a point. */
    private static Number plain(double number) {
      return number == Math.rint(number) ? BigDecimal.valueOf(number).toBigInteger() : number;
    }

    void timestamp() {
      valid("the beginning", 0);
      valid("before the beginning", -1);
      valid("with milliseconds", 1_790_000_000.123);
      broken(Rules.TYPE, "ISO date", "2026-07-27T09:30:00Z");
      broken(Rules.TYPE, "in quotes", "1790000000");
    }

    void bool() {
      valid("true", true);
      valid("false", false);
      broken(Rules.TYPE, "in quotes", "true");
    }
  }
}
