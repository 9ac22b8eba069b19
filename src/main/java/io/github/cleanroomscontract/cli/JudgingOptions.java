package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.UnknownPolicy;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** By what messages are judged, and what of them may be printed. */
final class JudgingOptions {

  @Option(
      names = "--unknown",
      paramLabel = "POLICY",
      converter = Choices.Policies.class,
      completionCandidates = Choices.Policies.class,
      description =
          "How members, enum values and variants count that the contract does not have:"
              + " ${COMPLETION-CANDIDATES}. Default: error in requests, drift in answers.")
  UnknownPolicy unknown;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Choices.Day.class,
      description =
          "Judge by the contract of that day, such as 2025-04-30; what came later is a finding that"
              + " names its date. Default: the newest.")
  LocalDate asOf = Catalogue.MODEL_DATE;

  @Option(
      names = "--show-sensitive",
      description = "Print query texts, parameters, account numbers and other sensitive values.")
  boolean showSensitive;

  /**
   * Returns the builder of a validator that judges so.
   *
   * @param known what is known of the world around the calls
   */
  ContractValidator.Builder validator(CallContext known) {
    return ContractValidator.builder()
        .asOf(asOf)
        .unknown(unknown)
        .context(known)
        .showSensitive(showSensitive);
  }
}
