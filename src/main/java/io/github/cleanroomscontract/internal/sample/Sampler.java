package io.github.cleanroomscontract.internal.sample;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes values of shapes, as maps, lists, strings, numbers and booleans that nobody else holds.
 * Immutable and thread-safe if its decisions are.
 */
public final class Sampler {

  private final Direction direction;
  private final LocalDate day;
  private final Demands demands;
  private final Decisions decisions;
  private final boolean lenient;
  private final boolean breaking;
  private final Agreements agreements = Agreements.ALL;

  /** Makes what one end of a path has to be. */
  @FunctionalInterface
  public interface End {
    /** Returns the value that stands at a place. */
    Object at(Sampler sampler, Shape shape, Spot spot);
  }

  /** Creates a sampler of the simplest requests, or responses, of a day. */
  public Sampler(Direction direction, LocalDate day) {
    this(direction, day, Demands.NONE, Decisions.SIMPLEST, false, false);
  }

  private Sampler(
      Direction direction,
      LocalDate day,
      Demands demands,
      Decisions decisions,
      boolean lenient,
      boolean breaking) {
    this.direction = direction;
    this.day = day;
    this.demands = demands;
    this.decisions = decisions;
    this.lenient = lenient;
    this.breaking = breaking;
  }

  /** Returns a sampler whose payloads are to be broken where something is wished for. */
  public Sampler breaking() {
    return new Sampler(direction, day, demands, decisions, lenient, true);
  }

  /**
   * Returns a sampler that also makes what a documented rule refuses altogether, for payloads that
   * are to be broken anyway.
   */
  public Sampler lenient() {
    return new Sampler(direction, day, demands, decisions, true, breaking);
  }

  /** Returns a sampler whose payloads differ as is decided. */
  public Sampler deciding(Decisions others) {
    return new Sampler(direction, day, demands, others, lenient, breaking);
  }

  /** Returns a sampler whose payloads are as demanded. */
  public Sampler demanding(Demands others) {
    return new Sampler(direction, day, others, decisions, lenient, breaking);
  }

  /**
   * Returns a sampler that decides only what no rule is about: times as a whole, descriptions, and
   * tags.
   */
  public Sampler inessential() {
    Decisions some =
        (question, choices) ->
            Choices.isInessential(question) ? decisions.choose(question, choices) : 0;
    return new Sampler(direction, day, demands, some, lenient, breaking);
  }

  boolean isBreaking() {
    return breaking;
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

  /** Returns whether something must not be there. */
  boolean unwanted(Spot spot) {
    return demands.refuse(spot.pointer());
  }

  /**
   * Returns a payload.
   *
   * @param shape what it has to be
   * @param full whether it has all that it can have; else it has what it must, and what is decided
   * @throws ConflictException if there is none
   */
  public Object payload(Shape shape, boolean full) {
    return build(shape, Spot.of("", 0), demands.wish(shape), full);
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
    return build(shape, Spot.of("", 0), Wish.at(path, end).and(demands.wish(shape)), full);
  }

  /**
   * Returns a structure that has some members as they are given, and beside them what it must have
   * and is demanded.
   *
   * @param shape what it has to be
   * @param members what is given, which becomes part of it; what the shape does not have is left
   * @throws ConflictException if there is none
   */
  public Map<String, Object> around(Shape shape, Map<String, Object> members) {
    Wish wish = Wish.members(members).and(demands.wish(shape));
    return Trees.copy(structure(shape, Spot.of("", 0), wish, false));
  }

  /** Returns whether a shape takes strings of that length, its bounds aside. */
  public static boolean takes(Shape shape, Spot spot, int length) {
    return Texts.of(shape, spot).takes(length);
  }

  /** Returns a string of that length, which a shape takes if it takes any of that length. */
  public static String ofLength(Shape shape, Spot spot, int length) {
    return Texts.of(shape, spot).ofLength(length);
  }

  /** Returns strings that break the pattern of a shape, each in one way. */
  public static List<String> refused(Shape shape, Spot spot) {
    return shape.pattern().isPresent() ? Texts.of(shape, spot).refused() : List.of();
  }

  /** Returns a value that stands by itself, or one of several. */
  public Object value(Shape shape, Spot spot, boolean full) {
    return build(shape, spot, Wish.NONE, full);
  }

  /** Returns a value that is about to be broken, with which others do not have to agree. */
  public Object valueToBreak(Shape shape, Spot spot) {
    boolean number = shape.kind() == Shape.Kind.INTEGER || shape.kind() == Shape.Kind.NUMBER;
    // A fault made of a likely number is to be about nothing but itself.
    return (number ? deciding(Decisions.SIMPLEST) : this).build(shape, spot, Wish.THIS, false);
  }

  /** Returns a list or map of that size. */
  public Object ofSize(Shape shape, Spot spot, int size) {
    return several(shape, spot, Wish.NONE, size, false);
  }

  Object build(Shape shape, Spot spot, Wish wish, boolean full) {
    if (wish.fulfilled()) {
      return wish.end().orElseThrow().at(this, shape, spot);
    }
    return switch (shape.kind()) {
      case STRUCTURE -> structure(shape, spot, wish, full);
      case UNION -> union(shape, spot, wish, full);
      case LIST, MAP -> several(shape, spot, wish, size(shape, spot, wish, full), full);
      case STRING -> text(shape, spot);
      case ENUM -> choice(shape, spot);
      case INTEGER, NUMBER -> Numbers.of(shape, spot, decisions);
      case TIMESTAMP -> time(spot.member(), spot.serial());
      case BOOLEAN -> decide(spot.pointer() + "=", 2) == 0;
      case DOCUMENT -> Choices.document(decide(spot.pointer() + "=", Choices.DOCUMENTS));
    };
  }

  private int decide(String question, int choices) {
    return choices < 2 ? 0 : decisions.choose(question, choices);
  }

  private Object structure(Shape shape, Spot spot, Wish wish, boolean full) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Member member : shape.members()) {
      Wish below = wish.below(member.name());
      Spot place = spot.member(shape, member.name());
      if (member.required() || below.wished() || wants(place, full)) {
        members.put(member.name(), build(member.shape(), place, below, full));
      }
    }
    agreements.settle(new Draft(this, shape, members, spot, wish, full));
    return inOrder(shape, members);
  }

  private boolean wants(Spot optional, boolean full) {
    return !unwanted(optional) && (full || decide(optional.pointer() + "?", 2) == 1);
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
    if (wish.below().size() > 1) {
      throw new ConflictException("several variants of " + shape);
    }
    Member variant = wish.goesOn() ? shape.member(wish.next()).orElseThrow() : variant(shape, spot);
    return union(shape, spot, variant, wish.below(variant.name()), full);
  }

  private Member variant(Shape shape, Spot spot) {
    List<Member> variants =
        Choices.variants(shape).stream()
            .filter(variant -> !unwanted(spot.member(shape, variant.name())))
            .toList();
    if (variants.isEmpty()) {
      throw new ConflictException("no variant of " + shape);
    }
    return variants.get(decide(spot.pointer() + "|", variants.size()));
  }

  Object union(Shape shape, Spot spot, Member variant, Wish wish, boolean full) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(
        variant.name(), build(variant.shape(), spot.member(shape, variant.name()), wish, full));
    return members;
  }

  private int size(Shape shape, Spot spot, Wish wish, boolean full) {
    int least = Math.max(Choices.leastSize(shape), (int) shape.minSize().orElse(0));
    int asked = shape.kind() == Shape.Kind.MAP ? wish.below().size() : wish.items();
    int size = Math.max(least, wish.goesOn() ? asked : full ? 1 : 0);
    long most = Math.min(Choices.mostSize(shape), shape.maxSize().orElse(Long.MAX_VALUE));
    long more = Math.min(Math.min(most, demands.entries()) - size, Choices.MORE);
    return more < 1 ? size : size + decide(spot.pointer() + "#", (int) more + 1);
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
      entries.put(key, build(shape.value(), spot.entry(i, key), wish.below(key), full));
    }
    return entries;
  }

  /** Returns a key of a map. */
  public static String key(Shape map, int number) {
    return Texts.realistic(map.key(), Spot.of("key", number), 0);
  }

  private String text(Shape shape, Spot spot) {
    return Texts.decided(shape, spot, world(), demands.entries(), decisions);
  }

  /** Returns which world it is, of many that have the same things by other ids. */
  int world() {
    return decide(Pointers.ROOT + "world", Choices.WORLDS);
  }

  /** Returns the id of a resource in the world that it is. */
  String id(String kind, int serial) {
    return MadeUp.id(kind, serial + world() * MadeUp.WORLD);
  }

  /** Returns a time by what it is of, in seconds. */
  Number time(String member, int serial) {
    long hours = decide("hours", Choices.WORLDS);
    return MadeUp.fraction(
        MadeUp.time(member, serial) + hours * 3_600, decide("fraction", MadeUp.FRACTIONS));
  }

  private Object choice(Shape shape, Spot spot) {
    List<String> values = shape.enumTexts();
    if (spot.index() >= values.size()) {
      refuse("that many " + shape + " which differ");
      return values.get(0);
    }
    List<String> likely = Choices.byLikelihood(shape.name(), values);
    int first = decide(spot.list() + "=", values.size());
    return likely.get((first + spot.index()) % values.size());
  }
}
