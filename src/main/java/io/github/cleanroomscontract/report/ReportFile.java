package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.internal.files.NewFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A report in a file of its own, which is there once the sums are: a run that is cut short leaves
 * none, and an older file as it was. Not thread-safe.
 */
public final class ReportFile implements Output, Closeable {

  private final NewFile file;
  private final PrintWriter writer;
  private final Output output;

  private ReportFile(NewFile file, Format format, boolean unchecked) {
    this.file = file;
    this.writer = new PrintWriter(file.writer());
    this.output = format.output(writer, new Paint(false), unchecked);
  }

  /**
   * Begins a report, and makes the folders above it that are missing.
   *
   * @param unchecked whether to say which rules could not be checked
   * @throws IOException if it cannot be written; the message says so in a sentence
   */
  public static ReportFile at(Path file, Format format, boolean unchecked) throws IOException {
    return new ReportFile(NewFile.at(file), format, unchecked);
  }

  @Override
  public void message(Entry entry) {
    output.message(entry);
  }

  /**
   * Takes the sums and completes the file.
   *
   * @throws UncheckedIOException if it cannot be written; the message says so in a sentence
   */
  @Override
  public void end(Summary summary) {
    output.end(summary);
    writer.flush();
    try {
      file.complete();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** Removes the file if it is not complete. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
