package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.internal.json.Way;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The check of a documented rule. Thread-safe. */
final class Check {

  private final String rule;
  private final String shape;
  private final Optional<Direction> direction;
  private final Consumer<Subject> code;

  /** Whether it once asked for what is known beyond a message. */
  private volatile boolean curious;

  /**
   * Creates a check.
   *
   * @param rule the rule's id
   * @param shape the shape at whose values it is made; for the input and output of an operation,
   *     such as {@code CreateCollaboration request}
   * @param direction the one direction in which it is made; both if absent
   * @param code what is done at such a value, and tells what it finds
   */
  Check(String rule, String shape, Optional<Direction> direction, Consumer<Subject> code) {
    this.rule = rule;
    this.shape = shape;
    this.direction = direction;
    this.code = code;
  }

  String rule() {
    return rule;
  }

  String shape() {
    return shape;
  }

  Optional<Direction> direction() {
    return direction;
  }

  /**
   * Makes the check at a value.
   *
   * @return whether it could be made; else it has to be made when it is known what is known beyond
   *     the message
   */
  boolean make(Subject.Exchange exchange, Way way, JsonNode value) {
    if (curious && exchange.beyond().isEmpty()) {
      return false;
    }
    try {
      code.accept(new Subject(exchange, rule, way, value));
      return true;
    } catch (Subject.LaterException e) {
      // To be interrupted costs more than most checks do, so it is not tried in vain again.
      curious = true;
      return false;
    }
  }
}
