package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.context.AnalyticsEngine;
import io.github.cleanroomscontract.context.CallContext;
import java.util.List;
import java.util.Optional;

/**
 * What has to be known beside a payload for a rule to be checked. Immutable.
 *
 * @param callerAccount the account that makes the call
 * @param engine the analytics engine of the collaboration
 * @param answers what the API answered to earlier calls
 */
public record Circumstances(
    Optional<String> callerAccount, Optional<AnalyticsEngine> engine, List<Answer> answers) {

  /** Where nothing has to be known. */
  public static final Circumstances NONE =
      new Circumstances(Optional.empty(), Optional.empty(), List.of());

  /**
   * What an operation answered.
   *
   * @param operation its name
   * @param request its input as JSON
   * @param response its output as JSON
   */
  public record Answer(String operation, String request, String response) {}

  /** Creates circumstances. */
  public Circumstances {
    answers = List.copyOf(answers);
  }

  /** Returns a new context that knows all this, for {@code ContractValidator.Builder.context}. */
  public CallContext context() {
    CallContext context = CallContext.create();
    callerAccount.ifPresent(context::callerAccount);
    engine.ifPresent(context::engine);
    answers.forEach(
        answer -> context.exchange(answer.operation(), answer.request(), answer.response()));
    return context;
  }
}
