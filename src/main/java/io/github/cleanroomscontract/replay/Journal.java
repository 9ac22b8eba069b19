package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.internal.json.Json;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Keeps which steps of a run are done, so that an aborted run can be resumed: a file with a line a
 * step, which has a hash of its input, not the input. It is there until a run ends that asked all.
 * Not thread-safe.
 */
public final class Journal implements AutoCloseable {

  private static final String BEGINNING = "{\"step\":";

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
    if (Files.exists(file)) {
      // What is no UTF-8 is not of a journal, which its line will say.
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      List<String> lines = whole.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        journal.read(lines.get(i), i + 1);
      }
      if (!whole.equals(text)) {
        journal.cut(whole, text);
      }
    }
    journal.out =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return journal;
  }

  private void read(String line, int number) {
    Optional<JsonNode> step = JsonDocument.parse(line).root();
    Optional<String> hash = step.flatMap(each -> each.path("step").asStringOpt());
    Optional<String> verdict = step.flatMap(each -> each.path("verdict").asStringOpt());
    if (hash.isEmpty() || verdict.isEmpty()) {
      throw foreign(number);
    }
    if (verdict.get().equals(Verdict.CONFORMS.label())) {
      conformed.add(hash.get());
    }
  }

  /** Takes away the line that was being written when its run ended. */
  private void cut(String whole, String text) throws IOException {
    String line = text.substring(whole.length());
    if (!line.startsWith(BEGINNING) && !BEGINNING.startsWith(line)) {
      throw foreign((int) whole.lines().count() + 1);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
    }
  }

  private IllegalArgumentException foreign(int line) {
    return new IllegalArgumentException(
        file + ": line " + line + " is not of a journal; name another file, or delete it");
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
