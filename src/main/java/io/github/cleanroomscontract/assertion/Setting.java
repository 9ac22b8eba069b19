package io.github.cleanroomscontract.assertion;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Payload;
import io.github.cleanroomscontract.validation.UnknownPolicy;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a message is judged. Immutable but for what the context learns.
 *
 * @param day the day whose contract counts
 * @param unknown how what the contract does not have counts
 * @param context what is known of the world
 * @param modelOnly whether to leave out what is documented beyond the model
 * @param request what the message answers, if that is known
 */
record Setting(
    LocalDate day,
    UnknownPolicy unknown,
    CallContext context,
    boolean modelOnly,
    Optional<Payload> request) {

  /** What a test makes up itself has no excuse for unknown members. */
  static final Setting STRICT =
      new Setting(
          Catalogue.MODEL_DATE, UnknownPolicy.ERROR, CallContext.create(), false, Optional.empty());

  Setting asOf(LocalDate newDay) {
    LocalDate known = Catalogue.asOf(newDay).day();
    return new Setting(known, unknown, context, modelOnly, request);
  }

  Setting unknown(UnknownPolicy policy) {
    return new Setting(day, policy, context, modelOnly, request);
  }

  Setting context(CallContext known) {
    return new Setting(day, unknown, known, modelOnly, request);
  }

  Setting ofModelOnly() {
    return new Setting(day, unknown, context, true, request);
  }

  Setting request(Payload answered) {
    return new Setting(day, unknown, context, modelOnly, Optional.of(answered));
  }

  /** Returns the report of a message. */
  Report judge(Subject subject, boolean showSensitive) {
    return ContractValidator.builder()
        .asOf(day)
        .unknown(unknown)
        .context(context)
        .modelOnly(modelOnly)
        .showSensitive(showSensitive)
        .build()
        .conversation()
        .validate(subject.message(), CallContext.create(), request);
  }
}
