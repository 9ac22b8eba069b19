package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.schema.Patterns;
import io.github.cleanroomscontract.internal.text.Nearest;
import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.rules.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Turns the violations of one payload into findings: one for one fault, with what was expected,
 * what was found, and what was probably meant.
 */
final class Explainer {

  private static final int MOST_GUESSES = 100;

  private final Shape root;
  private final JsonNode payload;
  private final Direction direction;
  private final Optional<UnknownPolicy> unknown;
  private final Values values;
  private final LocalDate day;
  private final List<Draft> drafts;

  Explainer(
      Shape root,
      JsonNode payload,
      Direction direction,
      Optional<UnknownPolicy> unknown,
      Values values,
      LocalDate day,
      List<Draft> drafts) {
    this.root = root;
    this.payload = payload;
    this.direction = direction;
    this.unknown = unknown;
    this.values = values;
    this.day = day;
    this.drafts = drafts;
  }

  /** A value that something is wrong with, and what it should be. */
  private record Spot(
      String pointer,
      String shownPointer,
      Shape shape,
      Shape parent,
      String label,
      boolean sensitive,
      JsonNode value) {}

  /** Adds what violations come to. */
  void explain(List<Engine.Violation> violations) {
    if (violations.size() == 1) {
      Engine.Violation violation = violations.get(0);
      if (counts(violation)) {
        spot(violation.pointer()).ifPresent(spot -> explain(spot, violations));
      }
      return;
    }
    Map<String, List<Engine.Violation>> byPointer = new LinkedHashMap<>();
    for (Engine.Violation violation : violations) {
      if (counts(violation)) {
        byPointer.computeIfAbsent(violation.pointer(), pointer -> new ArrayList<>()).add(violation);
      }
    }
    byPointer.forEach((pointer, found) -> spot(pointer).ifPresent(spot -> explain(spot, found)));
  }

  /** A rule that is not in force may even speak of members that there are not yet. */
  private boolean counts(Engine.Violation violation) {
    if (violation.rule().isEmpty()) {
      return true;
    }
    Rule rule = RuleBook.find(violation.rule()).orElseThrow();
    boolean meant = rule.direction().orElse(direction.label()).equals(direction.label());
    return meant && rule.inForce(day);
  }

  /**
   * Returns the value at a pointer. There is none where a documented rule looks into a member that
   * the contract does not have on its day; that member is a finding of its own.
   */
  private Optional<Spot> spot(String pointer) {
    Shape shape = root;
    Shape parent = null;
    JsonNode value = payload;
    String label = root.name();
    boolean sensitive = root.sensitive();
    boolean keys = false;
    for (String segment : Pointers.segments(pointer)) {
      parent = shape;
      switch (parent.kind()) {
        case LIST -> {
          shape = parent.item();
          value = value.get(Integer.parseInt(segment));
        }
        case MAP -> {
          shape = parent.value();
          value = value.get(segment);
          keys = true;
        }
        default -> {
          Optional<Member> member = parent.member(segment);
          if (member.isEmpty()) {
            return Optional.empty();
          }
          shape = member.get().shape();
          value = value.get(segment);
        }
      }
      // The API's plain strings and booleans have no name worth telling.
      label = shape.primitive() ? segment : shape.name();
      sensitive |= shape.sensitive();
    }
    // Names of members may be printed anyway.
    String shown = keys ? shown(root, pointer, values) : pointer;
    return Optional.of(new Spot(pointer, shown, shape, parent, label, sensitive, value));
  }

  /**
   * The pointer as it may be printed: a key that may be a sensitive value gone astray is not. Below
   * what the contract does not have on its day, names are not known either.
   */
  static String shown(Shape root, String pointer, Values values) {
    if (pointer.isEmpty() || values.showSensitive()) {
      return pointer;
    }
    List<String> segments = Pointers.segments(pointer);
    boolean hidden = false;
    Shape shape = root;
    boolean sensitive = root.sensitive();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      boolean key = shape == null || shape.kind() == Shape.Kind.MAP;
      if (key && !values.maySay(segment, sensitive)) {
        segments.set(i, "***");
        hidden = true;
      }
      shape = shape == null ? null : below(shape, segment).orElse(null);
      sensitive |= shape == null || shape.sensitive();
    }
    return hidden ? Pointers.of(segments) : pointer;
  }

  private static Optional<Shape> below(Shape shape, String segment) {
    return switch (shape.kind()) {
      case LIST -> Optional.of(shape.item());
      case MAP -> Optional.of(shape.value());
      default -> shape.member(segment).map(Member::shape);
    };
  }

  private void explain(Spot spot, List<Engine.Violation> violations) {
    List<Engine.Violation> ofModel = new ArrayList<>(violations.size());
    Set<String> rules = null;
    for (Engine.Violation violation : violations) {
      if (violation.rule().isEmpty()) {
        ofModel.add(violation);
      } else {
        rules = rules == null ? new LinkedHashSet<>() : rules;
        rules.add(violation.rule());
      }
    }
    if (rules != null) {
      rules.forEach(id -> documented(spot, RuleBook.find(id).orElseThrow()));
    }
    if (ofModel.isEmpty()) {
      return;
    }
    boolean wrongType =
        fails(ofModel, "type")
            // A number may be one of three strings; any other string is of the wrong type.
            || spot.shape.kind() == Shape.Kind.NUMBER && spot.value.isString();
    if (wrongType) {
      type(spot);
      return;
    }
    switch (spot.shape.kind()) {
      case UNION -> union(spot);
      case STRUCTURE -> structure(spot, ofModel);
      case MAP -> map(spot, ofModel);
      case LIST ->
          add(
              spot,
              Rules.SIZE,
              size(spot),
              Words.count(spot.value.size(), "item"),
              laterSize(spot));
      case ENUM -> enumeration(spot);
      case STRING -> string(spot, ofModel);
      default -> range(spot);
    }
  }

  private static boolean fails(List<Engine.Violation> violations, String keyword) {
    for (Engine.Violation violation : violations) {
      if (violation.keyword().equals(keyword)) {
        return true;
      }
    }
    return false;
  }

  private void documented(Spot spot, Rule rule) {
    switch (rule.id()) {
      case "distribute.single-s3-location" -> add(spot, rule, "", s3Locations(spot.value), "");
      case "timestamp.seconds" -> {
        String found = values.plain(spot.value, spot.sensitive);
        // A hint would tell what is blotted out.
        boolean told = found.equals(spot.value.asString());
        add(spot, rule, "", found, told ? Hints.seconds(spot.value.decimalValue()) : "");
      }
      default -> add(spot, rule, "", "", "");
    }
  }

  private static String s3Locations(JsonNode locations) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < locations.size(); i++) {
      if (locations.get(i).has("s3")) {
        items.add(Integer.toString(i));
      }
    }
    return items.size() + " (items " + Words.and(items) + ")";
  }

  private void type(Spot spot) {
    boolean sensitive = spot.sensitive || Values.astray(spot.shape, spot.value);
    add(
        spot,
        Rules.TYPE,
        Values.type(spot.shape.kind()),
        values.typed(spot.value, sensitive),
        Hints.type(spot.shape, spot.value));
  }

  private void enumeration(Spot spot) {
    Optional<LocalDate> since = spot.shape.laterValue(spot.value.asString());
    if (since.isPresent()) {
      later(spot, Rules.RELEASE_ENUM_VALUE, spot.value.asString(), since.get(), false);
      return;
    }
    String hint =
        spot.shape
            .nearestValue(spot.value.asString())
            .map(value -> Hints.meant(value, spot.value.asString()))
            .orElse("");
    String found = values.plain(spot.value, spot.sensitive);
    unknown()
        .ifPresent(
            severity -> {
              Finding finding =
                  finding(
                      spot,
                      Rules.ENUM,
                      severity,
                      Optional.empty(),
                      Values.names(spot.shape.enumTexts()),
                      found,
                      hint);
              drafts.add(Draft.at(finding, spot.pointer));
            });
  }

  private void string(Spot spot, List<Engine.Violation> violations) {
    String value = spot.value.asString();
    int length = value.codePointCount(0, value.length());
    // Of an empty string its length says more.
    if (fails(violations, "pattern") && !(length == 0 && fails(violations, "minLength"))) {
      add(
          spot,
          Rules.PATTERN,
          spot.shape.pattern().orElseThrow(),
          values.plain(spot.value, spot.sensitive),
          patternHint(spot, value, length));
    } else {
      add(
          spot,
          Rules.LENGTH,
          Values.bounds(spot.shape.minLength(), spot.shape.maxLength(), "character"),
          Words.count(length, "character"),
          later(spot, shape -> within(length, shape.minLength(), shape.maxLength())));
    }
  }

  private void range(Spot spot) {
    add(
        spot,
        Rules.RANGE,
        Values.range(spot.shape.minimum(), spot.shape.maximum()),
        values.plain(spot.value, spot.sensitive),
        later(
            spot,
            shape ->
                spot.value.asDouble() >= shape.minimum().orElse(Double.NEGATIVE_INFINITY)
                    && spot.value.asDouble() <= shape.maximum().orElse(Double.POSITIVE_INFINITY)));
  }

  private static String patternHint(Spot spot, String value, int length) {
    String hint = Hints.pattern(spot.shape, value);
    boolean shortEnough = length <= Patterns.HARMLESS_LENGTH;
    return hint.isEmpty() && shortEnough
        ? later(
            spot,
            shape ->
                shape.pattern().isEmpty()
                    || Patterns.compile(shape.pattern().get()).matcher(value).find())
        : hint;
  }

  private static boolean within(long count, OptionalLong least, OptionalLong most) {
    return count >= least.orElse(0) && count <= most.orElse(Long.MAX_VALUE);
  }

  private static String laterSize(Spot spot) {
    return later(spot, shape -> within(spot.value.size(), shape.minSize(), shape.maxSize()));
  }

  private void map(Spot spot, List<Engine.Violation> violations) {
    if (fails(violations, "minProperties") || fails(violations, "maxProperties")) {
      add(spot, Rules.SIZE, size(spot), Words.count(spot.value.size(), "entry"), laterSize(spot));
    }
    Shape key = spot.shape.key();
    // A key that fails several keywords is told once.
    Set<String> names = new LinkedHashSet<>();
    for (Engine.Violation violation : violations) {
      if (violation.keyword().equals("propertyNames")) {
        names.add(violation.subject());
      }
    }
    for (String name : names) {
      int length = name.codePointCount(0, name.length());
      boolean tooLong = length > key.maxLength().orElse(Long.MAX_VALUE);
      boolean wrongLength = tooLong || length < key.minLength().orElse(0);
      String expected =
          wrongLength || key.pattern().isEmpty()
              ? "has " + Values.bounds(key.minLength(), key.maxLength(), "character")
              : "matches " + key.pattern().get();
      String found =
          wrongLength ? Words.count(length, "character") : values.name(name, spot.sensitive);
      // A long key would make a long finding.
      Optional<String> member = tooLong ? Optional.empty() : Optional.of(name);
      Finding finding = finding(spot, Rules.MAP_KEY, Severity.ERROR, member, expected, found, "");
      drafts.add(Draft.atKey(finding, Pointers.append(spot.pointer, name)));
    }
  }

  private void union(Spot spot) {
    List<String> variants = spot.shape.members().stream().map(Member::name).toList();
    List<String> found = List.copyOf(spot.value.propertyNames());
    List<String> known = found.stream().filter(variants::contains).toList();
    String expected = Values.names(variants);
    if (found.isEmpty()) {
      add(spot, Rules.UNION_EMPTY, expected, "none", "");
      return;
    }
    String shown =
        Words.and(found.stream().map(each -> values.name(each, spot.sensitive)).toList());
    if (!known.isEmpty()) {
      // With one known variant, the others may be new.
      Optional<Severity> severity = known.size() > 1 ? Optional.of(Severity.ERROR) : unknown();
      String second = known.size() > 1 ? known.get(1) : without(found, known).get(0);
      severity.ifPresent(
          weight -> {
            Finding finding =
                finding(
                    spot,
                    Rules.UNION_MULTIPLE,
                    weight,
                    Optional.empty(),
                    expected,
                    shown,
                    Hints.multiple(spot.shape, found));
            drafts.add(Draft.atKey(finding, Pointers.append(spot.pointer, second)));
          });
      return;
    }
    String name = found.get(0);
    Optional<LocalDate> since = spot.shape.laterMember(name);
    if (since.isPresent()) {
      later(spot, Rules.RELEASE_VARIANT, name, since.get(), true);
      return;
    }
    String hint =
        Nearest.to(name, variants)
            .map(variant -> Hints.meant(variant, name))
            .or(() -> Hints.elsewhere(spot.shape, Optional.ofNullable(spot.parent), name))
            .orElse("");
    unknownMember(spot, Rules.UNION_UNKNOWN_VARIANT, name, expected, shown, hint, false);
  }

  private void structure(Spot spot, List<Engine.Violation> violations) {
    Set<String> missing = new LinkedHashSet<>();
    List<String> strangers = new ArrayList<>();
    for (Engine.Violation violation : violations) {
      if (violation.keyword().equals("required")) {
        missing.add(violation.subject());
      } else {
        strangers.add(violation.subject());
      }
    }
    boolean ignored = unknown().isEmpty();
    Map<String, String> standIns = new LinkedHashMap<>();
    List<String> absent =
        spot.shape.members().stream()
            .map(Member::name)
            .filter(member -> !spot.value.has(member))
            .toList();
    // Nobody misspells so many; guessing at each would take its time.
    boolean guess = strangers.size() <= MOST_GUESSES;
    for (String name : strangers) {
      Optional<LocalDate> since = spot.shape.laterMember(name);
      if (since.isPresent()) {
        later(spot, Rules.RELEASE_MEMBER, name, since.get(), true);
        continue;
      }
      Optional<String> meant = guess ? Nearest.to(name, absent) : Optional.empty();
      Optional<String> elsewhere =
          guess && meant.isEmpty()
              ? Hints.elsewhere(spot.shape, Optional.ofNullable(spot.parent), name)
              : Optional.empty();
      // The member that is missing because of this one: its fault is not told twice.
      Optional<String> replaced =
          meant
              .or(() -> guess ? Hints.below(spot.shape, name) : Optional.empty())
              .filter(missing::contains);
      replaced.ifPresent(member -> standIns.put(member, name));
      String hint = meant.map(member -> Hints.meant(member, name)).or(() -> elsewhere).orElse("");
      unknownMember(
          spot,
          Rules.UNKNOWN_MEMBER,
          name,
          "",
          values.name(name, spot.sensitive),
          hint,
          replaced.isPresent());
    }
    for (String member : missing) {
      String standIn = standIns.get(member);
      if (standIn != null && !ignored) {
        continue;
      }
      String hint =
          standIn == null
              ? later(spot, shape -> !shape.member(member).orElseThrow().required())
                  .replace("allowed", "optional")
              : "found " + values.name(standIn, spot.sensitive) + " in its place";
      Finding finding =
          finding(spot, Rules.REQUIRED, Severity.ERROR, Optional.of(member), "", "", hint);
      drafts.add(Draft.at(finding, spot.pointer));
    }
  }

  private void unknownMember(
      Spot spot,
      Rule rule,
      String name,
      String expected,
      String found,
      String hint,
      boolean breaksMore) {
    unknown()
        .map(severity -> breaksMore ? Severity.ERROR : severity)
        .ifPresent(
            severity -> {
              Finding finding =
                  finding(spot, rule, severity, Optional.of(name), expected, found, hint);
              drafts.add(Draft.atKey(finding, Pointers.append(spot.pointer, name)));
            });
  }

  /** Something that the contract has, but not on this day yet. */
  private void later(Spot spot, Rule rule, String name, LocalDate since, boolean member) {
    unknown()
        .ifPresent(
            severity -> {
              Finding finding =
                  finding(
                      spot,
                      rule,
                      severity,
                      Optional.of(name),
                      since.toString(),
                      day.toString(),
                      "");
              drafts.add(
                  member
                      ? Draft.atKey(finding, Pointers.append(spot.pointer, name))
                      : Draft.at(finding, spot.pointer));
            });
  }

  /** The first later release whose bounds let a value pass, in words; empty if there is none. */
  private static String later(Spot spot, Predicate<Shape> passes) {
    return spot.shape.later().stream()
        .filter(later -> passes.test(later.shape()))
        .findFirst()
        .map(later -> "allowed since " + later.since())
        .orElse("");
  }

  private static List<String> without(List<String> names, List<String> others) {
    return names.stream().filter(name -> !others.contains(name)).toList();
  }

  /**
   * How much it weighs that something is unknown; empty if nothing. What a client sends is its own
   * fault; what the service answers may be newer than the contract.
   */
  private Optional<Severity> unknown() {
    UnknownPolicy policy =
        unknown.orElse(direction == Direction.REQUEST ? UnknownPolicy.ERROR : UnknownPolicy.DRIFT);
    return switch (policy) {
      case ERROR -> Optional.of(Severity.ERROR);
      case DRIFT -> Optional.of(Severity.DRIFT);
      case IGNORE -> Optional.empty();
    };
  }

  private static String size(Spot spot) {
    String unit = spot.shape.kind() == Shape.Kind.LIST ? "item" : "entry";
    return Values.bounds(spot.shape.minSize(), spot.shape.maxSize(), unit);
  }

  private void add(Spot spot, Rule rule, String expected, String found, String hint) {
    Finding finding = finding(spot, rule, rule.severity(), Optional.empty(), expected, found, hint);
    drafts.add(Draft.at(finding, spot.pointer));
  }

  private Finding finding(
      Spot spot,
      Rule rule,
      Severity severity,
      Optional<String> member,
      String expected,
      String found,
      String hint) {
    String message =
        rule.message(
            name ->
                switch (name) {
                  case "shape" -> spot.label;
                  case "expected" -> expected;
                  case "found" -> found;
                  case "member" -> member.map(each -> values.name(each, spot.sensitive)).orElse("");
                  default -> null;
                });
    return new Finding(
        rule,
        severity,
        spot.shownPointer,
        member.filter(name -> values.maySay(name, spot.sensitive)).map(values::clean),
        message,
        some(expected),
        some(found),
        some(hint),
        Optional.empty());
  }

  private static Optional<String> some(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
