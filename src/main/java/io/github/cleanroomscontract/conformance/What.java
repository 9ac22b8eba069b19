package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.finding.Severity;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What there is to see of a finding, in a few words. They are the same every night, so they hold no
 * value that an account has of its own.
 */
final class What {

  /** Longer ones, such as patterns, say nothing at a glance. */
  private static final int LENGTH = 40;

  private static final Map<String, Function<Finding, String>> WORDS =
      Map.of(
          Rules.REQUIRED.id(), finding -> "required, absent",
          Rules.UNKNOWN_MEMBER.id(), finding -> novelty(finding) + " member",
          Rules.UNION_UNKNOWN_VARIANT.id(), finding -> novelty(finding) + " variant",
          Rules.ENUM.id(), finding -> novelty(finding) + " value " + found(finding),
          Rules.TYPE.id(), finding -> "no longer " + finding.expected().orElse("of its type"),
          Rules.HTTP_STATUS.id(), What::status,
          Rules.ERROR_STATUS.id(), What::status,
          Rules.ERROR_UNDECLARED.id(), finding -> "undeclared error " + found(finding));

  private What() {}

  static String of(Finding finding) {
    return WORDS.getOrDefault(finding.rule().id(), What::other).apply(finding);
  }

  /** A finding is drift where the service may have moved on. */
  private static String novelty(Finding finding) {
    return finding.severity() == Severity.DRIFT ? "new" : "unknown";
  }

  private static String status(Finding finding) {
    return "status " + found(finding) + " instead of " + finding.expected().orElse("the one due");
  }

  private static String found(Finding finding) {
    return finding.found().orElse("(not shown)");
  }

  private static String other(Finding finding) {
    Optional<String> expected = finding.expected().filter(text -> text.length() <= LENGTH);
    return finding.rule().id() + expected.map(text -> ": " + text).orElse("");
  }
}
