package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.ExchangeJudge;
import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.exchange.ReadRequest;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.internal.sample.Trees;
import io.github.cleanroomscontract.internal.text.Nearest;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.UnknownPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Stands in for the service: every request is checked against the contract, and answered as the
 * service would answer. What calls create is remembered, and read, listed, changed and deleted by
 * later ones; queries and jobs go on by a step each time that they are read. Bodies are always the
 * same for the same calls, but for times.
 *
 * <pre>{@code
 * ContractStub stub = ContractStub.create();
 * stub.on("GetProtectedQuery").replySequence(Reply.status("STARTED"), Reply.status("SUCCESS"));
 * }</pre>
 *
 * <p>Requests are judged with what earlier answers told. Thread-safe: messages are judged one at a
 * time, and the memory changes by one call at a time.
 */
public final class ContractStub {

  private final Settings settings;
  private final BiPredicate<String, Finding> accepted;
  private final int kept;
  private final ContractValidator validator;
  private final Answers answers;
  private final Replies replies;
  private final Scripts scripts;
  private final List<Consumer<Call>> listeners = new CopyOnWriteArrayList<>();
  private volatile State state;

  /** What is forgotten by a reset. */
  private record State(ExchangeJudge judge, Operations operations, Journal journal) {}

  private ContractStub(Builder builder) {
    this.settings = builder.settings();
    this.accepted = builder.accepted;
    this.kept = builder.kept;
    this.validator = builder.validator();
    this.answers = new Answers(settings);
    this.replies = new Replies(settings, answers, builder.strict());
    this.scripts = new Scripts(replies);
    reset();
  }

  /** Returns a stand-in that knows no resource yet. */
  public static ContractStub create() {
    return builder().build();
  }

  /** Returns a builder of a stand-in that is to differ from the usual. */
  public static Builder builder() {
    return new Builder();
  }

  /** Answers a request, and keeps the call. Whoever carries the reply waits for its delay. */
  public StubReply handle(WireRequest request) {
    State now = state;
    Optional<ReadRequest> read = now.judge().read(request);
    Optional<Operation> operation =
        read.flatMap(each -> settings.catalogue().operation(each.operation().name()));
    if (operation.isEmpty()) {
      WireAnswer answer = signed(Errors.unknownOperation());
      keep(now, unknown(now, request, read, Optional.of(answer)));
      return StubReply.of(answer);
    }
    Report asked = now.judge().judge(read.get());
    Ask ask = ask(operation.get(), read.get(), asked);
    Optional<Reply> scripted = scripts.next(ask, asked.valid());
    Optional<WireAnswer> answer = answer(now, asked, ask, scripted);
    Optional<Report> answered = answer.map(each -> now.judge().judge(read.get(), each));
    keep(now, ExchangeJudge.call(read.get(), request, answer, asked, answered));
    return new StubReply(answer, scripted.map(Reply::delay).orElse(Duration.ZERO));
  }

  /** What came later than the day is not known to the service of that day either. */
  private static Call unknown(
      State now, WireRequest request, Optional<ReadRequest> read, Optional<WireAnswer> answer) {
    return read.map(
            later ->
                ExchangeJudge.call(
                    later, request, answer, now.judge().judge(later), Optional.empty()))
        .orElseGet(() -> ExchangeJudge.unknown(request, answer));
  }

  /** Returns what is asked for, which is nothing if it is no JSON object. */
  private static Ask ask(Operation operation, ReadRequest read, Report asked) {
    String text = read.input().text();
    boolean told = asked.valid() || Trees.isObject(text);
    return new Ask(operation, told ? Trees.copy(Trees.read(text)) : Map.of());
  }

  private Optional<WireAnswer> answer(State now, Report asked, Ask ask, Optional<Reply> scripted) {
    Reply reply = scripted.orElse(Reply.generated());
    if (reply.source() == Reply.Source.DROPPED) {
      return Optional.empty();
    }
    if (reply.source() == Reply.Source.RAW) {
      return reply.rawAnswer();
    }
    if (scripted.isEmpty() && refused(ask.operation(), asked)) {
      return Optional.of(signed(Errors.invalid(asked, settings.catalogue())));
    }
    try {
      Supplier<Map<String, Object>> generated = () -> generated(now, asked, ask);
      return Optional.of(signed(replies.answer(reply, ask.operation(), generated)));
    } catch (Refusal e) {
      return Optional.of(signed(Errors.of(e.error(), e.members(), settings.catalogue())));
    }
  }

  private boolean refused(Operation operation, Report asked) {
    return !asked.valid()
        && asked.findings().stream()
            .filter(finding -> finding.severity().breaksContract())
            .anyMatch(finding -> !accepted.test(operation.name(), finding));
  }

  private Map<String, Object> generated(State now, Report asked, Ask ask) {
    if (!asked.valid()) {
      // Nothing is remembered of what nobody could have asked for.
      return answers.view(new LinkedHashMap<>(), ask.operation().response());
    }
    synchronized (now) {
      return now.operations().answer(ask);
    }
  }

  /**
   * Returns the script of an operation, which says what is replied to its calls.
   *
   * @param operation the operation's name
   * @throws IllegalArgumentException if there is no such operation on the day of the contract
   */
  public Script on(String operation) {
    return scripts.on(known(operation));
  }

  private Operation known(String operation) {
    return settings
        .catalogue()
        .operation(operation)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no operation \""
                        + operation
                        + "\""
                        + Nearest.to(
                                operation,
                                settings.catalogue().operations().stream()
                                    .map(Operation::name)
                                    .toList())
                            .map(name -> "; did you mean \"" + name + "\"?")
                            .orElse("")));
  }

  private static WireAnswer signed(WireAnswer answer) {
    Headers headers = answer.headers().with("x-amzn-RequestId", UUID.randomUUID().toString());
    return WireAnswer.of(answer.status(), headers, answer.body());
  }

  private void keep(State now, Call call) {
    now.journal().add(call);
    listeners.forEach(listener -> listener.accept(call));
  }

  /** Returns the calls so far, in the order in which they were answered. */
  public List<Call> calls() {
    return state.journal().all();
  }

  /**
   * Returns the calls of an operation so far, in the order in which they were answered.
   *
   * @param operation the operation's name
   * @throws IllegalArgumentException if there is no such operation on the day of the contract
   */
  public List<Call> calls(String operation) {
    return state.journal().of(known(operation).name());
  }

  /** Tells each further call to a listener, before it is answered, on the thread that answers. */
  public void listen(Consumer<Call> listener) {
    listeners.add(listener);
  }

  /**
   * Forgets all resources, scripts and calls, as if it were new; listeners stay. Calls under way
   * are forgotten, too.
   */
  public void reset() {
    state =
        new State(
            new ExchangeJudge(validator),
            new Operations(new World(settings, answers)),
            new Journal(kept));
    scripts.clear();
  }

  /** Builds stand-ins. Not thread-safe. */
  public static final class Builder {

    private static final String ACCOUNT = "111122223333";

    private Optional<String> account = Optional.empty();
    private String region = "us-east-1";
    private Clock clock = Clock.systemUTC();
    private UnknownResources unknown = UnknownResources.ADOPT;
    private LocalDate day = Catalogue.MODEL_DATE;
    private Optional<CallContext> context = Optional.empty();
    private BiPredicate<String, Finding> accepted = (operation, finding) -> false;
    private int kept = Integer.MAX_VALUE;

    private Builder() {}

    /**
     * Tells the account that makes the calls, and is the owner of what they create; {@code
     * 111122223333} if it is not told. Rules about the caller are checked only if it is told.
     *
     * @param caller 12 digits
     * @return this builder
     * @throws IllegalArgumentException if it is something else
     */
    public Builder callerAccount(String caller) {
      if (!caller.matches("[0-9]{12}")) {
        throw new IllegalArgumentException("an AWS account has 12 digits");
      }
      account = Optional.of(caller);
      return this;
    }

    /**
     * Tells the region that is in ARNs; {@code us-east-1} if it is not told.
     *
     * @return this builder
     * @throws IllegalArgumentException if no region of the API is called so
     */
    public Builder region(String name) {
      // As the published patterns of ARNs have it.
      if (!name.matches("[a-z]{2}-[a-z]{4,9}-[0-9]")) {
        throw new IllegalArgumentException(
            "a region is called such as eu-west-1; found \"" + name + "\"");
      }
      region = name;
      return this;
    }

    /**
     * Says what it does about resources that were never created; it makes them up if that is not
     * said. What was deleted does not exist in either case.
     *
     * @return this builder
     */
    public Builder unknownResources(UnknownResources policy) {
      unknown = Objects.requireNonNull(policy);
      return this;
    }

    /**
     * Tells what tells the times of resources; the system's clock if that is not told.
     *
     * @return this builder
     */
    public Builder clock(Clock other) {
      clock = Objects.requireNonNull(other);
      return this;
    }

    /**
     * Says of which day the contract is; the newest if that is not said.
     *
     * @return this builder
     * @throws IllegalArgumentException if the API did not exist yet, when it is built
     */
    public Builder asOf(LocalDate earlier) {
      day = Objects.requireNonNull(earlier);
      return this;
    }

    /**
     * Tells what is known beforehand, for the rules that need it; it is read when the stand-in is
     * built. It has to tell the caller's account itself if that is to be known.
     *
     * @return this builder
     */
    public Builder context(CallContext known) {
      context = Optional.of(known);
      return this;
    }

    /**
     * Says for which findings no request is refused, although they break the contract; they are
     * found all the same. Such a request changes nothing that is remembered.
     *
     * @param findings is given the name of the operation, and a finding
     * @return this builder
     */
    public Builder accepting(BiPredicate<String, Finding> findings) {
      accepted = Objects.requireNonNull(findings);
      return this;
    }

    /**
     * Says how many calls are kept, the newest; all of them if that is not said, as is right for a
     * test, but not for what stands for weeks.
     *
     * @return this builder
     * @throws IllegalArgumentException if it is less than 0
     */
    public Builder keeping(int calls) {
      if (calls < 0) {
        throw new IllegalArgumentException("it cannot keep " + calls + " calls");
      }
      kept = calls;
      return this;
    }

    private Settings settings() {
      Catalogue catalogue =
          day.equals(Catalogue.MODEL_DATE) ? Catalogue.current() : Catalogue.asOf(day);
      return new Settings(account.orElse(ACCOUNT), region, clock, unknown, catalogue);
    }

    private ContractValidator validator() {
      CallContext known =
          context.orElseGet(
              () ->
                  account
                      .map(caller -> CallContext.create().callerAccount(caller))
                      .orElseGet(CallContext::create));
      return ContractValidator.builder().asOf(day).context(known).build();
    }

    /** Of what is scripted nothing may be unknown. */
    private ContractValidator strict() {
      return ContractValidator.builder().asOf(day).unknown(UnknownPolicy.ERROR).build();
    }

    /** Returns the stand-in. */
    public ContractStub build() {
      return new ContractStub(this);
    }
  }
}
