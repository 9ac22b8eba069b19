package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Conversation;
import io.github.cleanroomscontract.validation.Message;
import io.github.cleanroomscontract.validation.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tools.jackson.databind.JsonNode;

/**
 * Payloads that others wrote or recorded get the verdict that they were given elsewhere. They are
 * not part of the project: a folder with {@code index.jsonl}, named by the environment.
 */
@EnabledIfEnvironmentVariable(
    named = "CLEANROOMS_CORPUS",
    matches = ".+",
    disabledReason = "no collected payloads at hand")
class CorpusTest {

  /** The verdicts are readings of the published model. */
  private static final ContractValidator MODEL =
      ContractValidator.builder().modelOnly(true).build();

  /** Payloads of test suites that the model takes, and the documentation refuses. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "060-CreateCollaboration.request.json", "single.query-runner",
          "216-UpdateCollaboration.request.json", "engine.clean-rooms-sql-retired");

  @TestFactory
  Stream<DynamicTest> verdicts() throws IOException {
    Path folder = Path.of(System.getenv("CLEANROOMS_CORPUS"));
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("index.jsonl"))) {
      JsonNode entry = JsonDocument.parse(line).root().orElseThrow();
      String operation = entry.path("operation").asString();
      if (Catalogue.current().operation(operation).isPresent()) {
        Path file = folder.resolve(entry.path("file").asString());
        tests.add(
            DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> verify(file, operation, entry)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(40);
    return tests.stream();
  }

  /** They come from many places, use the same ids, and so must not tell each other anything. */
  @Test
  void inOneCaptureTheyAreJudgedAsAlone() throws IOException {
    Path folder = Path.of(System.getenv("CLEANROOMS_CORPUS"));
    Conversation conversation = ContractValidator.create().conversation();
    List<String> different = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("index.jsonl"))) {
      JsonNode entry = JsonDocument.parse(line).root().orElseThrow();
      Message message = message(folder.resolve(entry.path("file").asString()), entry);
      boolean alone = ContractValidator.create().validate(message).valid();
      if (conversation.validate(message).valid() != alone) {
        different.add(entry.path("file").asString());
      }
    }
    assertThat(different).isEmpty();
  }

  private static Message message(Path file, JsonNode entry) throws IOException {
    JsonNode status = entry.path("httpStatus");
    return new Message(
        entry.path("operation").asString(),
        Direction.of(entry.path("direction").asString()).orElseThrow(),
        Optional.ofNullable(entry.path("error").asString(null)),
        status.isInt() ? OptionalInt.of(status.asInt()) : OptionalInt.empty(),
        Payload.read(file));
  }

  private static void verify(Path file, String operation, JsonNode entry) throws IOException {
    Message message = message(file, entry);
    Report told = MODEL.validate(message);
    boolean valid = entry.path("verdict").asString().equals("valid");
    assertThat(told.valid()).as(told.toString()).isEqualTo(valid);
    if (valid) {
      assertThat(told.findings()).isEmpty();
      verifyRules(file.getFileName().toString(), message, entry.path("recorded").asBoolean(false));
    }
    // Most captures know neither status nor the name of an error.
    Report untold = MODEL.validate(Message.of(operation, message.direction(), message.payload()));
    boolean onlyStatus =
        !valid && told.findings().stream().allMatch(f -> f.rule().equals(Rules.HTTP_STATUS));
    assertThat(untold.valid()).as(untold.toString()).isEqualTo(valid || onlyStatus);
    if (valid) {
      verifyHistory(message, LocalDate.parse(entry.path("valid_from").asString()));
    }
  }

  /** What the service itself answered breaks no documented rule, not even an inferred one. */
  private static void verifyRules(String file, Message message, boolean recorded) {
    List<Finding> findings = ContractValidator.create().validate(message).findings();
    assertThat(findings)
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .map(finding -> finding.rule().id())
        .isEqualTo(Stream.ofNullable(REFUSED.get(file)).toList());
    if (recorded) {
      assertThat(findings).isEmpty();
    }
  }

  /** It is valid from the release on that it is said to be valid from, and not before. */
  private static void verifyHistory(Message message, LocalDate from) {
    for (LocalDate day : Catalogue.current().releases()) {
      Report report =
          ContractValidator.builder().asOf(day).modelOnly(true).build().validate(message);
      assertThat(report.valid()).as("as of " + day + ", " + report).isEqualTo(!day.isBefore(from));
    }
  }
}
