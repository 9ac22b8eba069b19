package io.github.cleanroomscontract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.finding.Excerpt;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ExaminationTest {

  private static final String REQUEST =
      """
      {
        "membershipIdentifier": "short",
        "unheardOf": "value"
      }
      """;

  /** What is sensitive is looked up in the tree, when the excerpt is cut out. */
  @Test
  void excerptsAreCutOutWhenAskedForUnlessTheReportIsComplete() {
    assertThat(excerpt(Examination::report)).contains("\"unheardOf\": \"value\"");
    assertThat(excerpt(Examination::completeReport)).contains("\"unheardOf\": *******");
  }

  private static String excerpt(Function<Examination, Report> asking) {
    Payload payload = Payload.of(REQUEST);
    Examination examination =
        ContractValidator.create().examine(Message.of("GetMembership", Direction.REQUEST, payload));
    examination.conclude(CallContext.create().facts(), Optional.empty());
    Report report = asking.apply(examination);
    // From here on nobody can tell any more that there is a value to hide.
    ((ObjectNode) payload.tree().orElseThrow()).remove("unheardOf");
    return report.findings().stream()
        .filter(finding -> finding.rule().id().equals("unknown-member"))
        .flatMap(finding -> finding.place().stream())
        .map(Place::excerpt)
        .flatMap(Optional::stream)
        .map(Excerpt::lines)
        .findFirst()
        .orElseThrow()
        .toString();
  }
}
