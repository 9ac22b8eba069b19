package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.baseline.Baseline;
import io.github.cleanroomscontract.baseline.BaselineDraft;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.report.Entry;
import io.github.cleanroomscontract.report.Output;
import io.github.cleanroomscontract.report.Outputs;
import io.github.cleanroomscontract.report.ReportFile;
import io.github.cleanroomscontract.report.Summary;
import io.github.cleanroomscontract.report.Weighing;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What comes of a run besides its exit code: reports, and what is known of it. Not thread-safe. */
final class Reports implements Closeable {

  private final List<ReportFile> files = new ArrayList<>();
  private final Optional<Baseline> baseline;
  private final Optional<BaselineDraft> draft;

  private Reports(Optional<Baseline> baseline, Optional<BaselineDraft> draft) {
    this.baseline = baseline;
    this.draft = draft;
  }

  /**
   * Reads what is known, and begins what goes to files.
   *
   * @param known the file of known findings; may be null
   * @param written the file to write them to; may be null
   * @throws IOException if something cannot be read or written; the message says so in a sentence
   */
  static Reports open(List<ReportRequest> requests, boolean unchecked, Path known, Path written)
      throws IOException {
    // The same everywhere on earth, so that a run's verdict does not depend on the place.
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Optional<Baseline> baseline =
        known == null ? Optional.empty() : Optional.of(Baseline.read(known, today));
    Optional<BaselineDraft> draft =
        written == null ? Optional.empty() : Optional.of(BaselineDraft.of(written, today));
    Reports reports = new Reports(baseline, draft);
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

  /** Returns which findings count. */
  Weighing weighing(Severity least) {
    return new Weighing(
        least, baseline.<Weighing.Known>map(each -> each::reasons).orElse(Weighing.Known.NONE));
  }

  /** Returns an output that writes them all. */
  Output with(Output standardOutput) {
    List<Output> all = new ArrayList<>();
    all.add(standardOutput);
    all.addAll(files);
    draft.ifPresent(each -> all.add(new Drafting(each)));
    return new Outputs(all);
  }

  /** Notes the findings that count. */
  private record Drafting(BaselineDraft draft) implements Output {

    @Override
    public void message(Entry entry) {
      entry.counting().forEach(each -> draft.add(entry.message(), each.finding()));
    }

    @Override
    public void end(Summary summary) {
      // It is written last, when nothing can fail any more.
    }
  }

  /** Completes what is not complete, and says what is to be said of the known findings. */
  void end(PrintWriter err) throws IOException {
    baseline.ifPresent(each -> each.remarks().forEach(err::println));
    if (draft.isPresent()) {
      err.println(draft.get().write());
    }
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
    if (draft.isPresent()) {
      draft.get().close();
    }
    for (ReportFile file : files) {
      file.close();
    }
  }
}
