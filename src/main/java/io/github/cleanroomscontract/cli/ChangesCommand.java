package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.changes.ChangePage;
import io.github.cleanroomscontract.report.ChangesJson;
import io.github.cleanroomscontract.report.ChangesText;
import io.github.cleanroomscontract.report.Paint;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what releases changed. */
@Command(
    name = "changes",
    description = "Shows what each release changed in the API.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Without a date, the releases are listed; a range has them all, both ends included.",
      "",
      "Examples:",
      "  cleanrooms-contract changes",
      "  cleanrooms-contract changes 2025-09-04",
      "  cleanrooms-contract changes 2025-01-01..2025-12-31 --format markdown"
    })
final class ChangesCommand implements Runnable {

  /** How pages are written. */
  enum Format {
    TEXT,
    MARKDOWN,
    JSON
  }

  /** The days of releases, for completion. */
  static final class Releases implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Catalogue.current().releases().stream().map(LocalDate::toString).iterator();
    }
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "DATE|FROM..TO",
      completionCandidates = Releases.class,
      description = "The day of a release, or the first and the last day of a time.")
  String when;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = Choices.ChangeFormats.class,
      completionCandidates = Choices.ChangeFormats.class,
      description = "How changes are written: ${COMPLETION-CANDIDATES}. Default: text.")
  Format format;

  @Spec CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    ChangesText text = new ChangesText(new Paint(format == Format.TEXT && Ansi.AUTO.enabled()));
    if (when != null && !when.contains("..")) {
      ChangePage page = ChangePage.of(release(when));
      switch (format) {
        case TEXT -> text.lines(page).forEach(out::println);
        case MARKDOWN -> text.markdown(page).forEach(out::println);
        case JSON -> ChangesJson.write(out, page);
      }
      return;
    }
    List<ChangePage> pages = releases().stream().map(ChangePage::of).toList();
    if (format == Format.JSON) {
      ChangesJson.write(out, pages);
      return;
    }
    for (ChangePage page : pages) {
      if (when == null) {
        out.println((format == Format.MARKDOWN ? "- " : "") + text.summary(page));
      } else if (format == Format.MARKDOWN) {
        text.markdown(page).forEach(out::println);
      } else {
        text.lines(page).forEach(out::println);
        out.println();
      }
    }
  }

  private LocalDate release(String text) {
    LocalDate day = day(text);
    List<LocalDate> releases = Catalogue.current().releases();
    if (releases.contains(day)) {
      return day;
    }
    Optional<LocalDate> before =
        releases.stream().filter(release -> release.isBefore(day)).reduce((a, b) -> b);
    Optional<LocalDate> after =
        releases.stream().filter(release -> release.isAfter(day)).findFirst();
    throw new ParameterException(
        spec.commandLine(),
        "The API did not change on "
            + day
            + "."
            + before.map(release -> " The release before it: " + release + ".").orElse("")
            + after.map(release -> " The release after it: " + release + ".").orElse(""));
  }

  private List<LocalDate> releases() {
    List<LocalDate> all = Catalogue.current().releases();
    if (when == null) {
      return all;
    }
    int dots = when.indexOf("..");
    LocalDate from = day(when.substring(0, dots));
    LocalDate to = day(when.substring(dots + 2));
    List<LocalDate> within =
        all.stream().filter(day -> !day.isBefore(from) && !day.isAfter(to)).toList();
    if (within.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          from.isAfter(to)
              ? "The time ends before it begins: " + when
              : "The API did not change from " + from + " to " + to + ".");
    }
    return within;
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(),
          "\""
              + text
              + "\" is not a day such as 2025-09-04, or a time such as"
              + " 2025-01-01..2025-12-31");
    }
  }
}
