package io.github.cleanroomscontract.recording;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replaces whatever may be of an account in the messages of a run, the same each time: structure,
 * names of members, enum values, numbers, booleans and the time between times stay. Not
 * thread-safe.
 */
final class Mask {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What names the error in its body: services do so in more ways than one. */
  private static final Set<String> ERROR_TYPES = Set.of("__type", "code", "Code");

  private static final Pattern ERROR =
      Pattern.compile("[A-Z][A-Za-z0-9]{0,63}(?:Error|Exception|Failure|Fault)");

  /** Names of members that are not in the contract. */
  private static final Pattern NAME = Pattern.compile("_{0,2}[A-Za-z][A-Za-z0-9]{0,63}");

  /** A number of more digits may be an account. */
  private static final double MOST = 99_999;

  private final TextMask texts = new TextMask();
  private final Times times = new Times();
  private final Set<String> members = new HashSet<>();

  Mask() {
    Set<String> seen = new HashSet<>();
    for (Operation operation : Catalogue.current().operations()) {
      collect(operation.request(), seen);
      collect(operation.response(), seen);
    }
  }

  private void collect(Shape shape, Set<String> seen) {
    if (seen.add(shape.name())) {
      switch (shape.kind()) {
        case STRUCTURE, UNION ->
            shape
                .members()
                .forEach(
                    member -> {
                      members.add(member.name());
                      collect(member.shape(), seen);
                    });
        case LIST -> collect(shape.item(), seen);
        case MAP -> collect(shape.value(), seen);
        default -> {
          // Nothing below.
        }
      }
    }
  }

  /** Returns the name of an error as it may be kept; empty if it could be anything. */
  static Optional<String> errorName(String name) {
    String bare = name.replaceFirst(":.*", "").replaceFirst(".*#", "");
    return Optional.of(bare).filter(each -> ERROR.matcher(each).matches());
  }

  /** Returns the body of an error that the catalogue may know or not. */
  JsonNode error(JsonNode body, Optional<Shape> shape) {
    JsonNode masked =
        body.isObject()
            ? structure(body, name -> shape.flatMap(each -> each.member(name)))
            : unknown(body);
    if (masked instanceof ObjectNode object) {
      for (String member : ERROR_TYPES) {
        if (body.path(member).isString()) {
          errorName(body.path(member).asString()).ifPresent(name -> object.put(member, name));
        }
      }
    }
    return masked;
  }

  /** Returns what stands for a value at a shape. */
  JsonNode masked(JsonNode value, Shape shape) {
    if (value.isString()) {
      return JSON.stringNode(texts.masked(value.asString(), shape));
    }
    return switch (shape.kind()) {
      case STRUCTURE, UNION -> value.isObject() ? structure(value, shape::member) : unknown(value);
      case MAP -> value.isObject() ? map(value, shape) : unknown(value);
      case LIST -> value.isArray() ? list(value, shape) : unknown(value);
      case TIMESTAMP ->
          value.isNumber() ? JSON.numberNode(times.moved(value.decimalValue())) : unknown(value);
      case INTEGER, NUMBER -> value.isNumber() ? value : unknown(value);
      default -> unknown(value);
    };
  }

  private ObjectNode structure(JsonNode value, Function<String, Optional<Member>> known) {
    ObjectNode masked = JSON.objectNode();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      String name = entry.getKey();
      Optional<Member> member = known.apply(name);
      if (member.isPresent()) {
        masked.set(name, masked(entry.getValue(), member.get().shape()));
      } else {
        boolean drift = NAME.matcher(name).matches();
        masked.set(drift ? name : texts.unknown(name), unknown(entry.getValue()));
      }
    }
    return masked;
  }

  private ObjectNode map(JsonNode value, Shape shape) {
    ObjectNode masked = JSON.objectNode();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      String key = texts.masked(entry.getKey(), shape.key());
      masked.set(
          masked.has(key) ? texts.unknown(entry.getKey()) : key,
          masked(entry.getValue(), shape.value()));
    }
    return masked;
  }

  private ArrayNode list(JsonNode value, Shape shape) {
    ArrayNode masked = JSON.arrayNode();
    value.forEach(item -> masked.add(masked(item, shape.item())));
    return masked;
  }

  /** Of what is not in the contract, keys may be data, too. */
  private JsonNode unknown(JsonNode value) {
    if (value.isObject()) {
      ObjectNode masked = JSON.objectNode();
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        String key = entry.getKey();
        masked.set(members.contains(key) ? key : texts.unknown(key), unknown(entry.getValue()));
      }
      return masked;
    }
    if (value.isArray()) {
      ArrayNode masked = JSON.arrayNode();
      value.forEach(item -> masked.add(unknown(item)));
      return masked;
    }
    if (value.isString()) {
      return JSON.stringNode(texts.unknown(value.asString()));
    }
    if (value.isNumber() && !(Math.abs(value.asDouble()) <= MOST)) {
      return value.isIntegralNumber() ? JSON.numberNode(100_000) : JSON.numberNode(100_000.5);
    }
    return value;
  }
}
