package io.github.cleanroomscontract.internal.sample;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.EnumValue;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes values of shapes, as maps, lists, strings, numbers and booleans that nobody else holds.
 * Immutable and thread-safe.
 */
public final class Sampler {

  private final Direction direction;
  private final LocalDate day;
  private final boolean lenient;
  private final Agreements agreements = Agreements.ALL;

  /** Makes what one end of a path has to be. */
  @FunctionalInterface
  public interface End {
    /** Returns the value that stands at a place. */
    Object at(Sampler sampler, Shape shape, Spot spot);
  }

  /** Creates a sampler of requests, or of responses, of a day. */
  public Sampler(Direction direction, LocalDate day) {
    this(direction, day, false);
  }

  private Sampler(Direction direction, LocalDate day, boolean lenient) {
    this.direction = direction;
    this.day = day;
    this.lenient = lenient;
  }

  /**
   * Returns a sampler that also makes what a documented rule refuses altogether, for payloads that
   * are to be broken anyway.
   */
  public Sampler lenient() {
    return new Sampler(direction, day, true);
  }

  boolean isLenient() {
    return lenient;
  }

  LocalDate day() {
    return day;
  }

  /** Says that a documented rule refuses what was wished for. */
  void refuse(String what) {
    if (!lenient) {
      throw new ConflictException(what);
    }
  }

  Direction direction() {
    return direction;
  }

  /**
   * Returns a payload.
   *
   * @param shape what it has to be
   * @param full whether it has all that it can have; else it has only what it must
   * @throws ConflictException if there is none
   */
  public Object payload(Shape shape, boolean full) {
    return build(shape, Spot.of("", 0), Wish.NONE, full);
  }

  /**
   * Returns a payload that has something at a place.
   *
   * @param shape what it has to be
   * @param path the members, variants, keys and positions that lead to the place
   * @param full whether all else is there that can be
   * @param end makes what stands there
   * @throws ConflictException if no payload can have that
   */
  public Object payload(Shape shape, List<String> path, boolean full, End end) {
    return build(shape, Spot.of("", 0), new Wish(path, end), full);
  }

  /** Returns whether a shape takes strings of that length, its bounds aside. */
  public static boolean takes(Shape shape, Spot spot, int length) {
    return strings(shape, spot).takes(length);
  }

  /** Returns a string of that length, which a shape takes if it takes any of that length. */
  public static String ofLength(Shape shape, Spot spot, int length) {
    return strings(shape, spot).ofLength(length);
  }

  /** Returns strings that break the pattern of a shape, each in one way. */
  public static List<String> refused(Shape shape, Spot spot) {
    return shape.pattern().isPresent() ? strings(shape, spot).refused() : List.of();
  }

  /** Returns a value that stands by itself, or one of several. */
  public Object value(Shape shape, Spot spot, boolean full) {
    return build(shape, spot, Wish.NONE, full);
  }

  /** Returns a list or map of that size. */
  public Object ofSize(Shape shape, Spot spot, int size) {
    return several(shape, spot, Wish.NONE, size, false);
  }

  /** Returns the strings that a shape takes at a member. */
  private static Strings strings(Shape shape, Spot spot) {
    if (spot.member().equals("columnType") && shape.name().equals("ColumnTypeString")) {
      return StringsByShape.SNOWFLAKE_TYPES;
    }
    if (shape.name().equals("DisplayName") && spot.member().equals("name")) {
      return StringsByShape.find("DisplayName").orElseThrow().showing("purchases", "visits");
    }
    if (shape.name().equals("UUID") && spot.kind().isPresent()) {
      return StringsByShape.id(spot.kind().get());
    }
    if (shape.pattern().filter(pattern -> pattern.contains(":configuredTable/")).isPresent()) {
      // So it was written until 2023-07-31.
      return ofPattern(shape).spelt(":configuredTable/", ":configuredtable/");
    }
    return shape.pattern().isPresent()
        ? ofPattern(shape)
        : StringsByName.find(shape.name(), spot.member());
  }

  private static Strings ofPattern(Shape shape) {
    return StringsByShape.find(shape.name())
        .orElseThrow(() -> new IllegalStateException("no strings for " + shape));
  }

  Object build(Shape shape, Spot spot, Wish wish, boolean full) {
    if (wish.fulfilled()) {
      return wish.end().at(this, shape, spot);
    }
    return switch (shape.kind()) {
      case STRUCTURE -> structure(shape, spot, wish, full);
      case UNION -> union(shape, spot, wish, full);
      case LIST, MAP -> {
        int least = Math.max(Choices.leastSize(shape), (int) shape.minSize().orElse(0));
        int size = full || wish.goesOn() ? Math.max(1, least) : least;
        yield several(shape, spot, wish, size, full);
      }
      case STRING -> text(shape, spot);
      case ENUM -> choice(shape, spot);
      case INTEGER -> Numbers.integer(shape, spot);
      case NUMBER -> Numbers.number(shape, spot);
      case TIMESTAMP -> MadeUp.time(spot.member(), spot.serial());
      case BOOLEAN -> true;
      case DOCUMENT -> Map.of("resolutionTechniques", List.of("RULE_MATCHING"));
    };
  }

  private Object structure(Shape shape, Spot spot, Wish wish, boolean full) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Member member : shape.members()) {
      Wish below = wish.below(member.name());
      if (full || member.required() || below.wished()) {
        members.put(
            member.name(), build(member.shape(), spot.member(shape, member.name()), below, full));
      }
    }
    agreements.settle(new Draft(this, shape, members, spot, wish, full));
    return inOrder(shape, members);
  }

  /** What agreements added comes last, which no service would do. */
  private static Map<String, Object> inOrder(Shape shape, Map<String, Object> members) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    shape.members().stream()
        .map(Member::name)
        .filter(members::containsKey)
        .forEach(name -> ordered.put(name, members.get(name)));
    return ordered;
  }

  private Object union(Shape shape, Spot spot, Wish wish, boolean full) {
    Member variant =
        wish.goesOn() ? shape.member(wish.next()).orElseThrow() : Choices.variant(shape);
    return union(shape, spot, variant, wish.below(variant.name()), full);
  }

  Object union(Shape shape, Spot spot, Member variant, Wish wish, boolean full) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(
        variant.name(), build(variant.shape(), spot.member(shape, variant.name()), wish, full));
    return members;
  }

  Object several(Shape shape, Spot spot, Wish wish, int size, boolean full) {
    if (shape.kind() == Shape.Kind.MAP) {
      if (shape.name().equals("TagMap") && size > 50) {
        refuse("more tags than a user can set");
      }
      return map(shape, spot, wish, size, full);
    }
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(build(shape.item(), spot.item(i), wish.below(String.valueOf(i)), full));
    }
    return items;
  }

  private Object map(Shape shape, Spot spot, Wish wish, int size, boolean full) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      String key = key(shape, i);
      entries.put(key, build(shape.value(), spot.item(i), wish.below(key), full));
    }
    return entries;
  }

  /** Returns a key of a map. */
  public static String key(Shape map, int number) {
    return text(map.key(), Spot.of("key", number));
  }

  private static String text(Shape shape, Spot spot) {
    Strings strings = strings(shape, spot);
    String text =
        Choices.account(shape, spot)
            .orElseGet(() -> strings.realistic().apply(Choices.serial(shape, spot)));
    int least = (int) shape.minLength().orElse(0);
    return text.length() < least ? strings.ofLength(least) : text;
  }

  private Object choice(Shape shape, Spot spot) {
    List<String> values = shape.enumValues().stream().map(EnumValue::value).toList();
    if (spot.index() >= values.size()) {
      refuse("that many " + shape + " which differ");
      return values.get(0);
    }
    String first = Choices.first(shape.name(), values);
    List<String> others = values.stream().filter(value -> !value.equals(first)).toList();
    return spot.index() == 0 ? first : others.get(spot.index() - 1);
  }
}
