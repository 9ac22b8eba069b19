package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A message that is being validated, in three steps: by itself, which may be done for many at once;
 * with what messages before it told, which has to be done in their order; and the report, for many
 * at once again. Internal to the kit. Not thread-safe, but its steps may be done by different
 * threads, one after the other.
 */
public final class Examination {

  private final ContractValidator validator;
  private final Message message;
  private final List<Draft> drafts = new ArrayList<>();
  private Optional<Judgement> judgement = Optional.empty();
  private Optional<Report> failed = Optional.empty();

  Examination(ContractValidator validator, Message message) {
    this.validator = validator;
    this.message = message;
    if (Catalogue.current().operation(message.operation()).isEmpty()) {
      failed =
          Optional.of(Report.failed(subject(), validator.unknownOperation(message.operation())));
    } else {
      guarded(
          () -> {
            judgement = validator.judge(message, drafts);
            return null;
          });
    }
  }

  Message message() {
    return message;
  }

  /** Returns whether nothing more can be found out. */
  boolean isSettled() {
    return failed.isPresent();
  }

  /** Judges it with what is known beyond it. */
  void conclude(Facts known, Optional<JsonNode> request) {
    if (failed.isEmpty()) {
      guarded(
          () -> {
            judgement.ifPresent(made -> made.check(known, request));
            validator.settle(drafts, judgement, message.payload());
            return null;
          });
    }
  }

  /** Returns whether it is in the contract. */
  boolean valid() {
    return failed.isEmpty()
        && drafts.stream().noneMatch(draft -> draft.finding().severity().breaksContract());
  }

  /** Returns its report, whose outcome is {@code FAILED} if there is no such operation. */
  public Report report() {
    if (failed.isPresent()) {
      return failed.get();
    }
    Report report =
        guarded(
            () -> {
              List<Finding> findings =
                  drafts.isEmpty()
                      ? List.of()
                      : validator.place(drafts, judgement, message.payload());
              return Report.of(subject(), findings, validator.unchecked(judgement));
            });
    return failed.orElse(report);
  }

  /**
   * Returns its report with the excerpts of its findings, which are else cut out when they are
   * asked for. It keeps nothing of the message alive.
   */
  public Report completeReport() {
    Report report = report();
    guarded(
        () -> {
          report.findings().forEach(finding -> finding.place().ifPresent(Place::excerpt));
          return null;
        });
    return failed.orElse(report);
  }

  private String subject() {
    return message.operation() + " " + message.direction().label();
  }

  private <T> T guarded(Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      // A fault of ours must not cost the other messages of a capture. What the exception says may
      // quote the payload.
      String found = e.getClass().getSimpleName();
      failed =
          Optional.of(
              Report.failed(
                  subject(),
                  Finding.of(
                      Rules.INPUT_FAULT, Rules.INPUT_FAULT.message(Map.of("found", found)))));
      return null;
    }
  }
}
