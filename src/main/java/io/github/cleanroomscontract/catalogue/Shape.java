package io.github.cleanroomscontract.catalogue;

import io.github.cleanroomscontract.internal.schema.Edition;
import io.github.cleanroomscontract.internal.schema.Patterns;
import io.github.cleanroomscontract.internal.schema.SchemaPlace;
import io.github.cleanroomscontract.internal.text.Nearest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a value has to be. Shapes carry the names of the API; its unconstrained strings, booleans
 * and numbers, which are written in place, have the API's names for those. Immutable and
 * thread-safe; what lies below is read when asked for.
 */
public final class Shape {

  /** The kinds of shapes. */
  public enum Kind {
    /** An object with known members. */
    STRUCTURE,
    /** An object of which exactly one member is set. */
    UNION,
    /** A list of values of one shape. */
    LIST,
    /** An object whose keys are data. */
    MAP,
    /** A string. */
    STRING,
    /** A string out of a known set. */
    ENUM,
    /** A whole number. */
    INTEGER,
    /**
     * A number, or one of the strings NaN, Infinity and -Infinity where the shape has no bounds.
     */
    NUMBER,
    /** A point in time: seconds since 1970 as a number, fractions allowed. */
    TIMESTAMP,
    /** True or false. */
    BOOLEAN,
    /** Any JSON value. */
    DOCUMENT
  }

  private static final Set<String> PRIMITIVES =
      Set.of("String", "Boolean", "Integer", "Long", "Float", "Double", "Timestamp");

  private final SchemaPlace place;
  private final String name;
  private final Kind kind;
  private final boolean sensitive;
  private volatile Members members;
  private volatile Values values;
  private volatile Shape item;
  private volatile Shape value;

  Shape(SchemaPlace place, String name) {
    this.place = place;
    this.kind = kind(place.node());
    this.name = name;
    this.sensitive = place.node().path("x-sensitive").asBoolean(false);
  }

  /** The values of an enum, how they are written, and what guesses among them. */
  private record Values(List<EnumValue> all, List<String> texts, Nearest nearest) {}

  /** The members in their order, and by their names. */
  private record Members(List<Member> all, Map<String, Member> byName) {}

  private static Shape of(SchemaPlace reference) {
    SchemaPlace place = reference.resolved();
    String name = place.shapeName();
    return new Shape(place, name.isEmpty() ? primitiveName(place.node()) : name);
  }

  private static String primitiveName(JsonNode node) {
    return node.path("type").asString().equals("boolean") ? "Boolean" : "String";
  }

  private static Kind kind(JsonNode node) {
    JsonNode type = node.path("type");
    if (type.isMissingNode()) {
      return Kind.DOCUMENT;
    }
    if (type.isArray()) {
      return Kind.NUMBER;
    }
    return switch (type.asString()) {
      case "object" ->
          node.path("x-union").asBoolean(false)
              ? Kind.UNION
              : node.has("propertyNames") ? Kind.MAP : Kind.STRUCTURE;
      case "array" -> Kind.LIST;
      case "string" -> node.has("enum") ? Kind.ENUM : Kind.STRING;
      case "integer" -> Kind.INTEGER;
      case "number" -> node.has("x-format") ? Kind.TIMESTAMP : Kind.NUMBER;
      case "boolean" -> Kind.BOOLEAN;
      default -> throw new IllegalStateException("unexpected type " + type + " in a schema");
    };
  }

  /** Returns the name, such as {@code ProtectedQueryOutputConfiguration}. */
  public String name() {
    return name;
  }

  /** Returns whether this is one of the API's unconstrained shapes, whose names say nothing. */
  public boolean primitive() {
    return PRIMITIVES.contains(name);
  }

  /** Returns the kind. */
  public Kind kind() {
    return kind;
  }

  /** Returns a sentence on what the shape is for; empty where the name says it. */
  public String description() {
    return place.node().path("description").asString("");
  }

  /** Returns whether values of this shape must not be printed. */
  public boolean sensitive() {
    return sensitive;
  }

  /** Returns whether unknown members are fine, as in the bodies of errors. */
  public boolean open() {
    return place.node().path("x-error").asBoolean(false);
  }

  /** Returns the members of a structure or variants of a union, in the order of the API. */
  public List<Member> members() {
    return readMembers().all();
  }

  /** Returns the member or variant of that name. */
  public Optional<Member> member(String memberName) {
    return Optional.ofNullable(readMembers().byName().get(memberName));
  }

  /**
   * Returns what a list holds.
   *
   * @throws IllegalStateException if this is no list
   */
  public Shape item() {
    Shape result = item;
    if (result == null) {
      result = of(place.at("items"));
      item = result;
    }
    return result;
  }

  /**
   * Returns what the keys of a map have to be.
   *
   * @throws IllegalStateException if this is no map
   */
  public Shape key() {
    return of(place.at("propertyNames"));
  }

  /**
   * Returns what a map holds.
   *
   * @throws IllegalStateException if this is no map
   */
  public Shape value() {
    Shape result = value;
    if (result == null) {
      result = of(place.at("additionalProperties"));
      value = result;
    }
    return result;
  }

  /** Returns the values of an enum in the order of the API. */
  public List<EnumValue> enumValues() {
    return readValues().all();
  }

  /** Returns the values of an enum as they are written, in the order of the API. */
  public List<String> enumTexts() {
    return readValues().texts();
  }

  /** Returns the one value of an enum that was probably meant by another text, if there is one. */
  public Optional<String> nearestValue(String text) {
    return readValues().nearest().to(text);
  }

  /** Returns the least length of a string, in code points. */
  public OptionalLong minLength() {
    return bound("minLength");
  }

  /** Returns the greatest length of a string, in code points. */
  public OptionalLong maxLength() {
    return bound("maxLength");
  }

  /** Returns the regular expression that a whole string has to match (ECMA-262, unicode mode). */
  public Optional<String> pattern() {
    JsonNode pattern = place.node().path("pattern");
    return kind == Kind.STRING && pattern.isString()
        ? Optional.of(pattern.asString())
        : Optional.empty();
  }

  /**
   * Returns whether a text is of the pattern, if there is one. Of none is a text that is longer
   * than the shape and any pattern take, which is not even tried.
   */
  public boolean matches(String text) {
    return pattern()
        .filter(
            regex ->
                Patterns.tooLong(text, maxLength().orElse(Long.MAX_VALUE))
                    || !Patterns.compile(regex).matcher(text).find())
        .isEmpty();
  }

  /** Returns whether a text has a length that is allowed, and is of the pattern. */
  public boolean fits(String text) {
    int length = text.codePointCount(0, text.length());
    return length >= minLength().orElse(0)
        && length <= maxLength().orElse(Long.MAX_VALUE)
        && matches(text);
  }

  /** Returns the least value of a number. */
  public OptionalDouble minimum() {
    return value("minimum");
  }

  /** Returns the greatest value of a number. */
  public OptionalDouble maximum() {
    return value("maximum");
  }

  /** Returns the least number of items of a list or entries of a map. */
  public OptionalLong minSize() {
    return bound(kind == Kind.LIST ? "minItems" : "minProperties");
  }

  /** Returns the greatest number of items of a list or entries of a map. */
  public OptionalLong maxSize() {
    return bound(kind == Kind.LIST ? "maxItems" : "maxProperties");
  }

  /** Returns the ids of the documented rules that the schema of this shape states. */
  public List<String> rules() {
    List<String> rules = new ArrayList<>();
    for (JsonNode part : place.node().path("allOf")) {
      rules.add(part.path("x-rule").asString());
    }
    return Collections.unmodifiableList(rules);
  }

  /**
   * Returns the release that added a member or variant, if that is not of this shape's day yet;
   * absent for what never was.
   */
  public Optional<LocalDate> laterMember(String memberName) {
    return date(place.node().path(Edition.LATER_MEMBERS).path(memberName));
  }

  /** Returns the release that added an enum value, if that is not of this shape's day yet. */
  public Optional<LocalDate> laterValue(String value) {
    return date(place.node().path(Edition.LATER_VALUES).path(value));
  }

  /** Returns what a later release made of the bounds of this shape, in order of date. */
  public List<LaterShape> later() {
    List<LaterShape> later = new ArrayList<>();
    JsonNode then = place.node().deepCopy();
    for (JsonNode change : place.node().path(Edition.LATER_KEYWORDS)) {
      for (Map.Entry<String, JsonNode> keyword : change.properties()) {
        if (keyword.getValue().isNull()) {
          ((ObjectNode) then).remove(keyword.getKey());
        } else {
          ((ObjectNode) then).set(keyword.getKey(), keyword.getValue());
        }
      }
      SchemaPlace at =
          new SchemaPlace(place.files(), place.path(), place.pointer(), then.deepCopy());
      later.add(
          new LaterShape(LocalDate.parse(change.path("date").asString()), new Shape(at, name)));
    }
    return Collections.unmodifiableList(later);
  }

  private Values readValues() {
    Values result = values;
    if (result == null) {
      JsonNode since = place.node().path("x-enum-since");
      List<EnumValue> all = new ArrayList<>();
      for (JsonNode each : place.node().path("enum")) {
        all.add(new EnumValue(each.asString(), date(since.path(each.asString()))));
      }
      List<String> texts = all.stream().map(EnumValue::value).toList();
      result = new Values(List.copyOf(all), texts, Nearest.among(texts));
      values = result;
    }
    return result;
  }

  private Members readMembers() {
    Members result = members;
    if (result == null) {
      Map<String, Member> byName = new LinkedHashMap<>();
      JsonNode node = place.node();
      Set<String> required = new HashSet<>();
      node.path("required").forEach(name -> required.add(name.asString()));
      for (String memberName : node.path("properties").propertyNames()) {
        SchemaPlace at = place.at("properties", memberName);
        Optional<LocalDate> since = date(at.node().path("x-since"));
        byName.put(
            memberName,
            new Member(memberName, of(at), required.contains(memberName), byDefault(at), since));
      }
      result = new Members(List.copyOf(byName.values()), byName);
      members = result;
    }
    return result;
  }

  private static Optional<String> byDefault(SchemaPlace member) {
    JsonNode value = member.node().path("default");
    return value.isMissingNode() ? Optional.empty() : Optional.of(value.toString());
  }

  private OptionalLong bound(String keyword) {
    JsonNode node = place.node().path(keyword);
    return node.isNumber() ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
  }

  private OptionalDouble value(String keyword) {
    JsonNode node = place.node().path(keyword);
    return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
  }

  static Optional<LocalDate> date(JsonNode node) {
    return node.isString() ? Optional.of(LocalDate.parse(node.asString())) : Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
