package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a report says, as text to compare. */
final class Verdict {

  private Verdict() {}

  /** The rules that are broken and where, or what is printed of them. */
  static String of(Report report, boolean printed) {
    return report.findings().stream()
        .map(finding -> printed ? finding.toString() : brief(finding))
        .collect(Collectors.joining("\n"));
  }

  private static String brief(Finding finding) {
    return finding.rule().id() + " " + finding.pointer() + " " + finding.member().orElse("");
  }

  /** An answer, or why there is none: a contract that makes no sense may lead to an exception. */
  static String attempt(Supplier<String> answer) {
    try {
      return answer.get();
    } catch (RuntimeException e) {
      return e.toString();
    }
  }
}
