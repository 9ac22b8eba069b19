package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.json.JsonDocument;
import io.github.cleanroomscontract.json.Pointers;
import io.github.cleanroomscontract.json.TextProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
  private static final Engine ENGINE = new NetworkntEngine(CATALOGUE.files());

  private final Optional<UnknownPolicy> unknown;
  private final ContextRules contextRules;
  private final boolean showSensitive;
  private final Values values;
  private final ErrorSorter errorSorter;

  private ContractValidator(Builder builder) {
    this.unknown = Optional.ofNullable(builder.unknown);
    this.contextRules =
        new ContextRules(
            Optional.ofNullable(builder.callerAccount), Optional.ofNullable(builder.engine));
    this.showSensitive = builder.showSensitive;
    this.values = new Values(showSensitive);
    this.errorSorter =
        new ErrorSorter(
            CATALOGUE, (error, body) -> ENGINE.judge(CATALOGUE.schemaUri(error), body).isEmpty());
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

  /** Returns the documented rules that are checked at values of a shape. */
  public static List<Rule> rulesAt(Shape shape) {
    List<Rule> rules = new ArrayList<>();
    shape.rules().forEach(id -> rules.add(Rules.find(id).orElseThrow()));
    rules.addAll(ContextRules.at(shape.name()));
    return List.copyOf(rules);
  }

  /** Validates the input of an operation, path and query members included. */
  public Report validateRequest(String operation, String json) {
    return validateRequest(operation, Payload.of(json));
  }

  /** Validates the input of an operation, path and query members included. */
  public Report validateRequest(String operation, Payload payload) {
    return validate(Message.of(operation, Direction.REQUEST, payload));
  }

  /** Validates the output of an operation, or the body of an error that came in its stead. */
  public Report validateResponse(String operation, String json) {
    return validateResponse(operation, Payload.of(json));
  }

  /** Validates the output of an operation, or the body of an error that came in its stead. */
  public Report validateResponse(String operation, Payload payload) {
    return validate(Message.of(operation, Direction.RESPONSE, payload));
  }

  /** Validates the body of an error that an operation answered with. */
  public Report validateError(String operation, String error, String json) {
    return validateError(operation, error, Payload.of(json));
  }

  /** Validates the body of an error that an operation answered with. */
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
    Placer placer = new Placer(payload, showSensitive);
    payload.tree().ifPresent(tree -> judge(message, operation.get(), tree, placer, drafts));
    return drafts.isEmpty()
        ? Report.of(subject, List.of())
        : Report.of(subject, placer.place(drafts));
  }

  /**
   * Looks at the text of a payload of which it is not known what it should be.
   *
   * @return a report whose outcome is {@code FAILED}, with what is wrong with the text; without
   *     findings if it is JSON
   */
  public Report checkText(Payload payload) {
    List<Finding> findings = new Placer(payload, showSensitive).place(textDrafts(payload));
    return new Report("", Outcome.FAILED, findings);
  }

  private void judge(
      Message message, Operation operation, JsonNode tree, Placer placer, List<Draft> drafts) {
    Direction direction = message.direction();
    boolean error =
        direction == Direction.ERROR
            || direction == Direction.RESPONSE
                && ErrorSorter.looksLikeError(message, operation, tree);
    List<Draft> found = new ArrayList<>();
    if (error) {
      judgeError(message, operation, tree, placer, found);
    } else {
      if (message.status().isPresent() && message.status().getAsInt() != operation.status()) {
        String status = Integer.toString(message.status().getAsInt());
        found.add(
            whole(Rules.HTTP_STATUS, operation, Integer.toString(operation.status()), status));
      }
      Shape shape = direction == Direction.REQUEST ? operation.request() : operation.response();
      judge(operation.schemaUri(direction), shape, direction, tree, placer, found);
    }
    // What is wrong with the text at some place is not told again as a fault of its value.
    Set<String> told = new HashSet<>();
    drafts.stream()
        .filter(draft -> draft.finding().rule() == Rules.JSON_NUMBER)
        .forEach(draft -> told.add(draft.finding().pointer()));
    found.stream().filter(draft -> !told.contains(draft.finding().pointer())).forEach(drafts::add);
  }

  private void judgeError(
      Message message, Operation operation, JsonNode tree, Placer placer, List<Draft> found) {
    List<String> declared = operation.errors().stream().map(ErrorShape::name).toList();
    Optional<String> name = ErrorSorter.name(message, tree);
    Optional<ErrorShape> error =
        name.isPresent()
            ? CATALOGUE.error(name.get())
            : errorSorter.guess(message, operation, tree);
    if (name.or(() -> error.map(ErrorShape::name)).filter(n -> !declared.contains(n)).isPresent()) {
      String undeclared = name.orElseGet(() -> error.orElseThrow().name());
      found.add(whole(Rules.ERROR_UNDECLARED, operation, Values.and(declared), undeclared));
    } else if (error.isEmpty()) {
      found.add(whole(Rules.ERROR_UNIDENTIFIED, operation, Values.and(declared), ""));
    }
    if (error.isEmpty()) {
      placer.hideAll();
      return;
    }
    ErrorShape known = error.get();
    if (message.status().isPresent() && message.status().getAsInt() != known.status()) {
      String status = Integer.toString(message.status().getAsInt());
      found.add(whole(Rules.ERROR_STATUS, known.name(), Integer.toString(known.status()), status));
    }
    judge(CATALOGUE.schemaUri(known), known.shape(), Direction.ERROR, tree, placer, found);
  }

  private void judge(
      String schemaUri,
      Shape shape,
      Direction direction,
      JsonNode tree,
      Placer placer,
      List<Draft> found) {
    List<Engine.Violation> violations = ENGINE.judge(schemaUri, tree);
    if (!violations.isEmpty()) {
      found.addAll(new Explainer(shape, tree, direction, unknown, values).explain(violations));
    }
    found.addAll(contextRules.check(shape, direction, tree));
    placer.hide(shape, tree);
  }

  private List<Draft> textDrafts(Payload payload) {
    List<Draft> drafts = new ArrayList<>();
    for (TextProblem problem : payload.document().problems()) {
      String base = payload.base();
      boolean inside = problem.pointer().equals(base) || problem.pointer().startsWith(base + "/");
      String pointer = inside ? problem.pointer().substring(base.length()) : Pointers.ROOT;
      drafts.add(Draft.atOffset(textFinding(problem, pointer), problem.offset()));
    }
    return drafts;
  }

  private Finding textFinding(TextProblem problem, String pointer) {
    Rule rule = TextRules.of(problem.kind());
    boolean member = problem.kind() == TextProblem.Kind.DUPLICATE_KEY;
    String expected =
        problem.kind() == TextProblem.Kind.DEPTH ? Integer.toString(JsonDocument.MAX_DEPTH) : "";
    Map<String, String> texts =
        Map.of(
            "member",
            member ? values.name(problem.detail()) : "",
            "found",
            problem.detail(),
            "expected",
            expected);
    return new Finding(
        rule,
        rule.severity(),
        pointer,
        member ? Optional.of(problem.detail()) : Optional.empty(),
        rule.message(texts),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(TextRules.hint(problem.kind())),
        Optional.empty());
  }

  private static Draft whole(Rule rule, Operation operation, String expected, String found) {
    return whole(rule, operation.name(), expected, found);
  }

  private static Draft whole(Rule rule, String subject, String expected, String found) {
    Map<String, String> texts =
        Map.of("operation", subject, "shape", subject, "expected", expected, "found", found);
    Finding finding =
        new Finding(
            rule,
            rule.severity(),
            Pointers.ROOT,
            Optional.empty(),
            rule.message(texts),
            Optional.of(expected),
            found.isEmpty() ? Optional.empty() : Optional.of(found),
            Optional.empty(),
            Optional.empty());
    return Draft.at(finding, Pointers.ROOT);
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
     * both directions. Unless set: as errors in requests, as drift in answers.
     */
    public Builder unknown(UnknownPolicy policy) {
      this.unknown = policy;
      return this;
    }

    /**
     * Sets the account that makes the calls, which some documented rules need.
     *
     * @throws IllegalArgumentException if it is not 12 digits
     */
    public Builder callerAccount(String account) {
      if (!account.matches("[0-9]{12}")) {
        throw new IllegalArgumentException("an AWS account has 12 digits");
      }
      this.callerAccount = account;
      return this;
    }

    /** Sets the analytics engine of the collaboration, which some documented rules need. */
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
