package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Conversation;
import io.github.cleanroomscontract.validation.Message;
import io.github.cleanroomscontract.validation.Payload;
import java.time.LocalDate;
import java.util.List;

/** What is found in generated cases, and what they promise, both as lines of rule and pointer. */
public final class CaseJudge {

  /** ARNs of three shapes cannot be realistic and as short as is published. */
  private static final String UNAVOIDABLE = "arn.published-maximum";

  private CaseJudge() {}

  /** Returns what a case promises. */
  public static List<String> expected(GeneratedCase each) {
    return each.rule().stream().map(rule -> rule + " " + each.pointer().orElseThrow()).toList();
  }

  /** Returns what is found by the contract of a day, but for what is told to come besides. */
  public static List<String> found(LocalDate day, GeneratedCase each) {
    return report(day, each).findings().stream()
        .filter(finding -> !finding.rule().id().equals(UNAVOIDABLE))
        .filter(finding -> !each.besides().contains(finding.rule().id()))
        .map(CaseJudge::brief)
        .toList();
  }

  private static Report report(LocalDate day, GeneratedCase each) {
    ContractValidator.Builder builder = ContractValidator.builder().asOf(day);
    if (!each.circumstances().equals(Circumstances.NONE)) {
      builder.context(each.circumstances().context());
    }
    Conversation conversation = builder.build().conversation();
    each.request()
        .ifPresent(
            asked ->
                conversation.validate(
                    Message.of(each.operation(), Direction.REQUEST, Payload.of(asked))));
    return conversation.validate(
        Message.of(each.operation(), each.direction(), Payload.of(each.payload())));
  }

  private static String brief(Finding finding) {
    return finding.rule().id() + " " + finding.pointer();
  }
}
