package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.internal.json.Json;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * What one JVM says of a run, as its file has it.
 *
 * @param run the run
 * @param process the JVM
 * @param open whether the JVM has not told yet what it saw
 * @param day the day of the contract
 * @param operations the operations that count, as the user wrote them
 * @param floor the floor, as the user wrote it; empty if there is none
 * @param seen what was seen, in this JVM and those that ended before it
 */
record RunPart(
    String run,
    String process,
    boolean open,
    LocalDate day,
    String operations,
    String floor,
    Seen seen) {

  /** Returns the same when its JVM has told what it saw. */
  RunPart closed(Seen all) {
    return new RunPart(run, process, false, day, operations, floor, all);
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or is something else
   */
  static RunPart read(Path file) throws IOException {
    Optional<JsonNode> root = JsonDocument.parse(Files.readAllBytes(file)).root();
    if (root.isEmpty() || root.get().path("format").asInt(0) != 1) {
      throw new IOException(file + " is no part of a contract coverage; remove it");
    }
    JsonNode part = root.get();
    Seen seen = new Seen();
    for (Map.Entry<String, JsonNode> operation : part.path("seen").properties()) {
      for (Direction direction : Direction.values()) {
        JsonNode names = operation.getValue().path(direction.label());
        if (names.isArray()) {
          names.forEach(name -> seen.names(operation.getKey(), direction).add(name.asString()));
          seen.names(operation.getKey(), direction);
        }
      }
    }
    try {
      return new RunPart(
          part.path("run").asString(),
          part.path("process").asString(),
          part.path("open").asBoolean(),
          LocalDate.parse(part.path("contract").asString()),
          part.path("operations").asString(),
          part.path("floor").asString(),
          seen);
    } catch (DateTimeParseException e) {
      throw new IOException(file + " is no part of a contract coverage; remove it", e);
    }
  }

  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.generator(text)) {
      json.writeStartObject();
      json.writeNumberProperty("format", 1);
      json.writeStringProperty("run", run);
      json.writeStringProperty("process", process);
      json.writeBooleanProperty("open", open);
      json.writeStringProperty("contract", day.toString());
      json.writeStringProperty("operations", operations);
      json.writeStringProperty("floor", floor);
      json.writeObjectPropertyStart("seen");
      seen.byOperation()
          .forEach(
              (operation, directions) -> {
                json.writeObjectPropertyStart(operation);
                directions.forEach(
                    (direction, names) -> CoverageJson.names(json, direction.label(), names));
                json.writeEndObject();
              });
      json.writeEndObject();
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }
}
