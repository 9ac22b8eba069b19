package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Collected payloads keep their verdict in every form, whose captures say themselves what they are.
 */
@EnabledIfEnvironmentVariable(
    named = "CLEANROOMS_CORPUS",
    matches = ".+",
    disabledReason = "no collected payloads at hand")
class CorpusFormsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void theVerdictHolds(CaptureForms form) throws IOException {
    Path corpus = Path.of(System.getenv("CLEANROOMS_CORPUS"));
    List<String> different = new ArrayList<>();
    int held = 0;
    for (String line : Files.readAllLines(corpus.resolve("index.jsonl"))) {
      JsonNode entry = JsonDocument.parse(line).root().orElseThrow();
      Optional<Operation> operation =
          Catalogue.current().operation(entry.path("operation").asString());
      String payload = Files.readString(corpus.resolve(entry.path("file").asString()));
      if (operation.isEmpty()) {
        continue;
      }
      CaptureForms.Spoken message = message(operation.get(), entry, payload);
      Optional<String> text = form.write(message);
      if (text.isPresent()) {
        held++;
        boolean valid = entry.path("verdict").asString().equals("valid");
        boolean untold = form == CaptureForms.CLOUDTRAIL && message.direction() == Direction.ERROR;
        Outcome outcome = judged(form, message, text.get());
        if (!untold && (outcome == Outcome.VALID) != valid && !isOnlyStatus(form, message)) {
          different.add(entry.path("file").asString() + " " + outcome);
        }
      }
    }
    assertThat(different).isEmpty();
    assertThat(held).isGreaterThan(20);
  }

  /** Some forms tell no status, for which alone a payload may be refused. */
  private static boolean isOnlyStatus(CaptureForms form, CaptureForms.Spoken message) {
    return !outcome(form.envelope(message)).equals(outcome(CaptureForms.HAR.envelope(message)));
  }

  private static Outcome outcome(String envelope) {
    return Judging.text(envelope).get(0).report().outcome();
  }

  private Outcome judged(CaptureForms form, CaptureForms.Spoken message, String text)
      throws IOException {
    String name = message.operation().name() + "." + message.direction().label() + ".json";
    Path file = Files.writeString(folder.resolve(name), text);
    CaptureOptions options =
        form == CaptureForms.AWS_CLI
            ? CaptureOptions.none().from(CaptureFormat.AWS_CLI)
            : CaptureOptions.none();
    List<JudgedMessage> messages = new ArrayList<>();
    ContractValidator model = ContractValidator.builder().modelOnly(true).build();
    new CaptureJudge(model, options, messages::add).judge(file);
    return messages.get(messages.size() - 1).report().outcome();
  }

  private static CaptureForms.Spoken message(Operation operation, JsonNode entry, String payload) {
    Direction direction = Direction.of(entry.path("direction").asString()).orElseThrow();
    JsonNode status = entry.path("httpStatus");
    return new CaptureForms.Spoken(
        operation,
        entry.has("error") ? Direction.ERROR : direction,
        Optional.ofNullable(entry.path("error").asString(null)),
        status.isInt() ? OptionalInt.of(status.asInt()) : OptionalInt.empty(),
        direction == Direction.REQUEST ? payload : CaptureForms.anyRequest(operation),
        payload);
  }
}
