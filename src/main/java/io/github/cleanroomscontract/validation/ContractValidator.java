package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.TextProblem;
import io.github.cleanroomscontract.internal.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Validates requests, responses and errors of the API against the contract. Whatever the payload
 * is, the answer is a report of all findings; nothing is thrown for what a payload holds.
 *
 * <p>Immutable and thread-safe: build one and share it. A schema is read and compiled when an
 * operation first needs it, and once for all validators.
 */
public final class ContractValidator {

  private static final Catalogue CATALOGUE = Catalogue.current();
  private static final Engine ENGINE = new NetworkntEngine();

  private final Optional<UnknownPolicy> unknown;
  private final ContextRules contextRules;
  private final boolean showSensitive;
  private final Values values;

  private ContractValidator(Builder builder) {
    this.unknown = Optional.ofNullable(builder.unknown);
    this.contextRules =
        new ContextRules(
            Optional.ofNullable(builder.callerAccount), Optional.ofNullable(builder.engine));
    this.showSensitive = builder.showSensitive;
    this.values = new Values(showSensitive);
  }

  /**
   * Returns a validator that knows nothing but the payload, refuses what requests have beyond the
   * contract, and reports it as drift in answers.
   */
  public static ContractValidator create() {
    return builder().build();
  }

  /** Returns a builder for a validator that is told more, or judges otherwise. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the documented rules that are checked at values of a shape, in one direction. */
  public static List<Rule> rulesAt(Shape shape, Direction direction) {
    List<Rule> rules = new ArrayList<>();
    shape.rules().forEach(id -> rules.add(Rules.find(id).orElseThrow()));
    rules.addAll(ContextRules.at(shape.name(), direction));
    return List.copyOf(rules);
  }

  /**
   * Validates the input of an operation, path and query members included.
   *
   * @param operation the operation's name
   * @param json the input as JSON
   * @return the report; its outcome is {@code FAILED} if there is no such operation
   */
  public Report validateRequest(String operation, String json) {
    return validateRequest(operation, Payload.of(json));
  }

  /**
   * Validates the input of an operation, path and query members included.
   *
   * @param operation the operation's name
   * @param payload the input
   * @return the report; its outcome is {@code FAILED} if there is no such operation
   */
  public Report validateRequest(String operation, Payload payload) {
    return validate(Message.of(operation, Direction.REQUEST, payload));
  }

  /**
   * Validates the output of an operation, or the body of an error that came in its stead.
   *
   * @param operation the operation's name
   * @param json the body as JSON
   * @return the report; its outcome is {@code FAILED} if there is no such operation
   */
  public Report validateResponse(String operation, String json) {
    return validateResponse(operation, Payload.of(json));
  }

  /**
   * Validates the output of an operation, or the body of an error that came in its stead.
   *
   * @param operation the operation's name
   * @param payload the body
   * @return the report; its outcome is {@code FAILED} if there is no such operation
   */
  public Report validateResponse(String operation, Payload payload) {
    return validate(Message.of(operation, Direction.RESPONSE, payload));
  }

  /**
   * Validates the body of an error that an operation answered with.
   *
   * @param operation the operation's name
   * @param error the error's name; one that the operation does not declare is a finding
   * @param json the body as JSON
   * @return the report; its outcome is {@code FAILED} if there is no such operation
   */
  public Report validateError(String operation, String error, String json) {
    return validateError(operation, error, Payload.of(json));
  }

  /**
   * Validates the body of an error that an operation answered with.
   *
   * @param operation the operation's name
   * @param error the error's name; one that the operation does not declare is a finding
   * @param payload the body
   * @return the report; its outcome is {@code FAILED} if there is no such operation
   */
  public Report validateError(String operation, String error, Payload payload) {
    return validate(
        new Message(operation, Direction.ERROR, Optional.of(error), OptionalInt.empty(), payload));
  }

  /**
   * Validates a message.
   *
   * @return its report, whose outcome is {@code FAILED} if there is no such operation
   */
  public Report validate(Message message) {
    String subject = message.operation() + " " + message.direction().label();
    Optional<Operation> operation = CATALOGUE.operation(message.operation());
    if (operation.isEmpty()) {
      return Report.failed(subject, unknownOperation(message.operation()));
    }
    Payload payload = message.payload();
    List<Draft> drafts = textDrafts(payload);
    Optional<Judgement> judgement =
        payload.tree().map(tree -> new Judgement(this, message, operation.get(), tree));
    judgement.ifPresent(made -> add(drafts, made.drafts(), payload));
    if (drafts.isEmpty()) {
      return Report.of(subject, List.of());
    }
    Placer placer = new Placer(payload, showSensitive);
    judgement.ifPresent(made -> placer.hide(made.shape(), made.tree()));
    return Report.of(subject, placer.place(drafts));
  }

  /** What is wrong with the text at some place is not told again as a fault of its value. */
  private static void add(List<Draft> drafts, List<Draft> found, Payload payload) {
    Set<String> told =
        payload.document().problems().stream()
            .filter(problem -> problem.kind() == TextProblem.Kind.NUMBER)
            .map(TextProblem::pointer)
            .filter(payload::holds)
            .map(payload::inside)
            .collect(Collectors.toSet());
    found.stream().filter(draft -> !told.contains(draft.finding().pointer())).forEach(drafts::add);
  }

  /** Judges a tree by a schema of the contract. */
  List<Draft> judge(String schemaUri, Shape shape, Direction direction, JsonNode tree) {
    List<Engine.Violation> violations = ENGINE.judge(schemaUri, tree);
    List<Draft> found = new ArrayList<>(contextRules.check(shape, direction, tree));
    if (!violations.isEmpty()) {
      found.addAll(new Explainer(shape, tree, direction, unknown, values).explain(violations));
    }
    return found;
  }

  /**
   * Looks at the text of a payload of which it is not known what it should be.
   *
   * @return a report whose outcome is {@code FAILED}, with what is wrong with the text; without
   *     findings if it is JSON
   */
  public Report checkText(Payload payload) {
    Placer placer = new Placer(payload, showSensitive);
    payload.tree().ifPresent(tree -> placer.hide(Optional.empty(), tree));
    return new Report("", Outcome.FAILED, placer.place(textDrafts(payload)));
  }

  private List<Draft> textDrafts(Payload payload) {
    List<Draft> drafts = new ArrayList<>();
    for (TextProblem problem : payload.document().problems()) {
      drafts.add(Draft.atOffset(textFinding(problem, payload), problem.offset()));
    }
    return drafts;
  }

  private Finding textFinding(TextProblem problem, Payload payload) {
    Rule rule = TextRules.of(problem.kind());
    boolean duplicate = problem.kind() == TextProblem.Kind.DUPLICATE_KEY;
    // Nobody has told yet whether the object is a sensitive one.
    boolean member = duplicate && values.maySay(problem.detail(), true);
    String expected =
        problem.kind() == TextProblem.Kind.DEPTH ? Integer.toString(JsonDocument.MAX_DEPTH) : "";
    Map<String, String> texts =
        Map.of(
            "member",
            duplicate ? values.name(problem.detail(), true) : "",
            "found",
            problem.detail(),
            "expected",
            expected);
    String around = payload.holds(problem.pointer()) ? "" : " (in what is around the payload)";
    return new Finding(
        rule,
        rule.severity(),
        payload.inside(problem.pointer()),
        member ? Optional.of(values.clean(problem.detail())) : Optional.empty(),
        rule.message(texts) + around,
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(TextRules.hint(problem.kind())),
        Optional.empty());
  }

  private Finding unknownOperation(String name) {
    List<String> names = CATALOGUE.operations().stream().map(Operation::name).toList();
    String message = Rules.INPUT_UNKNOWN_OPERATION.message(Map.of("found", values.quoted(name)));
    Finding finding = Finding.of(Rules.INPUT_UNKNOWN_OPERATION, message);
    return finding.withHint(
        Nearest.to(name, names)
            .map(near -> Hints.meant(near, name))
            .orElse("the command \"operations\" lists those that there are"));
  }

  /** Collects what a validator is told and how it judges. Not thread-safe. */
  public static final class Builder {

    private UnknownPolicy unknown;
    private String callerAccount;
    private AnalyticsEngine engine;
    private boolean showSensitive;

    private Builder() {}

    /**
     * Sets how members, enum values and variants are judged that the contract does not have, in
     * both directions. Unless set, or if null: as errors in requests, as drift in answers.
     */
    public Builder unknown(UnknownPolicy policy) {
      this.unknown = policy;
      return this;
    }

    /**
     * Sets the account that makes the calls, which some documented rules need.
     *
     * @param account 12 digits, perhaps with hyphens as the console shows them
     * @throws IllegalArgumentException if it is something else
     */
    public Builder callerAccount(String account) {
      String digits = account.replace("-", "");
      if (!digits.matches("[0-9]{12}")) {
        throw new IllegalArgumentException("an AWS account has 12 digits");
      }
      this.callerAccount = digits;
      return this;
    }

    /**
     * Sets the analytics engine of the collaboration, which some documented rules need; or null.
     */
    public Builder engine(AnalyticsEngine analyticsEngine) {
      this.engine = analyticsEngine;
      return this;
    }

    /** Sets whether findings may quote query texts, parameters, and other sensitive values. */
    public Builder showSensitive(boolean show) {
      this.showSensitive = show;
      return this;
    }

    /** Returns the validator. */
    public ContractValidator build() {
      return new ContractValidator(this);
    }
  }
}
