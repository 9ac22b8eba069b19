package io.github.cleanroomscontract.assertion;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.report.FindingText;
import io.github.cleanroomscontract.report.Paint;
import java.util.List;
import java.util.stream.Collectors;

/** A message with its report, and how failures tell of it. Immutable. */
final class Judged {

  private static final FindingText TEXT = new FindingText(new Paint(false));

  private final Subject subject;
  private final Setting setting;
  private final Report report;
  private final List<String> pointers;

  private Judged(Subject subject, Setting setting, Report report, List<String> pointers) {
    this.subject = subject;
    this.setting = setting;
    this.report = report;
    this.pointers = pointers;
  }

  static Judged of(Subject subject, Setting setting) {
    Report report = setting.judge(subject, false);
    boolean blotted = report.findings().stream().anyMatch(each -> each.pointer().contains("*"));
    List<Finding> plain = blotted ? setting.judge(subject, true).findings() : report.findings();
    return new Judged(subject, setting, report, plain.stream().map(Finding::pointer).toList());
  }

  Report report() {
    return report;
  }

  List<Finding> findings() {
    return report.findings();
  }

  /** Returns the findings of a rule. */
  List<Finding> of(String rule) {
    return findings().stream().filter(finding -> finding.rule().id().equals(rule)).toList();
  }

  /** Returns whether a finding is at a place, be it as it is or as failures show it. */
  boolean isAt(Finding finding, String pointer) {
    return finding.pointer().equals(pointer)
        || pointers.get(findings().indexOf(finding)).equals(pointer);
  }

  /** Fails unless the message violates all these rules and no other. */
  void requireOnly(List<String> rules) {
    List<String> missing = rules.stream().filter(rule -> of(rule).isEmpty()).toList();
    List<Finding> more =
        findings().stream().filter(finding -> !rules.contains(finding.rule().id())).toList();
    String expected = "violate nothing but " + RuleIds.quoted(rules);
    if (!missing.isEmpty()) {
      String found =
          findings().isEmpty() || report.outcome() == Outcome.FAILED
              ? instead("")
              : "it does not violate "
                  + RuleIds.quoted(missing)
                  + (more.isEmpty() ? "" : ", and violates more:" + blocks(more));
      throw failure(
          expected, found + missing.stream().map(this::gap).collect(Collectors.joining()));
    }
    if (!more.isEmpty()) {
      throw failure(expected, "it violates more:" + blocks(more));
    }
  }

  /** Returns what is to be said where a rule is not violated. */
  String instead(String others) {
    if (report.outcome() == Outcome.FAILED) {
      return "it could not be checked:" + blocks(findings());
    }
    return findings().isEmpty()
        ? "it conforms to the contract of " + setting.day()
        : "it " + others + ":" + blocks(findings());
  }

  /** Returns what a rule that is not violated was not told; empty if it was checked. */
  String gap(String rule) {
    boolean answer = subject.message().direction() != Direction.REQUEST;
    return report.unchecked().stream()
        .filter(each -> each.rule().id().equals(rule))
        .findFirst()
        .map(
            each ->
                "\n\n\""
                    + rule
                    + "\" could not be checked, since it needs "
                    + inCode(each.needs())
                    + ": tell it by with(CallContext)"
                    + (answer ? " or answering(request)" : ""))
        .orElse("");
  }

  /** What is needed is worded for the command line. */
  private static String inCode(String needs) {
    return needs.replace(" (--caller-account)", "").replace(", or --engine", "");
  }

  /** Returns what is to be said where a place has none of the findings. */
  String elsewhere(List<Finding> findings, String pointer) {
    String found = findings.size() == 1 ? "the violation is" : "the violations are";
    return found
        + " elsewhere than at "
        + Places.shown(pointer)
        + Places.advice(subject.message().payload(), pointer, findings)
        + ":"
        + blocks(findings);
  }

  /** Returns how many findings there are, and each. */
  String told(List<Finding> findings) {
    return Words.count(findings.size(), "finding") + ":" + blocks(findings);
  }

  /** Returns findings, a block each, after an empty line. */
  String blocks(List<Finding> findings) {
    return findings.stream()
        .map(finding -> TEXT.linesIn(subject.source(), report, finding))
        .map(lines -> "\n\n" + String.join("\n", lines))
        .collect(Collectors.joining());
  }

  AssertionError failure(String expected, String found) {
    return new AssertionError(
        "expected the " + subject.label() + " to " + expected + ", but " + found);
  }
}
