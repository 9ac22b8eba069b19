package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A run that makes its calls. Not thread-safe. */
final class Run implements Session {

  private final Catalogue catalogue;
  private final Limits limits;
  private final Gate gate;
  private final Judge judge;
  private final Ledger ledger;
  private final Optional<Journal> journal;
  private final BooleanSupplier interrupted;
  private final Consumer<CallResult> listener;
  private final BiConsumer<Step, Exchange> observer;
  private final List<CallResult> results = new ArrayList<>();
  private Optional<String> stopped = Optional.empty();
  private boolean unanswerable;

  Run(Replay.Builder told, Limits limits, Judge judge, String id) {
    this.catalogue = told.validator().catalogue();
    this.limits = limits;
    this.judge = judge;
    this.gate = new Gate(told.service(), limits, judge);
    this.ledger = new Ledger(catalogue, judge, id);
    this.journal = told.journal();
    this.interrupted = told.interrupted();
    this.listener = told.listener();
    this.observer = told.observer();
  }

  @Override
  public Optional<String> call(Step step) {
    if (!goesOn()) {
      return Optional.empty();
    }
    Optional<String> problem = Labels.problem(step, judge, catalogue);
    if (problem.isPresent()) {
      skip(step.source(), step.operation(), problem.get());
      return Optional.empty();
    }
    Operation operation = Labels.known(step.operation(), catalogue);
    boolean owned = limits.owes() && ledger.owns(operation, step.input());
    Optional<Limits.Refusal> refusal =
        owned ? Optional.empty() : gate.refusal(operation, step.input(), step.valid());
    if (refusal.isPresent()) {
      refused(step, operation, refusal.get());
      return Optional.empty();
    }
    return made(step, operation, owned);
  }

  private void refused(Step step, Operation operation, Limits.Refusal refusal) {
    if (refusal.last()) {
      stop(refusal.reason());
    } else {
      add(Ruling.of(step, operation).skipped(refusal.reason()));
    }
  }

  private Optional<String> made(Step asked, Operation operation, boolean owned) {
    String input = ledger.tagged(operation, asked.input());
    Step step = new Step(asked.source(), asked.operation(), input, asked.valid());
    Exchange exchange =
        owned ? gate.remove(operation, input) : gate.call(operation, input, step.valid());
    if (ledger.note(step, operation, exchange)) {
      limits.owe();
    }
    if (ledger.owns(operation, input)) {
      settled(operation, input, exchange);
    }
    observer.accept(step, exchange);
    CallResult result = judge.judge(step, operation, exchange);
    add(result);
    write(asked, result);
    if (exchange.last()) {
      unanswerable = true;
      stop(result.reason().orElse("no further call can be made"));
    }
    return output(operation, exchange);
  }

  /** What is not there counts as removed. */
  private void settled(Operation operation, String input, Exchange exchange) {
    boolean gone =
        exchange
            .answer()
            .map(WireAnswer::status)
            .filter(status -> status < 300 || status == 404)
            .isPresent();
    if (gone) {
      ledger.removed(operation, input);
    } else {
      limits.owe();
    }
  }

  private void write(Step step, CallResult result) {
    try {
      journal.ifPresent(each -> each.add(step, result.verdict()));
    } catch (UncheckedIOException e) {
      stop("the journal cannot be written: " + e.getCause().getMessage());
    }
  }

  private static Optional<String> output(Operation operation, Exchange exchange) {
    return exchange
        .answer()
        .filter(answer -> answer.status() < 300)
        .map(answer -> answer.output(operation).text())
        .filter(text -> JsonDocument.parse(text).root().isPresent());
  }

  @Override
  public void check(Step step) {
    Optional<Operation> operation = catalogue.operation(step.operation());
    if (operation.isPresent() && journal.filter(each -> each.conformed(step)).isPresent()) {
      add(Ruling.of(step, operation.get()).conformedBefore());
    } else {
      call(step);
    }
  }

  @Override
  public boolean foresee(Step step) {
    throw new IllegalStateException("only a plan foresees; a run makes its calls");
  }

  @Override
  public void skip(String source, String operation, String reason) {
    Step step = new Step(source, operation, "", true);
    add(Ruling.of(step, Labels.known(operation, catalogue)).skipped(reason));
  }

  @Override
  public void note(Step step, Verdict verdict, String reason) {
    add(Ruling.of(step, Labels.known(step.operation(), catalogue)).noted(verdict, reason));
  }

  private void add(CallResult result) {
    results.add(result);
    listener.accept(result);
  }

  @Override
  public boolean goesOn() {
    if (stopped.isEmpty() && interrupted.getAsBoolean()) {
      stop("interrupted");
    }
    return stopped.isEmpty();
  }

  /** Ends the run: what was created is removed, and nothing else is asked. */
  void stop(String why) {
    if (stopped.isEmpty()) {
      stopped = Optional.of(why + after());
    }
  }

  private String after() {
    if (results.isEmpty()) {
      return " (before the first step)";
    }
    Step last = results.get(results.size() - 1).step();
    return " (after " + last.operation() + " of " + last.source() + ")";
  }

  @Override
  public boolean isPlanned() {
    return false;
  }

  /** Removes what was created, the newest first. */
  void cleanUp(boolean keep) {
    for (Creation.Thing thing : ledger.open()) {
      if (!keep && !unanswerable) {
        remove(thing);
      }
    }
  }

  private void remove(Creation.Thing thing) {
    Step step = new Step("removal of what was created", thing.delete().name(), thing.input(), true);
    Exchange exchange = gate.remove(thing.delete(), thing.input());
    settled(thing.delete(), thing.input(), exchange);
    observer.accept(step, exchange);
    CallResult result = judge.judge(step, thing.delete(), exchange);
    add(result);
    unanswerable = exchange.last();
  }

  List<CallResult> results() {
    return results;
  }

  Optional<String> stopped() {
    return stopped;
  }

  Ledger ledger() {
    return ledger;
  }
}
