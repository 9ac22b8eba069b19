package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run that only lists its calls, and has nothing that could make one. Not thread-safe. */
final class Planning implements Session {

  /** What an input has for what is not known yet. */
  private static final String OPEN = "${";

  private final Catalogue catalogue;
  private final Allowance allowance;
  private final Limits limits;
  private final Judge judge;
  private final List<PlannedCall> calls = new ArrayList<>();
  private final List<PlannedCall> removals = new ArrayList<>();
  private boolean full;

  Planning(Catalogue catalogue, Allowance allowance, Judge judge) {
    this.catalogue = catalogue;
    this.allowance = allowance;
    this.limits = new Limits(allowance, catalogue);
    this.judge = judge;
  }

  @Override
  public Optional<String> call(Step step) {
    foresee(step);
    return Optional.empty();
  }

  @Override
  public boolean foresee(Step step) {
    boolean open = step.input().contains(OPEN);
    Optional<String> problem =
        open ? Labels.absent(step.operation(), catalogue) : Labels.problem(step, judge, catalogue);
    if (problem.isPresent()) {
      skip(step.source(), step.operation(), problem.get());
      return false;
    }
    return plan(step, open);
  }

  private boolean plan(Step step, boolean open) {
    Operation operation = Labels.known(step.operation(), catalogue);
    Effect effect = Effect.of(operation);
    Optional<Limits.Refusal> refusal = limits.refusal(operation, step.valid());
    full |= refusal.filter(Limits.Refusal::last).isPresent();
    calls.add(new PlannedCall(step, effect, refusal.map(Limits.Refusal::reason), open));
    if (refusal.isPresent()) {
      return false;
    }
    limits.count(effect);
    Creation.of(operation, catalogue)
        .filter(each -> !allowance.keepsCreated())
        .ifPresent(each -> owe(each.delete(), step));
    return true;
  }

  private void owe(Operation delete, Step creating) {
    limits.owe();
    Step removal =
        new Step("removal of what " + creating.source() + " creates", delete.name(), "{}", true);
    removals.add(0, new PlannedCall(removal, Effect.DELETE, Optional.empty(), true));
  }

  @Override
  public void skip(String source, String operation, String reason) {
    Effect effect = Effect.of(Labels.known(operation, catalogue));
    Step step = new Step(source, operation, "", true);
    calls.add(new PlannedCall(step, effect, Optional.of(reason), false));
  }

  @Override
  public void note(Step step, Verdict verdict, String reason) {
    throw new IllegalStateException("a plan has no answers that could show something");
  }

  @Override
  public boolean goesOn() {
    return !full;
  }

  @Override
  public boolean isPlanned() {
    return true;
  }

  /** Returns the calls, those last that remove what others create. */
  List<PlannedCall> calls() {
    List<PlannedCall> all = new ArrayList<>(calls);
    all.addAll(removals);
    return all;
  }
}
