package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.report.Output;
import io.github.cleanroomscontract.report.Outputs;
import io.github.cleanroomscontract.report.ReportFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reports of a run, on the standard output and in files. Not thread-safe. */
final class Reports implements Closeable {

  private final List<ReportFile> files = new ArrayList<>();

  private Reports() {}

  /**
   * Begins the reports that go to files.
   *
   * @throws IOException if one cannot be written; the message says so in a sentence
   */
  static Reports open(List<ReportRequest> requests, boolean unchecked) throws IOException {
    Reports reports = new Reports();
    try {
      for (ReportRequest request : requests) {
        reports.files.add(ReportFile.at(request.file(), request.format(), unchecked));
      }
      return reports;
    } catch (IOException e) {
      reports.close();
      throw e;
    }
  }

  /** Returns an output that writes them all. */
  Output with(Output standardOutput) {
    List<Output> all = new ArrayList<>();
    all.add(standardOutput);
    all.addAll(files);
    return new Outputs(all);
  }

  /** Returns whether two paths lead to one file, whether it is there already or not. */
  static boolean same(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
  }

  /** Removes what is not complete. */
  @Override
  public void close() throws IOException {
    for (ReportFile file : files) {
      file.close();
    }
  }
}
