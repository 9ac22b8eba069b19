package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated cases as rows. */
class StartQueryTest {

  private static final PayloadCases CASES =
      PayloadCases.of("StartProtectedQuery", Direction.REQUEST);

  static Stream<GeneratedCase> valid() {
    return CASES.valid();
  }

  static Stream<GeneratedCase> invalid() {
    return CASES.invalid();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void validOnesPass(GeneratedCase each) {
    assertTrue(report(each).valid());
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void invalidOnesAreRefusedForWhatIsWrong(GeneratedCase each) {
    List<String> found =
        report(each).findings().stream()
            .map(finding -> (finding.rule().id() + " " + finding.pointer()).strip())
            .toList();

    assertFalse(report(each).valid());
    assertEquals(
        each.expected().stream().map(Object::toString).sorted().toList(),
        found.stream().sorted().toList());
  }

  private static Report report(GeneratedCase each) {
    return ContractValidator.builder()
        .context(each.circumstances().context())
        .build()
        .validateRequest(each.operation(), each.payload());
  }

  /** What only some users of the kit need does not come with it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "net.jqwik.api.Arbitrary",
        "org.slf4j.nop.NOPServiceProvider",
        "picocli.CommandLine",
        "software.amazon.awssdk.core.SdkPojo"
      })
  void isNotThere(String type) {
    assertThrows(ClassNotFoundException.class, () -> Class.forName(type));
  }
}
