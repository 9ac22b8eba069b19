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
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.internal.sample.Trees;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Stands in for the service: every request is checked against the contract, and answered as the
 * service would answer. Thread-safe.
 */
public final class ContractStub {

  private final Settings settings;
  private final ContractValidator validator;
  private final Journal journal = new Journal();
  private final List<Consumer<Call>> listeners = new CopyOnWriteArrayList<>();
  private volatile State state;

  /** What is forgotten by a reset. */
  private record State(ExchangeJudge judge, Operations operations) {}

  private ContractStub(Builder builder) {
    this.settings = builder.settings();
    this.validator = builder.validator();
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

  /** Answers a request, and keeps the call. */
  public StubReply handle(WireRequest request) {
    State now = state;
    Optional<ReadRequest> read = now.judge().read(request);
    Optional<Operation> operation =
        read.flatMap(each -> settings.catalogue().operation(each.operation().name()));
    if (operation.isEmpty()) {
      WireAnswer answer = signed(Errors.unknownOperation());
      keep(ExchangeJudge.unknown(request, Optional.of(answer)));
      return StubReply.of(answer);
    }
    Report asked = now.judge().judge(read.get());
    WireAnswer answer =
        signed(
            asked.valid()
                ? answer(now, operation.get(), read.get())
                : Errors.invalid(asked, settings.catalogue()));
    Report answered = now.judge().judge(read.get(), answer);
    keep(
        ExchangeJudge.call(read.get(), request, Optional.of(answer), asked, Optional.of(answered)));
    return StubReply.of(answer);
  }

  private WireAnswer answer(State now, Operation operation, ReadRequest read) {
    Map<String, Object> input = Trees.copy(Trees.read(read.input().text()));
    Ask ask = new Ask(operation, input);
    try {
      Map<String, Object> output;
      synchronized (now) {
        output = now.operations().answer(ask);
      }
      return operation.status() == 204
          ? WireAnswer.of(204, Headers.NONE, new byte[0])
          : WireAnswer.json(operation.status(), Trees.json(output));
    } catch (Refusal e) {
      return Errors.of(e.error(), e.members(), settings.catalogue());
    }
  }

  private static WireAnswer signed(WireAnswer answer) {
    Headers headers = answer.headers().with("x-amzn-RequestId", UUID.randomUUID().toString());
    return WireAnswer.of(answer.status(), headers, answer.body());
  }

  private void keep(Call call) {
    journal.add(call);
    listeners.forEach(listener -> listener.accept(call));
  }

  /** Returns the calls so far, in the order in which they were answered. */
  public List<Call> calls() {
    return journal.all();
  }

  /** Returns the calls of an operation so far, in the order in which they were answered. */
  public List<Call> calls(String operation) {
    return journal.of(operation);
  }

  /** Tells each further call to a listener, before it is answered, on the thread that answers. */
  public void listen(Consumer<Call> listener) {
    listeners.add(listener);
  }

  /** Forgets all resources and all calls, as if it were new; listeners stay. */
  public void reset() {
    state =
        new State(
            new ExchangeJudge(validator),
            new Operations(new World(settings, new Answers(settings))));
    journal.clear();
  }

  /** Builds stand-ins. Not thread-safe. */
  public static final class Builder {

    private String account = "111122223333";
    private String region = "us-east-1";
    private Clock clock = Clock.systemUTC();
    private UnknownResources unknown = UnknownResources.ADOPT;
    private LocalDate day = Catalogue.MODEL_DATE;
    private CallContext context = CallContext.create();

    private Builder() {}

    private Settings settings() {
      Catalogue catalogue =
          day.equals(Catalogue.MODEL_DATE) ? Catalogue.current() : Catalogue.asOf(day);
      return new Settings(account, region, clock, unknown, catalogue);
    }

    private ContractValidator validator() {
      return ContractValidator.builder().asOf(day).context(context).build();
    }

    /** Returns the stand-in. */
    public ContractStub build() {
      return new ContractStub(this);
    }
  }
}
