package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.internal.schema.SchemaPlace;
import io.github.cleanroomscontract.validation.SchemaCompiler.Unfamiliar;
import io.github.cleanroomscontract.validation.Trial.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A keyword where a schema has it, to be compiled. */
final class KeywordSource {

  private static final String PROPERTIES = "properties";
  private static final String REQUIRED = "required";

  private static final Map<String, Predicate<JsonNode>> TYPES =
      Map.of(
          "object", JsonNode::isObject,
          "array", JsonNode::isArray,
          "string", JsonNode::isString,
          "number", JsonNode::isNumber,
          "integer", ValueKeywords::isWhole,
          "boolean", JsonNode::isBoolean,
          "null", JsonNode::isNull);

  /** A file, or none for the same one, and a pointer in which nothing is to be decoded. */
  private static final Pattern REFERENCE =
      Pattern.compile("(?:(?:[.][.]/[a-z-]+/)?[A-Za-z.-]+)?#(?:/[^%]*)?");

  private final SchemaCompiler compiler;
  private final SchemaPlace place;
  private final String name;
  private final JsonNode node;

  KeywordSource(SchemaCompiler compiler, SchemaPlace place, String name) {
    this.compiler = compiler;
    this.place = place;
    this.name = name;
    this.node = place.node().get(name);
  }

  /** Returns what the keyword asks. */
  Keyword keyword() {
    return switch (name) {
      case "type" -> type();
      case "const" -> ValueKeywords.among(List.of(node), failure());
      case "enum" -> ValueKeywords.among(array(node), failure());
      case "minimum" -> ValueKeywords.bound(number(), atLeast(0), failure());
      case "maximum" -> ValueKeywords.bound(number(), atMost(0), failure());
      case "exclusiveMinimum" -> ValueKeywords.bound(number(), atLeast(1), failure());
      case "exclusiveMaximum" -> ValueKeywords.bound(number(), atMost(-1), failure());
      case "minLength" -> ValueKeywords.minLength(count(node), failure());
      case "maxLength" -> ValueKeywords.maxLength(count(node), failure());
      case "pattern" -> pattern();
      case "properties" -> ObjectKeywords.properties(properties());
      case "required" -> ObjectKeywords.required(required(), failure());
      case "additionalProperties" ->
          ObjectKeywords.members(
              properties(), required(), new Failure(REQUIRED, place.rule()), others());
      case "propertyNames" -> ObjectKeywords.propertyNames(schema(name), failure());
      case "minProperties" -> ObjectKeywords.size(atLeast(count(node)), failure());
      case "maxProperties" -> ObjectKeywords.size(atMost(count(node)), failure());
      case "dependentRequired" -> dependentRequired();
      case "items" -> ListKeywords.items(schema(name));
      case "minItems" -> ListKeywords.size(atLeast(count(node)), failure());
      case "maxItems" -> ListKeywords.size(atMost(count(node)), failure());
      case "uniqueItems" -> flag() ? ListKeywords.unique(failure()) : Keyword.NOTHING;
      case "contains" -> contains();
      case "$ref" -> reference();
      case "allOf" -> Keyword.all(schemas().toArray(Keyword[]::new));
      case "anyOf" -> LogicKeywords.anyOf(schemas());
      case "oneOf" -> LogicKeywords.oneOf(schemas(), failure());
      case "not" -> LogicKeywords.not(schema(name), failure());
      case "if" -> LogicKeywords.conditional(schema(name), branch("then"), branch("else"));
      default -> throw unfamiliar();
    };
  }

  private Keyword type() {
    List<Predicate<JsonNode>> types =
        (node.isString() ? List.of(node.asString()) : strings(node))
            .stream().map(type -> known(TYPES.get(type))).toList();
    return ValueKeywords.type(types, failure());
  }

  private Keyword pattern() {
    String regex = string(node);
    JsonNode beside = place.node().path("maxLength");
    Integer maxLength = beside.isMissingNode() ? null : count(beside);
    return ValueKeywords.pattern(() -> compiler.pattern(regex, maxLength), failure());
  }

  private Map<String, Keyword> properties() {
    Map<String, Keyword> schemas = new LinkedHashMap<>();
    if (has(PROPERTIES)) {
      for (String member : object(place.node().get(PROPERTIES)).propertyNames()) {
        schemas.put(member, schema(PROPERTIES, member));
      }
    }
    return schemas;
  }

  private List<String> required() {
    return has(REQUIRED) ? strings(place.node().get(REQUIRED)) : List.of();
  }

  private ObjectKeywords.Stranger others() {
    return node.isBoolean() && !node.asBoolean()
        ? ObjectKeywords.closed(failure())
        : ObjectKeywords.others(schema(name));
  }

  private boolean has(String keyword) {
    return place.node().has(keyword);
  }

  private Keyword dependentRequired() {
    Map<String, List<String>> companions = new LinkedHashMap<>();
    object(node).forEachEntry((member, names) -> companions.put(member, strings(names)));
    return ObjectKeywords.dependentRequired(companions, failure());
  }

  private Keyword contains() {
    JsonNode least = place.node().path("minContains");
    JsonNode most = place.node().path("maxContains");
    return ListKeywords.contains(
        schema(name),
        least.isMissingNode() ? 1 : count(least),
        new Failure("minContains", place.rule()),
        most.isMissingNode() ? Integer.MAX_VALUE : count(most),
        new Failure("maxContains", place.rule()));
  }

  private Keyword reference() {
    if (!REFERENCE.matcher(string(node)).matches()) {
      throw unfamiliar();
    }
    return new Keyword() {
      // If two threads ask at once, both are answered the same.
      private Keyword target;

      @Override
      public boolean holds(JsonNode value, Trial trial) {
        Keyword known = target;
        if (known == null) {
          SchemaPlace there = place.referred();
          known = compiler.schema(there.path(), there.pointer());
          target = known;
        }
        return known.holds(value, trial);
      }
    };
  }

  private Keyword branch(String branch) {
    return place.node().has(branch) ? schema(branch) : Keyword.NOTHING;
  }

  private Keyword schema(String... way) {
    return compiler.compile(place.at(way));
  }

  private List<Keyword> schemas() {
    return IntStream.range(0, array(node).size())
        .mapToObj(i -> schema(name, Integer.toString(i)))
        .toList();
  }

  private Failure failure() {
    return new Failure(name, place.rule());
  }

  private static IntPredicate atLeast(int bound) {
    return number -> number >= bound;
  }

  private static IntPredicate atMost(int bound) {
    return number -> number <= bound;
  }

  private List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    array(list).forEach(item -> strings.add(string(item)));
    return strings;
  }

  private JsonNode array(JsonNode given) {
    return expected(given, given.isArray());
  }

  private JsonNode object(JsonNode given) {
    return expected(given, given.isObject());
  }

  private String string(JsonNode given) {
    return expected(given, given.isString()).asString();
  }

  private int count(JsonNode given) {
    return expected(given, given.isInt() && given.asInt() >= 0).asInt();
  }

  private JsonNode number() {
    return expected(node, node.isNumber());
  }

  private boolean flag() {
    return expected(node, node.isBoolean()).asBoolean();
  }

  private JsonNode expected(JsonNode given, boolean fits) {
    if (!fits) {
      throw unfamiliar();
    }
    return given;
  }

  private <T> T known(T found) {
    if (found == null) {
      throw unfamiliar();
    }
    return found;
  }

  private Unfamiliar unfamiliar() {
    return new Unfamiliar(place, name);
  }
}
