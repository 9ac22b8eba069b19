package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.internal.facts.Facts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The messages of one capture in the order they were sent. A response is judged with the request
 * that it answers, where there is no doubt which that is, and what valid responses tell is known to
 * the messages after them. What they tell differently, without an update between, is not known any
 * more; and a capture that mixes messages of different worlds tells nothing. Not thread-safe.
 */
public final class Conversation {

  private static final CallContext NOTHING_MORE = CallContext.create();

  private final ContractValidator validator;
  private final Facts told;
  private final boolean trusting;
  private Facts facts;
  private boolean coherent = true;
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

  private Conversation(ContractValidator validator, Facts told, Facts facts, boolean trusting) {
    this.validator = validator;
    this.told = told;
    this.facts = facts;
    this.trusting = trusting;
  }

  /** A capture of unknown make, judged with what was told before. */
  static Conversation of(ContractValidator validator, Facts told) {
    return new Conversation(validator, told, told.copy(), false);
  }

  /** Answers that were collected in order to be believed; what they tell is added to the facts. */
  static Conversation trusting(ContractValidator validator, Facts facts) {
    return new Conversation(validator, facts, facts, true);
  }

  /**
   * Validates the next message.
   *
   * @return its report, whose outcome is {@code FAILED} if there is no such operation
   */
  public Report validate(Message message) {
    return validate(message, NOTHING_MORE, Optional.empty());
  }

  /**
   * Validates the next message, of which more is known than the others tell.
   *
   * @param known what is known for this message alone, on top of what is known for all
   * @param request the request that it answers, if it is an answer and that is known
   * @return its report, whose outcome is {@code FAILED} if there is no such operation
   */
  public Report validate(Message message, CallContext known, Optional<Payload> request) {
    Examination examination = examine(message);
    conclude(examination, known, request);
    return examination.report();
  }

  /**
   * Begins to validate a message: whatever can be told of it by itself. May be called by several
   * threads at once, for messages in any order. Internal to the kit.
   */
  public Examination examine(Message message) {
    return validator.examine(message);
  }

  /**
   * Judges the next message with what the others told before it, and makes it known to those after
   * it. Internal to the kit.
   *
   * @param known what is known for this message alone, on top of what is known for all
   * @param answered the request that it answers, if it is an answer and that is known
   */
  public void conclude(Examination examination, CallContext known, Optional<Payload> answered) {
    if (examination.isSettled()) {
      // Names that no operation has may be endless.
      return;
    }
    Message message = examination.message();
    // What is known of thousands of resources is not copied for nothing.
    Facts all = known.live().tellNothing() ? facts : facts.with(known.facts());
    Optional<JsonNode> tree = message.payload().tree();
    Open asked = open.getOrDefault(message.operation(), Open.NONE);
    if (message.direction() == Direction.REQUEST) {
      examination.conclude(all, Optional.empty());
      tree.ifPresent(request -> open.put(message.operation(), asked.asked(request)));
      return;
    }
    Optional<JsonNode> request = answered.flatMap(Payload::tree).or(asked::only);
    examination.conclude(all, request);
    open.put(message.operation(), asked.answered());
    boolean told = !message.payload().isUnverifiable();
    if (told && examination.valid() && message.direction() == Direction.RESPONSE) {
      tree.ifPresent(response -> remember(message.operation(), request, response));
    }
  }

  private void remember(String operation, Optional<JsonNode> request, JsonNode response) {
    if (trusting) {
      facts.learn(operation, request, response);
    } else if (coherent) {
      coherent = facts.observe(operation, request, response);
      if (!coherent) {
        facts = told;
      }
    }
  }
}
