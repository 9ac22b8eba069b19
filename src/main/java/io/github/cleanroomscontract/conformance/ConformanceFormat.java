package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.report.Format;
import io.github.cleanroomscontract.report.Paint;
import java.io.PrintWriter;
import java.util.Optional;

/** The formats that tell of a run as a whole. */
public enum ConformanceFormat {
  /** For people at a terminal. */
  TEXT,
  /** For the page of a job. */
  MARKDOWN,
  /** For a browser. */
  HTML;

  /** Returns how a run as a whole is told in a format; empty if that tells of each message. */
  public static Optional<ConformanceFormat> of(Format format) {
    return switch (format) {
      case TEXT -> Optional.of(TEXT);
      case MARKDOWN -> Optional.of(MARKDOWN);
      case HTML -> Optional.of(HTML);
      case JSON, JSONL, JUNIT, SARIF, GITHUB -> Optional.empty();
    };
  }

  /** Writes what a run tells, without colours, and names each operation that was not asked. */
  public void write(Conformance conformance, PrintWriter out) {
    switch (this) {
      case TEXT ->
          new ConformanceText(new Paint(false), true).lines(conformance).forEach(out::println);
      case MARKDOWN -> new ConformanceMarkdown(out).write(conformance);
      case HTML -> new ConformancePage(out).write(conformance);
    }
    out.flush();
  }
}
