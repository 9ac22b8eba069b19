package io.github.cleanroomscontract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Report;
import org.junit.jupiter.api.Test;

/** A fault of the kit itself costs one message, and tells nothing of its payload. */
class ContractValidatorFaultTest {

  @Test
  void isToldAndThrownNowhere() {
    Engine broken =
        (schema, payload) -> {
          throw new IllegalStateException("at " + payload);
        };
    ContractValidator validator =
        new ContractValidator(
            ContractValidator.builder(),
            day -> new ContractValidator.Edition(Catalogue.current(), broken));
    Report report =
        validator.validate(
            Message.of("GetMembership", Direction.REQUEST, Payload.of("{\"secret\":1}")));
    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(report)
        .hasToString(
            "GetMembership request: failed\n  error input.fault at the top: could not be judged, which"
                + " is a fault of the kit: IllegalStateException");
  }
}
