package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.TextProblem;
import io.github.cleanroomscontract.replay.Verdict;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads what was kept of a run, and says at which place it is something else. */
final class RunReader {

  private final Path file;

  private RunReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, is none of ours, or a newer one; the message says so
   */
  static RunRecord read(Path file) throws IOException {
    return new RunReader(file).read();
  }

  private RunRecord read() throws IOException {
    JsonDocument document = JsonDocument.parse(bytes());
    if (!document.problems().isEmpty()) {
      TextProblem problem = document.problems().get(0);
      throw fault(
          "line "
              + document.position(problem.offset()).line()
              + " is not JSON: "
              + problem.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    JsonNode root = document.root().orElseThrow();
    if (!root.path("form").asString("").equals(RunWriter.FORM)) {
      throw fault("it holds no results of a replay");
    }
    int version = number(root, "", "version");
    if (version > RunWriter.VERSION) {
      throw fault("a newer version of the kit has written it (" + version + ")");
    }
    List<String> left = new ArrayList<>();
    for (JsonNode each : list(root, "", "left")) {
      left.add(each.asString(""));
    }
    List<OperationRecord> operations = new ArrayList<>();
    for (JsonNode each : list(root, "", "operations")) {
      operations.add(operation(each, "/operations/" + operations.size()));
    }
    return new RunRecord(
        value(root, "", "started", Instant::parse),
        Duration.ofMillis(number(root, "", "milliseconds")),
        text(root, "", "endpoint"),
        text(root, "", "contract"),
        optional(root, "", "stopped"),
        left,
        operations);
  }

  private byte[] bytes() throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (AccessDeniedException e) {
      throw fault("permission denied");
    }
  }

  private OperationRecord operation(JsonNode node, String at) throws IOException {
    List<Reason> reasons = new ArrayList<>();
    for (JsonNode each : list(node, at, "reasons")) {
      String place = at + "/reasons/" + reasons.size();
      reasons.add(
          new Reason(
              verdict(each, place), text(each, place, "reason"), number(each, place, "calls")));
    }
    List<Observation> observations = new ArrayList<>();
    for (JsonNode each : list(node, at, "findings")) {
      observations.add(observation(each, at + "/findings/" + observations.size()));
    }
    return new OperationRecord(
        text(node, at, "operation"),
        verdict(node, at),
        number(node, at, "calls"),
        reasons,
        observations);
  }

  private Observation observation(JsonNode node, String at) throws IOException {
    Optional<LocalDate> firstSeen =
        node.has("firstSeen")
            ? Optional.of(value(node, at, "firstSeen", LocalDate::parse))
            : Optional.empty();
    return new Observation(
        verdict(node, at),
        text(node, at, "rule"),
        value(node, at, "severity", text -> Severity.valueOf(text.toUpperCase(Locale.ROOT))),
        text(node, at, "direction"),
        text(node, at, "pointer"),
        optional(node, at, "member"),
        text(node, at, "what"),
        text(node, at, "message"),
        optional(node, at, "example"),
        text(node, at, "source"),
        number(node, at, "count"),
        optional(node, at, "known"),
        node.path("counts").asBoolean(false),
        firstSeen,
        node.path("new").asBoolean(false),
        Optional.empty());
  }

  private Verdict verdict(JsonNode node, String at) throws IOException {
    return value(node, at, "verdict", text -> Verdict.valueOf(text.toUpperCase(Locale.ROOT)));
  }

  private JsonNode list(JsonNode node, String at, String name) throws IOException {
    if (!node.path(name).isArray()) {
      throw fault(at + "/" + name + " is no list");
    }
    return node.path(name);
  }

  private int number(JsonNode node, String at, String name) throws IOException {
    if (!node.path(name).isInt()) {
      throw fault(at + "/" + name + " is no whole number");
    }
    return node.path(name).asInt();
  }

  private Optional<String> optional(JsonNode node, String at, String name) throws IOException {
    return node.has(name) ? Optional.of(text(node, at, name)) : Optional.empty();
  }

  private String text(JsonNode node, String at, String name) throws IOException {
    return value(node, at, name, Function.identity());
  }

  private <T> T value(JsonNode node, String at, String name, Function<String, T> meaning)
      throws IOException {
    if (!node.path(name).isString()) {
      throw fault(at + "/" + name + " is no text");
    }
    try {
      return meaning.apply(node.path(name).asString());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw fault(at + "/" + name + " is not one that there is");
    }
  }

  private IOException fault(String sentence) {
    return new IOException(file + " is left out: " + sentence);
  }
}
