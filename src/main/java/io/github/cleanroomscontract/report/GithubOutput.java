package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.internal.text.Words;
import java.io.PrintWriter;
import java.util.List;

/**
 * Workflow commands, of which GitHub makes annotations of files, and a line with the sums. Known
 * findings get none.
 */
final class GithubOutput implements Output {

  private final PrintWriter out;
  private final FindingText text = new FindingText(new Paint(false));

  /** Creates an output that writes to {@code out}. */
  GithubOutput(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void message(Entry entry) {
    for (Weighed each : entry.findings()) {
      if (each.known().isEmpty()) {
        print(entry, each.finding());
      }
    }
    out.flush();
  }

  private void print(Entry entry, Finding finding) {
    JudgedMessage message = entry.message();
    StringBuilder command = new StringBuilder("::").append(kind(entry, finding)).append(' ');
    SourcePath.relative(message.source())
        .ifPresent(
            file -> {
              command.append("file=").append(property(Words.escaped(file)));
              int line = finding.place().map(place -> place.line()).orElse(message.line());
              command.append(",line=").append(line);
              finding.place().ifPresent(place -> command.append(",col=").append(place.column()));
              command.append(',');
            });
    List<String> lines = text.lines(message.report(), finding);
    command.append("title=").append(property(lines.get(0)));
    String hint = finding.hint().map(each -> "\nhint: " + Words.escaped(each)).orElse("");
    command.append("::").append(data(FindingText.sentence(message.report(), finding) + hint));
    out.print(command.append('\n'));
  }

  private static String kind(Entry entry, Finding finding) {
    if (entry.failed()) {
      return "error";
    }
    return switch (finding.severity()) {
      case ERROR -> "error";
      case DRIFT, WARNING -> "warning";
      case INFO, UNVERIFIED -> "notice";
    };
  }

  @Override
  public void end(Summary summary) {
    out.print(TextOutput.sums(summary) + "\n");
    out.flush();
  }

  /** Escapes what would end a command, or begin another. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
