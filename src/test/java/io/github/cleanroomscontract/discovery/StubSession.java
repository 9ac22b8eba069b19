package io.github.cleanroomscontract.discovery;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.exchange.SentRequests;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.replay.Session;
import io.github.cleanroomscontract.replay.Step;
import io.github.cleanroomscontract.replay.Verdict;
import io.github.cleanroomscontract.stub.ContractStub;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A session whose calls a stand-in answers, or what a test puts in its place. */
class StubSession implements Session {

  final List<Step> calls = new ArrayList<>();
  final Map<String, String> skipped = new LinkedHashMap<>();
  final List<String> notes = new ArrayList<>();
  private final ContractStub stub;
  private int allowed = Integer.MAX_VALUE;
  private boolean planned;

  StubSession(ContractStub stub) {
    this.stub = stub;
  }

  StubSession allowing(int calls) {
    allowed = calls;
    return this;
  }

  StubSession planned() {
    planned = true;
    return this;
  }

  @Override
  public Optional<String> call(Step step) {
    calls.add(step);
    return planned ? Optional.empty() : answer(step);
  }

  Optional<String> answer(Step step) {
    WireRequest request =
        SentRequests.of(
            Catalogue.current().operation(step.operation()).orElseThrow(), step.input());
    return stub.handle(request)
        .answer()
        .filter(answer -> answer.status() < 300)
        .map(answer -> new String(answer.body(), StandardCharsets.UTF_8));
  }

  @Override
  public void skip(String source, String operation, String reason) {
    skipped.put(operation, reason);
  }

  @Override
  public void note(Step step, Verdict verdict, String reason) {
    notes.add(step.operation() + " " + verdict.label() + ": " + reason);
  }

  @Override
  public boolean goesOn() {
    return calls.size() < allowed;
  }

  @Override
  public boolean isPlanned() {
    return planned;
  }
}
