package io.github.cleanroomscontract.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.discovery.Discovery;
import io.github.cleanroomscontract.discovery.RichAccount;
import io.github.cleanroomscontract.exchange.SentRequests;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.fixture.FixtureCheck;
import io.github.cleanroomscontract.replay.Exchange;
import io.github.cleanroomscontract.replay.Session;
import io.github.cleanroomscontract.replay.Step;
import io.github.cleanroomscontract.replay.Verdict;
import io.github.cleanroomscontract.stub.ContractStub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is recorded of a whole run still fits together. */
class RecordedRunTest {

  @TempDir private Path folder;

  /** What was asked and answered, and what was recorded of it, by the number of the exchange. */
  private final Map<String, JsonNode> originals = new LinkedHashMap<>();

  private void run() throws IOException {
    ContractStub stub = RichAccount.create();
    Recording recording = Recording.into(folder);
    Discovery.create()
        .travel(
            new Session() {
              @Override
              public Optional<String> call(Step step) {
                return answered(stub, recording, step);
              }

              @Override
              public void skip(String source, String operation, String reason) {
                throw new AssertionError(operation + ": " + reason);
              }

              @Override
              public void note(Step step, Verdict verdict, String reason) {
                throw new AssertionError(reason);
              }

              @Override
              public boolean goesOn() {
                return true;
              }

              @Override
              public boolean isPlanned() {
                return false;
              }
            });
  }

  private Optional<String> answered(ContractStub stub, Recording recording, Step step) {
    Operation operation = Catalogue.current().operation(step.operation()).orElseThrow();
    WireRequest request = SentRequests.of(operation, step.input());
    WireAnswer answer = stub.handle(request).answer().orElseThrow();
    String output = new String(answer.body(), StandardCharsets.UTF_8);
    recording.keep(
        step,
        new Exchange(
            Optional.of(request),
            Optional.of(answer),
            Optional.empty(),
            false,
            1,
            Duration.ofMillis(1)));
    String number = "%06d".formatted(originals.size() / 2 + 1);
    originals.put("request." + number, SentRequests.tree(step.input()));
    originals.put("response." + number, SentRequests.tree(output));
    return Optional.of(output);
  }

  @Test
  void everyFixtureIsAsItExpectsAndNoneBreaksTheContract() throws IOException {
    run();

    List<Path> fixtures = FixtureCheck.find(folder);
    assertThat(fixtures).hasSameSizeAs(originals.keySet());
    assertThat(fixtures).allMatch(file -> file.getParent().endsWith("valid"));
    assertThat(fixtures).map(FixtureCheck::check).filteredOn(result -> !result.met()).isEmpty();
  }

  @Test
  void whatWasTheSameIsTheSameAndWhatDifferedDiffers() throws IOException {
    run();

    Map<String, String> aliases = new HashMap<>();
    Map<String, String> backwards = new HashMap<>();
    for (Path fixture : FixtureCheck.find(folder)) {
      String name = fixture.getFileName().toString().replace(".json", "");
      relate(originals.get(name), SentRequests.tree(Files.readString(fixture)), aliases, backwards);
    }

    assertThat(aliases).hasSizeGreaterThan(60);
    assertThat(aliases.keySet())
        .filteredOn(original -> original.startsWith("arn:"))
        .hasSizeGreaterThan(20);
    aliases.forEach((original, alias) -> namesTheSame(original, alias, aliases));
  }

  /** An ARN is of the account, and names the ids, that stand elsewhere. */
  private static void namesTheSame(String original, String alias, Map<String, String> aliases) {
    if (original.startsWith("arn:")) {
      assertThat(alias).as(original).contains(":" + aliases.get("111122223333") + ":");
      Stream.of(original.split("[:/]"))
          .filter(part -> part.length() == 36 && aliases.containsKey(part))
          .forEach(id -> assertThat(alias).as(original).contains(aliases.get(id)));
    }
  }

  private static void relate(
      JsonNode original,
      JsonNode recorded,
      Map<String, String> aliases,
      Map<String, String> backwards) {
    if (original.isString()) {
      String before = original.asString();
      String after = recorded.asString();
      if (before.equals(after)) {
        // A name of the contract, or what stands for any query.
        assertThat(before).matches("[A-Z0-9_]+|string||SELECT 1");
        return;
      }
      assertThat(aliases.computeIfAbsent(before, each -> after)).as(before).isEqualTo(after);
      assertThat(backwards.computeIfAbsent(after, each -> before)).as(after).isEqualTo(before);
    } else if (original.isObject()) {
      assertThat(recorded.size()).isEqualTo(original.size());
      List<JsonNode> values = List.copyOf(recorded.values());
      int number = 0;
      for (JsonNode value : original.values()) {
        relate(value, values.get(number++), aliases, backwards);
      }
    } else {
      for (int i = 0; i < original.size(); i++) {
        relate(original.get(i), recorded.get(i), aliases, backwards);
      }
    }
  }
}
