package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.generation.GeneratedCase.Expected;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Conversation;
import io.github.cleanroomscontract.validation.Message;
import io.github.cleanroomscontract.validation.Payload;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Holds generated cases against what the validator finds in them. */
public final class CaseJudge {

  private CaseJudge() {}

  /** Returns what a case promises, a line a finding, in the order of the alphabet. */
  public static List<String> expected(GeneratedCase each) {
    return each.expected().stream().map(Expected::toString).sorted().toList();
  }

  /** Returns what is found by the contract of a day, a line a finding, in the same order. */
  public static List<String> found(LocalDate day, GeneratedCase each) {
    return found(report(each, day, ContractValidator.builder().asOf(day).build()));
  }

  private static List<String> found(Report report) {
    return report.findings().stream()
        .map(finding -> new Expected(finding.rule().id(), finding.pointer()).toString())
        .sorted()
        .toList();
  }

  /**
   * Returns what is wrong with a case, if it is not as it promises.
   *
   * @param knowsNothing a validator of the day, for cases of which nothing has to be known
   */
  static Optional<String> misjudged(
      GeneratedCase each, LocalDate day, ContractValidator knowsNothing) {
    Report report = report(each, day, knowsNothing);
    List<String> found = found(report);
    return found.equals(expected(each)) && report.valid() == each.valid()
        ? Optional.empty()
        : Optional.of(
            each + ": expected " + expected(each) + ", found " + found + " in " + each.payload());
  }

  private static Report report(GeneratedCase each, LocalDate day, ContractValidator knowsNothing) {
    Circumstances told = each.circumstances();
    Conversation conversation =
        (told.equals(Circumstances.NONE) ? knowsNothing : knowing(told, day)).conversation();
    each.request()
        .ifPresent(
            asked ->
                conversation.validate(
                    Message.of(each.operation(), Direction.REQUEST, Payload.of(asked))));
    return conversation.validate(
        new Message(
            each.operation(),
            each.direction(),
            each.error(),
            each.status(),
            Payload.of(each.payload())));
  }

  private static ContractValidator knowing(Circumstances circumstances, LocalDate day) {
    return ContractValidator.builder().asOf(day).context(circumstances.context()).build();
  }
}
