package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.conformance.Conformance;
import io.github.cleanroomscontract.conformance.ConformanceFile;
import io.github.cleanroomscontract.conformance.ConformanceFormat;
import io.github.cleanroomscontract.conformance.ConformanceText;
import io.github.cleanroomscontract.conformance.History;
import io.github.cleanroomscontract.conformance.RunRecord;
import io.github.cleanroomscontract.replay.CallResult;
import io.github.cleanroomscontract.replay.ReplayResult;
import io.github.cleanroomscontract.report.Entry;
import io.github.cleanroomscontract.report.Format;
import io.github.cleanroomscontract.report.Output;
import io.github.cleanroomscontract.report.Outputs;
import io.github.cleanroomscontract.report.Paint;
import io.github.cleanroomscontract.report.Summary;
import io.github.cleanroomscontract.report.Weighing;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a replay tells: of each call as it is made, and of the run in the end. Not thread-safe. */
final class ReplayReports implements Closeable {

  private final Format format;
  private final Reports reports;
  private final List<ConformanceFile> files = new ArrayList<>();
  private final Weighing weighing;
  private final Output output;
  private final PrintWriter out;
  private final Summary summary = new Summary();
  private final List<Entry> entries = new ArrayList<>();

  private ReplayReports(ReportOptions options, Reports reports, PrintWriter out, Paint paint) {
    this.format = options.format;
    this.reports = reports;
    this.out = out;
    this.weighing = reports.weighing(options.failOn);
    Output standard =
        ConformanceFormat.of(format).isPresent()
            ? new Outputs(List.of())
            : format.output(out, paint, false);
    this.output = reports.with(standard);
  }

  /**
   * Begins what goes to files.
   *
   * @throws IOException if something cannot be read or written; the message says so in a sentence
   */
  static ReplayReports open(ReportOptions options, PrintWriter out, Paint paint)
      throws IOException {
    List<ReportRequest> ofMessages =
        options.reports.stream()
            .filter(each -> ConformanceFormat.of(each.format()).isEmpty())
            .toList();
    ReplayReports all =
        new ReplayReports(
            options,
            Reports.open(ofMessages, false, options.baseline, options.writtenBaseline),
            out,
            paint);
    try {
      for (ReportRequest each : options.reports) {
        Optional<ConformanceFormat> format = ConformanceFormat.of(each.format());
        if (format.isPresent()) {
          all.files.add(ConformanceFile.at(each.file(), format.get()));
        }
      }
      return all;
    } catch (IOException e) {
      all.close();
      throw e;
    }
  }

  /** Takes the next call. */
  void add(CallResult call) {
    Entry entry = weighing.weigh(call.message());
    entries.add(entry);
    summary.add(entry);
    output.message(entry);
  }

  int calls() {
    return entries.size();
  }

  /**
   * Takes the run, whose calls it was given, and writes everything.
   *
   * @return what is kept of it
   */
  RunRecord end(ReplayResult result, History history, ConformanceText text, PrintWriter err)
      throws IOException {
    Conformance conformance = Conformance.of(RunRecord.of(result, entries), history);
    summary.elapsed(result.took());
    output.end(summary);
    Optional<ConformanceFormat> whole = ConformanceFormat.of(format);
    if (format == Format.TEXT) {
      text.lines(conformance).forEach(out::println);
    } else if (whole.isPresent()) {
      whole.get().write(conformance, out);
    }
    for (ConformanceFile file : files) {
      file.write(conformance);
    }
    history.keep(conformance.run());
    reports.end(err);
    return conformance.run();
  }

  /** Removes what is not complete. */
  @Override
  public void close() throws IOException {
    reports.close();
    for (ConformanceFile file : files) {
      file.close();
    }
  }
}
