package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.internal.facts.Facts;
import io.github.cleanroomscontract.internal.json.Way;
import io.github.cleanroomscontract.internal.text.EpochSeconds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A value that a check looks at: its place, what lies below, the message that it is in, and what is
 * known beyond. Whatever the payload holds, nothing here throws.
 */
final class Subject {

  private final Exchange exchange;
  private final String rule;
  private final Way way;
  private final JsonNode node;

  /** The message that a value is in, what is known beyond it, and where findings go. */
  record Exchange(
      String operation,
      Direction direction,
      JsonNode payload,
      Optional<Beyond> beyond,
      LocalDate day,
      List<Hit> hits,
      List<Gap> gaps) {

    private Beyond orLater() {
      return beyond.orElseThrow(LaterException::new);
    }
  }

  /**
   * What is known beyond a message.
   *
   * @param facts what is known of resources
   * @param request the request that it answers, if that is known
   */
  record Beyond(Facts facts, Optional<JsonNode> request) {}

  /** Says that a check has to be made when it is known what is known beyond the message. */
  static final class LaterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private LaterException() {
      super("later", null, false, false);
    }
  }

  Subject(Exchange exchange, String rule, Way way, JsonNode node) {
    this.exchange = exchange;
    this.rule = rule;
    this.way = way;
    this.node = node;
  }

  /** Returns the value below, or one that is missing. */
  Subject at(String... members) {
    Way to = way;
    JsonNode below = node;
    for (String member : members) {
      to = to.to(member);
      below = below.path(member);
    }
    return new Subject(exchange, rule, to, below);
  }

  /** Returns the items of a list; none if it is something else. */
  List<Subject> items() {
    List<Subject> items = new ArrayList<>();
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      items.add(new Subject(exchange, rule, way.to(i), node.get(i)));
    }
    return items;
  }

  /** Returns the items of a list below, as a stream. */
  Stream<Subject> each(String... members) {
    return at(members).items().stream();
  }

  /** Returns the names of an object's members, or the keys of a map. */
  List<String> keys() {
    return node.isObject() ? List.copyOf(node.propertyNames()) : List.of();
  }

  /** Returns whether the value is there; a null is not. */
  boolean present() {
    return !node.isMissingNode() && !node.isNull();
  }

  /** Returns whether it has a member, and not as null. */
  boolean has(String member) {
    return node.hasNonNull(member);
  }

  /** Returns a string; empty if it is missing or something else. */
  String text() {
    return text(node);
  }

  /** Returns a string; empty if it is missing or something else. */
  static String text(JsonNode node) {
    return node.isString() ? node.stringValue() : "";
  }

  /** Returns whether it is that string. */
  boolean is(String value) {
    return node.isString() && node.asString().equals(value);
  }

  /** Returns whether a list holds a string. */
  boolean holds(String value) {
    return items().stream().anyMatch(item -> item.is(value));
  }

  /** Returns whether it is the boolean true. */
  boolean isTrue() {
    return node.isBoolean() && node.asBoolean();
  }

  /** Returns whether it is the boolean false. */
  boolean isFalse() {
    return node.isBoolean() && !node.asBoolean();
  }

  /** Returns a number; empty if it is missing or something else. */
  Optional<Double> number() {
    return node.isNumber() ? Optional.of(node.asDouble()) : Optional.empty();
  }

  /**
   * Returns a time in seconds; empty if it is missing, something else, or cannot be in seconds: of
   * that its own rule tells, and nothing is compared with it.
   */
  Optional<Double> time() {
    return number().filter(EpochSeconds::isTime);
  }

  /** Returns the value itself. */
  JsonNode node() {
    return node;
  }

  /** Returns the whole payload. */
  Subject root() {
    return new Subject(exchange, rule, Way.TOP, exchange.payload());
  }

  /** Returns the request that a response answers, if it is known. */
  Optional<JsonNode> request() {
    return exchange.orLater().request();
  }

  /** Returns the name of the operation. */
  String operation() {
    return exchange.operation();
  }

  /** Returns the day that the contract is of. */
  LocalDate day() {
    return exchange.day();
  }

  /** Says that the rule is broken here. */
  void fails() {
    fails("");
  }

  /**
   * Says that the rule is broken here.
   *
   * @param found what is here, as it may be printed: no sensitive value
   */
  void fails(String found) {
    exchange.hits().add(new Hit(rule, way.pointer(), found));
  }

  /** Says that the rule cannot be checked here. */
  void needs(String fact) {
    exchange.gaps().add(new Gap(rule, way.pointer(), fact));
  }

  /** Does something with a fact, or says that it is needed. */
  <T> void with(Optional<T> fact, String name, BiConsumer<Subject, T> action) {
    if (fact.isPresent()) {
      action.accept(this, fact.get());
    } else {
      needs(name);
    }
  }

  /** Returns what is known beyond the payload. */
  World world() {
    Beyond beyond = exchange.orLater();
    return new World(beyond.facts(), exchange.payload(), beyond.request());
  }
}
