package io.github.cleanroomscontract.watch;

import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.CodeLine;
import io.github.cleanroomscontract.exchange.ExchangeJudge;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.UnknownPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Watches the calls that some code makes, from its opening to its closing, and checks each against
 * the contract.
 *
 * <pre>{@code
 * try (ContractWatch watch = ContractWatch.builder("nightly report").open()) {
 *   new NightlyReport(client).run();
 *   watch.verify();
 * }
 * }</pre>
 *
 * <p>It sees the calls of AWS SDK clients by itself, those of anything else through a stand-in
 * ({@link Watches#connect}) or {@link #observe}. Thread-safe. Calls count as this watch's if they
 * are made by the thread that opened it, by a task made with {@link #task}, or by any thread while
 * no other watch is open; see {@link Watches}.
 */
public final class ContractWatch implements AutoCloseable {

  private final String name;
  private final Optional<ContractWatch> outer;
  private final ExchangeJudge judge;
  private final Severity failing;
  private final List<FindingFilter> expected;
  private final List<Exemption> exemptions;
  private final Duration patience;
  private final Consumer<Call> listener;
  private final List<Call> calls = new ArrayList<>();
  private final Map<Call, List<String>> doubtful = new LinkedHashMap<>();
  private final Optional<Binding> binding;
  private final Set<ContractWatch> company = ConcurrentHashMap.newKeySet();
  private int pending;
  private volatile boolean open = true;

  private ContractWatch(Builder builder, boolean bound) {
    this.name = builder.name;
    this.outer = builder.outer;
    this.judge = new ExchangeJudge(builder.validator.context(builder.context).build());
    this.failing = builder.failing;
    this.expected = List.copyOf(builder.expected);
    this.exemptions = List.copyOf(builder.exemptions);
    this.patience = builder.patience;
    this.listener = builder.listener;
    Watches.opened(this);
    this.binding = bound ? Optional.of(bind()) : Optional.empty();
  }

  /**
   * Returns a builder.
   *
   * @param name what is watched, as failures call it
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Returns what is watched, as failures call it. */
  public String name() {
    return name;
  }

  /** Returns the calls so far, in the order in which they ended. */
  public List<Call> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /** Returns the calls of an operation so far, in the order in which they ended. */
  public List<Call> calls(String operation) {
    return calls().stream()
        .filter(call -> call.operationName().equals(Optional.of(operation)))
        .toList();
  }

  /**
   * Checks an exchange that nothing else tells of. Those of AWS SDK clients need not be told.
   *
   * @param request what was sent
   * @param answer what came; empty if nothing did
   * @param madeBy the line of code that made the call, if that is known
   */
  public void observe(WireRequest request, Optional<WireAnswer> answer, Optional<CodeLine> madeBy) {
    // Judged within, so that the order of judgement is that of the calls.
    synchronized (calls) {
      Call call = judge.judge(request, answer).madeBy(madeBy);
      calls.add(call);
      listener.accept(call);
    }
  }

  /** Checks an exchange that may also be one of other watches, by their names. */
  void observeDoubtful(
      WireRequest request,
      Optional<WireAnswer> answer,
      Optional<CodeLine> madeBy,
      List<String> candidates) {
    synchronized (calls) {
      Call call = judge.judge(request, answer).madeBy(madeBy);
      doubtful.put(call, candidates);
      listener.accept(call);
    }
  }

  /** Notes that a call is under way. */
  void begin() {
    synchronized (calls) {
      pending++;
    }
  }

  /** Notes that a call has ended. */
  void end() {
    synchronized (calls) {
      pending--;
      calls.notifyAll();
    }
  }

  /**
   * Checks that no call broke the contract, and that what was expected was found. Waits for calls
   * that are under way.
   *
   * @throws AssertionError if not; its message shows each call with its findings
   */
  public void verify() {
    failure().ifPresent(text -> raise(text));
  }

  private static void raise(String text) {
    throw new AssertionError(text);
  }

  /**
   * Returns what {@link #verify} would fail with; empty if all is as it should be. Waits for calls
   * that are under way.
   */
  public Optional<String> failure() {
    int unfinished = settle();
    List<Call> certain = calls();
    Map<Call, List<String>> unclear;
    synchronized (calls) {
      unclear = new LinkedHashMap<>(doubtful);
    }
    WatchText text = new WatchText(name);
    certain.forEach(call -> breaches(call).forEach(text::breach));
    unclear.forEach(
        (call, names) -> breaches(call).forEach(breach -> text.doubtful(breach, names)));
    for (FindingFilter filter : expected) {
      if (certain.stream().noneMatch(call -> isFound(filter, call))) {
        text.missing(filter, certain.size());
      }
    }
    if (unfinished > 0) {
      text.unfinished(unfinished, patience);
    }
    return text.text();
  }

  /** Returns the breaches so far that are neither expected nor exempt, in the order of calls. */
  public List<Breach> breaches() {
    return calls().stream().flatMap(call -> breaches(call).stream()).toList();
  }

  private List<Breach> breaches(Call call) {
    List<Breach> breaches = new ArrayList<>();
    call.reports()
        .forEach(
            report -> {
              List<Finding> counting =
                  report.findings().stream().filter(each -> counts(call, report, each)).toList();
              if (!counting.isEmpty()) {
                breaches.add(new Breach(call, report, counting));
              }
            });
    return breaches;
  }

  private boolean counts(Call call, Report report, Finding finding) {
    boolean heavy =
        report.outcome() == Outcome.FAILED || finding.severity().compareTo(failing) <= 0;
    return heavy
        && expected.stream().noneMatch(filter -> filter.matches(call, finding))
        && exemptions.stream().noneMatch(each -> each.findings().matches(call, finding));
  }

  private static boolean isFound(FindingFilter filter, Call call) {
    return call.reports()
        .flatMap(report -> report.findings().stream())
        .anyMatch(finding -> filter.matches(call, finding));
  }

  /** Waits for calls under way; returns how many did not end. */
  private int settle() {
    long end = System.nanoTime() + patience.toNanos();
    synchronized (calls) {
      long left = patience.toMillis();
      while (pending > 0 && left > 0) {
        try {
          calls.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return pending;
        }
        left = (end - System.nanoTime()) / 1_000_000;
      }
      return pending;
    }
  }

  /** Returns a task whose calls are this watch's, on whatever thread it runs. */
  public Runnable task(Runnable task) {
    return () -> {
      Binding binding = bind();
      try {
        task.run();
      } finally {
        binding.close();
      }
    };
  }

  /** Returns a task whose calls are this watch's, on whatever thread it runs. */
  public <T> Callable<T> task(Callable<T> task) {
    return () -> {
      Binding binding = bind();
      try {
        return task.call();
      } finally {
        binding.close();
      }
    };
  }

  /**
   * Makes the calls of this thread those of this watch, until the binding is closed by the same
   * thread.
   */
  public Binding bind() {
    Optional<ContractWatch> earlier = Watches.bind(Optional.of(this));
    return () -> Watches.bind(earlier);
  }

  /** A thread's being this watch's. */
  @FunctionalInterface
  public interface Binding extends AutoCloseable {
    @Override
    void close();
  }

  boolean isOpen() {
    return open;
  }

  /** Returns whether this is a watch, or was opened within it. */
  boolean isWithin(ContractWatch other) {
    return this == other || outer.filter(each -> each.isWithin(other)).isPresent();
  }

  /** Notes that another watch is open that this one is not within, nor the other way round. */
  void metCompany(ContractWatch other) {
    company.add(other);
  }

  /** Returns whether another watch was open at the same time. */
  boolean hadCompany() {
    return !company.isEmpty();
  }

  /** Returns whether another within the same watch was open at the same time. */
  boolean hadCompanyWithin(ContractWatch watch) {
    return company.stream().anyMatch(other -> other.isWithin(watch));
  }

  /**
   * Stops watching. The calls so far can still be asked for. To be closed by the thread that opened
   * it.
   */
  @Override
  public void close() {
    if (open) {
      open = false;
      Watches.closed(this);
      binding.ifPresent(Binding::close);
    }
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }

  /** Collects what a watch is told. Not thread-safe. */
  public static final class Builder {

    private final String name;
    private final ContractValidator.Builder validator =
        ContractValidator.builder().unknown(UnknownPolicy.ERROR);
    private final List<FindingFilter> expected = new ArrayList<>();
    private final List<Exemption> exemptions = new ArrayList<>();
    private CallContext context = CallContext.create();
    private Severity failing = Severity.DRIFT;
    private Duration patience = Duration.ofSeconds(10);
    private Consumer<Call> listener = call -> {};
    private Optional<ContractWatch> outer = Optional.empty();

    private Builder(String name) {
      this.name = Objects.requireNonNull(name);
    }

    /**
     * Sets the day whose contract is checked against; the newest unless set.
     *
     * @throws IllegalArgumentException if the API did not exist yet
     */
    public Builder asOf(LocalDate day) {
      validator.asOf(day);
      return this;
    }

    /**
     * Sets how members, enum values and variants count that the contract does not have; as errors
     * unless set, in answers too, since in tests those are mostly made up.
     */
    public Builder unknown(UnknownPolicy policy) {
      validator.unknown(policy);
      return this;
    }

    /** Sets whether to leave out the rules that are documented beyond the published model. */
    public Builder modelOnly(boolean only) {
      validator.modelOnly(only);
      return this;
    }

    /** Sets whether failures may show query texts, parameters, and other sensitive values. */
    public Builder showSensitive(boolean show) {
      validator.showSensitive(show);
      return this;
    }

    /** Sets what is known beside the calls; what their answers tell is learned on top of it. */
    public Builder context(CallContext known) {
      this.context = known;
      return this;
    }

    /** Sets the least severity that fails: drift and errors unless set. */
    public Builder failOn(Severity least) {
      this.failing = least;
      return this;
    }

    /** Adds findings that have to be there, and then do not count. */
    public Builder expect(FindingFilter findings) {
      expected.add(findings);
      return this;
    }

    /** Adds findings that do not count. */
    public Builder exempt(Exemption exemption) {
      exemptions.add(exemption);
      return this;
    }

    /** Sets how long to wait at the end for calls that are under way: 10 seconds unless set. */
    public Builder patience(Duration atMost) {
      this.patience = atMost;
      return this;
    }

    /** Sets who is told of each call once it is checked, one at a time. */
    public Builder listener(Consumer<Call> told) {
      this.listener = told;
      return this;
    }

    /** Says that this watch is for a part of what another watches: calls count for the inner. */
    public Builder within(ContractWatch other) {
      this.outer = Optional.of(other);
      return this;
    }

    /** Returns a watch that is open, and that calls of this thread belong to. */
    public ContractWatch open() {
      return new ContractWatch(this, true);
    }

    /** Returns a watch that is open, and that this thread does not belong to unless bound. */
    public ContractWatch openUnbound() {
      return new ContractWatch(this, false);
    }
  }
}
