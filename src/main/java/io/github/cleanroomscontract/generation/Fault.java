package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.sample.Sampler;
import io.github.cleanroomscontract.internal.sample.Spot;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A value that breaks one constraint of a shape.
 *
 * @param rule the id of the rule that it breaks, at the place itself
 * @param label how, for people
 * @param value the value
 */
record Fault(String rule, String label, Object value) {

  private static final String STRANGER = "unheardOf";

  /**
   * Returns all faults of a shape.
   *
   * @param spot what made-up values depend on
   * @param sampler makes what is not broken
   * @param good a value that is valid
   */
  static List<Fault> all(Shape shape, Spot spot, Sampler sampler, Object good) {
    Collector collector = new Collector(shape, spot, sampler, good);
    if (shape.kind() != Shape.Kind.DOCUMENT) {
      collector.types();
    }
    switch (shape.kind()) {
      case STRUCTURE -> collector.structure();
      case UNION -> collector.union();
      case LIST -> collector.sizes();
      case MAP -> collector.map();
      case STRING -> collector.string();
      case ENUM -> collector.enumeration();
      case INTEGER, NUMBER -> collector.number();
      default -> {
        // Of the others, the type is all that can be wrong.
      }
    }
    return collector.faults;
  }

  private static final class Collector {

    private final List<Fault> faults = new ArrayList<>();
    private final Shape shape;
    private final Spot spot;
    private final Sampler sampler;
    private final Object good;

    Collector(Shape shape, Spot spot, Sampler sampler, Object good) {
      this.shape = shape;
      this.spot = spot;
      this.sampler = sampler;
      this.good = good;
    }

    private void add(Rule rule, String label, Object value) {
      faults.add(new Fault(rule.id(), label, value));
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
            default -> "a boolean";
          });
      byType.forEach((label, value) -> add(Rules.TYPE, "as " + label, value));
    }

    void structure() {
      for (Member each : shape.members()) {
        if (each.required()) {
          Map<String, Object> less = Trees.copy(good);
          less.remove(each.name());
          add(Rules.REQUIRED, "without " + each.name(), less);
        }
      }
      if (!shape.open()) {
        Map<String, Object> more = Trees.copy(good);
        more.put(STRANGER, "example");
        add(Rules.UNKNOWN_MEMBER, "with an unknown member", more);
      }
    }

    void union() {
      add(Rules.UNION_EMPTY, "without a variant", Map.of());
      add(Rules.UNION_UNKNOWN_VARIANT, "of an unknown variant", Map.of(STRANGER, Map.of()));
      Map<String, Object> one = Trees.copy(good);
      for (Member variant : shape.members()) {
        if (!one.containsKey(variant.name())) {
          Map<String, Object> two = Trees.copy(good);
          two.put(
              variant.name(),
              sampler.value(variant.shape(), spot.member(shape, variant.name()), false));
          add(Rules.UNION_MULTIPLE, "of two variants, one more " + variant.name(), two);
        }
      }
    }

    void sizes() {
      int min = (int) shape.minSize().orElse(0);
      if (min > 0) {
        add(Rules.SIZE, "with too few entries, " + (min - 1), ofSize(min - 1));
      }
      shape
          .maxSize()
          .ifPresent(
              max -> add(Rules.SIZE, "with too many entries, " + (max + 1), ofSize((int) max + 1)));
    }

    private Object ofSize(int size) {
      return sampler.ofSize(shape, spot, size);
    }

    void map() {
      sizes();
      Shape key = shape.key();
      Object entry =
          ((Map<?, ?>) good)
              .values().stream()
                  .map(Object.class::cast)
                  .findFirst()
                  .orElseGet(() -> sampler.value(shape.value(), spot, false));
      for (Fault fault : all(key, Spot.of("key", 0), sampler, Sampler.key(shape, 0))) {
        if (fault.value() instanceof String name) {
          Map<String, Object> entries = new LinkedHashMap<>();
          entries.put(name, entry);
          add(Rules.MAP_KEY, "with a key " + fault.label(), entries);
        }
      }
    }

    void string() {
      int min = (int) shape.minLength().orElse(0);
      if (min > 0) {
        length("too short", min - 1);
      }
      shape.maxLength().ifPresent(max -> length("too long", (int) max + 1));
      int number = 1;
      for (String refused : Sampler.refused(shape, spot)) {
        if (shape.pattern().isPresent() && fits(refused)) {
          add(Rules.PATTERN, "not of its pattern, " + number++, refused);
        }
      }
    }

    /** Where the pattern has a length of its own, it is the pattern that is told. */
    private void length(String label, int length) {
      String text = Sampler.ofLength(shape, spot, length);
      boolean misshapen =
          length > 0 && shape.pattern().filter(each -> !matches(each, text)).isPresent();
      add(
          misshapen ? Rules.PATTERN : Rules.LENGTH,
          label + ", " + length + (length == 1 ? " character" : " characters"),
          text);
    }

    private static boolean matches(String pattern, String text) {
      return Pattern.compile(pattern).matcher(text).find();
    }

    private boolean fits(String text) {
      int length = text.codePointCount(0, text.length());
      return length >= shape.minLength().orElse(0)
          && length <= shape.maxLength().orElse(Long.MAX_VALUE);
    }

    void enumeration() {
      List<String> values = shape.enumTexts();
      add(Rules.ENUM, "of an unknown value", "UNHEARD_OF");
      add(Rules.ENUM, "empty", "");
      String value = values.get(0);
      String upper = value.toUpperCase(Locale.ROOT);
      add(
          Rules.ENUM,
          "in the other case",
          upper.equals(value) ? value.toLowerCase(Locale.ROOT) : upper);
    }

    void number() {
      boolean whole = shape.kind() == Shape.Kind.INTEGER;
      add(Rules.TYPE, "in quotes", "7");
      if (whole) {
        add(Rules.TYPE, "with a fraction", ((Number) good).doubleValue() + 0.5);
      }
      shape.minimum().ifPresent(min -> add(Rules.RANGE, "too small", whole(min - 1)));
      shape.maximum().ifPresent(max -> add(Rules.RANGE, "too great", whole(max + 1)));
    }

    private static Object whole(double number) {
      return number == Math.rint(number) ? (Object) (long) number : (Object) number;
    }
  }
}
