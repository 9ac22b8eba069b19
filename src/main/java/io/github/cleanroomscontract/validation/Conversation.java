package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.internal.facts.Facts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The messages of one capture in the order they were sent. A response is judged with the request
 * that it answers, where there is no doubt which that is, and what valid responses tell is known to
 * the messages after them. Not thread-safe.
 */
public final class Conversation {

  private final ContractValidator validator;
  private final Facts facts;
  private final Map<String, Open> open = new HashMap<>();

  /** The requests of an operation that are not answered yet. */
  private record Open(int count, Optional<JsonNode> only) {

    static final Open NONE = new Open(0, Optional.empty());

    Open asked(JsonNode request) {
      return new Open(count + 1, count == 0 ? Optional.of(request) : Optional.empty());
    }

    Open answered() {
      // Which of several was answered is not known, nor then which is left.
      return count <= 1 ? NONE : new Open(count - 1, Optional.empty());
    }
  }

  Conversation(ContractValidator validator, Facts facts) {
    this.validator = validator;
    this.facts = facts;
  }

  /**
   * Validates the next message.
   *
   * @return its report, whose outcome is {@code FAILED} if there is no such operation
   */
  public Report validate(Message message) {
    Optional<JsonNode> tree = message.payload().tree();
    Open asked = open.getOrDefault(message.operation(), Open.NONE);
    if (message.direction() == Direction.REQUEST) {
      Report report = validator.validate(message, facts, Optional.empty());
      tree.ifPresent(request -> open.put(message.operation(), asked.asked(request)));
      return report;
    }
    Report report = validator.validate(message, facts, asked.only());
    open.put(message.operation(), asked.answered());
    if (report.valid() && message.direction() == Direction.RESPONSE && tree.isPresent()) {
      facts.learn(message.operation(), asked.only(), tree.get());
    }
    return report;
  }
}
