package io.github.cleanroomscontract.context;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.internal.facts.Facts;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What is known of the world around a call: who makes it, and what the service answered to earlier
 * ones. Documented rules that need such facts are checked as far as they are here; where one is
 * absent, the rule counts as not checked.
 *
 * <pre>{@code
 * CallContext context =
 *     CallContext.create()
 *         .callerAccount("111122223333")
 *         .response("GetCollaboration", collaborationJson)
 *         .exchange("ListMembers", requestJson, responseJson);
 * }</pre>
 *
 * <p>What the answers of these operations hold is used: {@code GetCollaboration}, {@code
 * ListMembers}, {@code GetMembership}, {@code ListMemberships}, {@code GetAnalysisTemplate}, {@code
 * GetCollaborationAnalysisTemplate}, {@code GetConfiguredTable}, {@code
 * GetConfiguredTableAssociation}, {@code GetSchema}, {@code GetIntermediateTable}, {@code
 * GetIdMappingTable}, {@code GetCollaborationChangeRequest} and those that read analysis rules,
 * with their batch, create and update counterparts. Other answers teach nothing. A later answer
 * about the same resource replaces an earlier one; of each kind the thousand newest are kept.
 *
 * <p>Thread-safe. A validator takes a copy when it is built.
 */
public final class CallContext {

  private final Facts facts;

  private CallContext(Facts facts) {
    this.facts = facts;
  }

  /** Returns a context that knows nothing yet. */
  public static CallContext create() {
    return new CallContext(new Facts());
  }

  /** Returns a context that knows the same, and learns apart from this. */
  public CallContext copy() {
    return new CallContext(facts.copy());
  }

  /**
   * Tells the account that makes the calls.
   *
   * @param account 12 digits, perhaps with hyphens as the console shows them
   * @return this context
   * @throws IllegalArgumentException if it is something else
   */
  public CallContext callerAccount(String account) {
    String digits = account.replace("-", "");
    if (!digits.matches("[0-9]{12}")) {
      throw new IllegalArgumentException("an AWS account has 12 digits");
    }
    facts.callerAccount(digits);
    return this;
  }

  /**
   * Tells the analytics engine of the collaboration, for all collaborations whose answers do not.
   *
   * @return this context
   */
  public CallContext engine(AnalyticsEngine engine) {
    facts.engine(engine.name());
    return this;
  }

  /**
   * Tells what an operation answered.
   *
   * @param operation the operation's name
   * @param responseJson the body of its answer
   * @return this context
   * @throws IllegalArgumentException if that is not JSON, or there is no such operation
   */
  public CallContext response(String operation, String responseJson) {
    requireKnown(operation);
    facts.learn(operation, Optional.empty(), tree(responseJson));
    return this;
  }

  /**
   * Tells what an operation was asked and answered. Some answers, such as those of {@code
   * ListMembers}, do not say what they are about; the request does.
   *
   * @param operation the operation's name
   * @param requestJson its input
   * @param responseJson the body of its answer
   * @return this context
   * @throws IllegalArgumentException if one is not JSON, or there is no such operation
   */
  public CallContext exchange(String operation, String requestJson, String responseJson) {
    requireKnown(operation);
    facts.learn(operation, Optional.of(tree(requestJson)), tree(responseJson));
    return this;
  }

  /** Returns whether no answer has told anything that a rule needs. */
  public boolean hasNoAnswers() {
    return facts.isEmpty();
  }

  /** Returns a copy of what is known, for the kit itself. */
  public Facts facts() {
    return facts.copy();
  }

  /** Returns what is known, which may still grow, for the kit itself. */
  public Facts live() {
    return facts;
  }

  /** A misspelt name would teach nothing, and nobody would notice. */
  private static void requireKnown(String operation) {
    if (Catalogue.current().operation(operation).isEmpty()) {
      throw new IllegalArgumentException("there is no operation \"" + operation + "\"");
    }
  }

  private static JsonNode tree(String json) {
    JsonDocument document = JsonDocument.parse(json);
    return document
        .root()
        .filter(root -> document.problems().isEmpty())
        .orElseThrow(() -> new IllegalArgumentException("not JSON: " + document.problems()));
  }
}
