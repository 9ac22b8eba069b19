package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.report.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How commands tell what they found, and which of it counts. */
final class ReportOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = Choices.Formats.class,
      completionCandidates = Choices.Formats.class,
      description = "How results are written: ${COMPLETION-CANDIDATES}. Default: text.")
  Format format;

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      converter = ReportRequest.Converter.class,
      completionCandidates = ReportRequest.Converter.class,
      description =
          "Also write a report to a file, in any of these formats: --report junit=out.xml. May be"
              + " repeated. The file is there once all is judged.")
  List<ReportRequest> reports = List.of();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "drift",
      converter = Choices.Severities.class,
      completionCandidates = Choices.Severities.class,
      description =
          "The least severity that ends with exit code 1: ${COMPLETION-CANDIDATES}. Default:"
              + " drift.")
  Severity failOn;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Findings that are known and do not count, until the days given there.")
  Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description =
          "Write the findings that count to such a file, for 90 days. What is in it already is"
              + " kept.")
  Path writtenBaseline;

  /** Refuses outputs that would replace an input, or each other. */
  void refuseClashes(CommandLine commandLine, List<Path> inputs) {
    List<Path> files = new ArrayList<>(reports.stream().map(ReportRequest::file).toList());
    if (writtenBaseline != null) {
      files.add(writtenBaseline);
    }
    for (Path file : files) {
      for (Path input : inputs) {
        if (Reports.same(file, input)) {
          throw new ParameterException(
              commandLine, "The output " + file + " would replace the input " + input + ".");
        }
      }
      if (files.stream().filter(other -> Reports.same(file, other)).count() > 1) {
        throw new ParameterException(commandLine, "Two outputs would go to " + file + ".");
      }
    }
  }
}
