package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.internal.files.NewFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * A file that tells of a run, which is there once it is complete: a run that is cut short leaves
 * none, and an older file as it was. Not thread-safe.
 */
public final class ConformanceFile implements Closeable {

  private final NewFile file;
  private final ConformanceFormat format;

  private ConformanceFile(NewFile file, ConformanceFormat format) {
    this.file = file;
    this.format = format;
  }

  /**
   * Begins a file, and makes the folders above it that are missing.
   *
   * @throws IOException if it cannot be written; the message says so in a sentence
   */
  public static ConformanceFile at(Path file, ConformanceFormat format) throws IOException {
    return new ConformanceFile(NewFile.at(file), format);
  }

  /**
   * Completes the file.
   *
   * @throws IOException if it cannot be written; the message says so in a sentence
   */
  public void write(Conformance conformance) throws IOException {
    PrintWriter out = new PrintWriter(file.writer());
    format.write(conformance, out);
    out.flush();
    file.complete();
  }

  /** Removes the file if it is not complete. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
