package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.finding.Unchecked;
import io.github.cleanroomscontract.internal.checks.Checks;
import io.github.cleanroomscontract.internal.facts.Facts;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.json.TextProblem;
import io.github.cleanroomscontract.internal.text.Nearest;
import io.github.cleanroomscontract.rules.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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

  private final Edition edition;
  private final Optional<UnknownPolicy> unknown;
  private final Facts facts;
  private final boolean modelOnly;
  private final boolean showSensitive;
  private final Values values;

  /** A day's contract with its compiled schemas, which validators share. */
  record Edition(Catalogue catalogue, Engine engine, Checks checks) {

    private static final Map<LocalDate, Edition> ALL = new ConcurrentHashMap<>();

    Edition(Catalogue catalogue, Engine engine) {
      this(catalogue, engine, new Checks(catalogue.day()));
    }

    static Edition of(LocalDate day) {
      Catalogue catalogue = Catalogue.asOf(day);
      return ALL.computeIfAbsent(
          catalogue.day(), each -> new Edition(catalogue, new CompiledEngine(each)));
    }
  }

  ContractValidator(Builder builder, Function<LocalDate, Edition> editions) {
    this.edition = editions.apply(builder.asOf);
    this.unknown = Optional.ofNullable(builder.unknown);
    this.facts = builder.context.facts();
    this.modelOnly = builder.modelOnly;
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

  /** Returns the documented rules that hold for values of a shape, in one direction, on a day. */
  public static List<Rule> rulesAt(Shape shape, Direction direction, LocalDate day) {
    List<Rule> rules = new ArrayList<>();
    shape.rules().forEach(id -> rules.add(RuleBook.find(id).orElseThrow()));
    Checks.rulesAt(shape.name(), direction)
        .forEach(id -> rules.add(RuleBook.find(id).orElseThrow()));
    return rules.stream()
        .filter(rule -> rule.direction().orElse(direction.label()).equals(direction.label()))
        .filter(rule -> rule.inForce(day))
        .toList();
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
    return validate(message, facts, Optional.empty());
  }

  /**
   * Returns a conversation that begins here: messages of one capture in their order, of which later
   * ones are judged with what earlier ones told.
   */
  public Conversation conversation() {
    return Conversation.of(this, facts);
  }

  /**
   * Returns a conversation of answers that were collected in order to be believed.
   *
   * @param context what is known already, to which is added what valid answers tell
   */
  public Conversation conversation(CallContext context) {
    return Conversation.trusting(this, context.live());
  }

  Report validate(Message message, Facts known, Optional<JsonNode> request) {
    Examination examination = examine(message);
    examination.conclude(known, request);
    return examination.report();
  }

  /** Begins to validate a message: whatever can be told of it by itself. */
  Examination examine(Message message) {
    return new Examination(this, message);
  }

  /** Returns a message's tree judged by its schema, and what is wrong with its text. */
  Optional<Judgement> judge(Message message, List<Draft> drafts) {
    judgeText(message.payload(), drafts);
    Optional<Operation> operation = edition.catalogue().operation(message.operation());
    if (operation.isEmpty()) {
      drafts.add(laterOperation(Catalogue.current().operation(message.operation()).orElseThrow()));
      return Optional.empty();
    }
    return message
        .payload()
        .tree()
        .map(tree -> new Judgement(this, message, operation.get(), tree, drafts));
  }

  /** Takes back what is not to be told. */
  void settle(List<Draft> drafts, Optional<Judgement> judgement, Payload payload) {
    withholdUnread(drafts, payload);
    if (modelOnly) {
      drafts.removeIf(draft -> draft.finding().rule().documented());
    }
    Untold.apply(drafts, payload);
    if (!drafts.isEmpty()) {
      judgement.ifPresent(
          made -> made.shape().ifPresent(shape -> Dialects.note(drafts, shape, made.tree())));
      withholdAdvice(drafts);
    }
  }

  /** Returns what a judgement could not check. */
  List<Unchecked> unchecked(Optional<Judgement> judgement) {
    return judgement.filter(made -> !modelOnly).map(Judgement::unchecked).orElse(List.of());
  }

  /** Returns drafts as findings with their places. */
  List<Finding> place(List<Draft> drafts, Optional<Judgement> judgement, Payload payload) {
    Optional<Shape> shape = judgement.flatMap(Judgement::shape);
    return new Placer(payload, shape, showSensitive).place(drafts);
  }

  /** Where the model itself is broken, what is merely advised can wait until it is mended. */
  private static void withholdAdvice(List<Draft> drafts) {
    if (drafts.size() == 1) {
      return;
    }
    List<String> broken =
        drafts.stream()
            .filter(draft -> draft.finding().rule().kind() == Rule.Kind.MODEL)
            .map(draft -> draft.finding().pointer())
            .toList();
    drafts.removeIf(
        draft ->
            !draft.finding().severity().breaksContract()
                && broken.stream()
                    .anyMatch(pointer -> Pointers.within(pointer, draft.finding().pointer())));
  }

  private Draft laterOperation(Operation operation) {
    String since = operation.since().toString();
    String day = edition.catalogue().day().toString();
    Rule rule = Rules.RELEASE_OPERATION;
    Finding finding =
        new Finding(
            rule,
            rule.severity(),
            "",
            Optional.empty(),
            rule.message(Map.of("operation", operation.name(), "expected", since, "found", day)),
            Optional.of(since),
            Optional.of(day),
            Optional.empty(),
            Optional.empty());
    return Draft.at(finding, "");
  }

  /** Returns a text without account numbers and access keys, unless they may be shown. */
  String clean(String text) {
    return values.clean(text);
  }

  /** Returns a pointer into a payload as it may be printed. */
  String shown(Shape shape, String pointer) {
    return Explainer.shown(shape, pointer, values);
  }

  /** Returns the checks of the contract that this validator judges by. */
  Checks checks() {
    return edition.checks();
  }

  /** Returns the contract that this validator judges by. */
  public Catalogue catalogue() {
    return edition.catalogue();
  }

  /** What is wrong with the text at some place is not told again as a fault of its value. */
  private static void withholdUnread(List<Draft> drafts, Payload payload) {
    if (payload.document().problems().isEmpty()) {
      return;
    }
    Set<String> told =
        payload.document().problems().stream()
            .filter(problem -> problem.kind() == TextProblem.Kind.NUMBER)
            .map(TextProblem::pointer)
            .filter(payload::holds)
            .map(payload::inside)
            .collect(Collectors.toSet());
    drafts.removeIf(draft -> draft.offset() < 0 && told.contains(draft.finding().pointer()));
  }

  /** Judges a tree by a schema of the contract. */
  void judge(
      String schemaUri, Shape shape, Direction direction, JsonNode tree, List<Draft> drafts) {
    List<Engine.Violation> violations = edition.engine().judge(schemaUri, tree);
    if (!violations.isEmpty()) {
      LocalDate day = edition.catalogue().day();
      new Explainer(shape, tree, direction, unknown, values, day, drafts).explain(violations);
    }
  }

  /**
   * Looks at the text of a payload of which it is not known what it should be.
   *
   * @return a report whose outcome is {@code FAILED}, with what is wrong with the text; without
   *     findings if it is JSON
   */
  public Report checkText(Payload payload) {
    Placer placer = new Placer(payload, Optional.empty(), showSensitive);
    List<Draft> drafts = new ArrayList<>();
    judgeText(payload, drafts);
    return new Report("", Outcome.FAILED, placer.place(drafts), List.of());
  }

  private void judgeText(Payload payload, List<Draft> drafts) {
    for (TextProblem problem : payload.document().problems()) {
      drafts.add(Draft.atOffset(textFinding(problem, payload), problem.offset()));
    }
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

  /** Returns what is to be said of an operation that the API does not have. */
  Finding unknownOperation(String name) {
    List<String> names = Catalogue.current().operations().stream().map(Operation::name).toList();
    String message = Rules.INPUT_UNKNOWN_OPERATION.message(Map.of("found", values.quoted(name)));
    Finding finding = Finding.of(Rules.INPUT_UNKNOWN_OPERATION, message);
    return finding.withHint(
        Nearest.to(name, names)
            .map(near -> Hints.meant(near, name))
            .orElse("the command \"operations\" lists those that there are"));
  }

  /** Collects what a validator is told and how it judges. Not thread-safe. */
  public static final class Builder {

    private LocalDate asOf = Catalogue.MODEL_DATE;
    private UnknownPolicy unknown;
    private CallContext context = CallContext.create();
    private boolean modelOnly;
    private boolean showSensitive;

    private Builder() {}

    /**
     * Sets the day whose contract is judged by; unless set, that of the newest published model.
     * What came later is then a finding that names its date.
     *
     * @param day a day since the launch
     * @throws IllegalArgumentException if the API did not exist yet
     */
    public Builder asOf(LocalDate day) {
      this.asOf = Catalogue.asOf(day).day();
      return this;
    }

    /**
     * Sets how members, enum values and variants are judged that the contract does not have, in
     * both directions. Unless set, or if null: as errors in requests, as drift in answers.
     */
    public Builder unknown(UnknownPolicy policy) {
      this.unknown = policy;
      return this;
    }

    /**
     * Sets what is known of the world around the calls, which some documented rules need. What it
     * knows when the validator is built counts.
     */
    public Builder context(CallContext known) {
      this.context = known;
      return this;
    }

    /**
     * Sets whether to judge by the published model alone, without the rules that the documentation
     * states beyond it.
     */
    public Builder modelOnly(boolean only) {
      this.modelOnly = only;
      return this;
    }

    /** Sets whether findings may quote query texts, parameters, and other sensitive values. */
    public Builder showSensitive(boolean show) {
      this.showSensitive = show;
      return this;
    }

    /** Returns the validator. */
    public ContractValidator build() {
      return new ContractValidator(this, Edition::of);
    }
  }
}
