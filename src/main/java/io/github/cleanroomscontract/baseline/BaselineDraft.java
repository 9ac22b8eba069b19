package io.github.cleanroomscontract.baseline;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.internal.files.NewFile;
import io.github.cleanroomscontract.internal.json.Json;
import io.github.cleanroomscontract.internal.text.Words;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * A file of known findings in the making. Entries that are there already are kept as they are, with
 * the reasons and days that people gave them. Not thread-safe.
 */
public final class BaselineDraft implements Closeable {

  /** How long new entries hold. */
  private static final int DAYS = 90;

  private final Path file;
  private final LocalDate today;
  private final List<KnownFinding> kept;
  private final NewFile written;
  private final Set<KnownFinding> added = new HashSet<>();

  private BaselineDraft(Path file, LocalDate today, List<KnownFinding> kept, NewFile written) {
    this.file = file;
    this.today = today;
    this.kept = kept;
    this.written = written;
  }

  /**
   * Begins a file, with the entries that it has already, if it is there.
   *
   * @throws IOException if it cannot be written, or is there and cannot be read; the message says
   *     so, with the place
   */
  public static BaselineDraft of(Path file, LocalDate today) throws IOException {
    List<KnownFinding> kept = Files.exists(file) ? Baseline.read(file, today).entries() : List.of();
    return new BaselineDraft(file, today, kept, NewFile.at(file));
  }

  /** Adds the kind of a finding, unless an entry has it already. */
  public void add(JudgedMessage message, Finding finding) {
    boolean there =
        kept.stream()
            .anyMatch(
                known ->
                    known.isOf(message)
                        && known.rule().equals(finding.rule().id())
                        && known.isAt(finding)
                        && known.isForMember(finding));
    if (!there) {
      added.add(KnownFinding.of(message, finding, today.plusDays(DAYS)));
    }
  }

  /**
   * Writes the file: sorted, an entry a line.
   *
   * @return what was done, in a sentence
   * @throws IOException if it cannot be written; the message says so in a sentence
   */
  public String write() throws IOException {
    List<KnownFinding> entries =
        Stream.concat(kept.stream(), added.stream()).sorted(KnownFinding.ORDER).toList();
    Writer out = written.writer();
    out.write("{\n  \"version\": 1,\n  \"known\": [");
    String separator = "\n    ";
    for (KnownFinding entry : entries) {
      out.write(separator);
      write(out, entry);
      separator = ",\n    ";
    }
    out.write(entries.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
    written.complete();
    String old = kept.isEmpty() ? "" : ", " + kept.size() + " kept as they were";
    String reasons = added.isEmpty() ? "" : "; give the new ones a reason";
    return file + ": " + Words.count(added.size(), "entry") + " added" + old + reasons;
  }

  /** Leaves the file as it was, unless it was written. */
  @Override
  public void close() throws IOException {
    written.close();
  }

  private static void write(Writer out, KnownFinding entry) {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringProperty("operation", entry.operation());
      json.writeStringProperty("direction", entry.direction());
      json.writeStringProperty("rule", entry.rule());
      json.writeStringProperty("pointer", entry.pointer());
      if (entry.member().isPresent()) {
        json.writeStringProperty("member", entry.member().get());
      }
      json.writeStringProperty("reason", entry.reason());
      json.writeStringProperty("expires", entry.expires().toString());
      json.writeEndObject();
    }
  }
}
