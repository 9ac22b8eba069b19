package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.internal.json.Json;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Keeps which steps of a run are done, so that an aborted run can be resumed: a file with a line a
 * step, which has a hash of its input, not the input. It is there until a run ends that asked all.
 * Not thread-safe.
 */
public final class Journal implements AutoCloseable {

  private final Path file;
  private final Set<String> conformed = new HashSet<>();
  private Writer out;

  private Journal(Path file) {
    this.file = file;
  }

  /**
   * Opens a journal, which need not be there yet. A last line that was not finished is ignored.
   *
   * @throws IOException if it cannot be read or written
   * @throws IllegalArgumentException if the file is something else
   */
  public static Journal open(Path file) throws IOException {
    Journal journal = new Journal(file);
    boolean torn = false;
    if (Files.exists(file)) {
      String text = Files.readString(file);
      torn = !text.isEmpty() && !text.endsWith("\n");
      List<String> lines = text.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (!journal.read(lines.get(i)) && !(torn && i == lines.size() - 1)) {
          throw new IllegalArgumentException(
              file + ": line " + (i + 1) + " is not of a journal; name another file, or delete it");
        }
      }
    }
    journal.out =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (torn) {
      journal.out.write('\n');
    }
    return journal;
  }

  private boolean read(String line) {
    JsonNode step = JsonDocument.parse(line).root().filter(JsonNode::isObject).orElse(null);
    if (step == null) {
      // What was torn once is followed by a line break.
      return line.isEmpty();
    }
    if (!step.path("step").isString() || !step.path("verdict").isString()) {
      return false;
    }
    if (step.path("verdict").asString().equals(Verdict.CONFORMS.label())) {
      conformed.add(step.path("step").asString());
    }
    return true;
  }

  /** Returns how many steps conformed in the runs before. */
  public int size() {
    return conformed.size();
  }

  /** Returns whether a step was made before, and conformed. */
  boolean conformed(Step step) {
    return conformed.contains(hash(step));
  }

  /**
   * Notes a step that was made.
   *
   * @throws UncheckedIOException if that cannot be written
   */
  void add(Step step, Verdict verdict) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = Json.generator(line)) {
      json.writeStartObject();
      json.writeStringProperty("step", hash(step));
      json.writeStringProperty("operation", step.operation());
      json.writeStringProperty("verdict", verdict.label());
      json.writeEndObject();
    }
    try {
      out.write(line + "\n");
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(Step step) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : List.of(step.source(), step.operation(), step.input())) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Forgets all steps, since all was asked. */
  void finish() {
    try {
      out.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes the file, which stays. */
  @Override
  public void close() throws IOException {
    out.close();
  }
}
