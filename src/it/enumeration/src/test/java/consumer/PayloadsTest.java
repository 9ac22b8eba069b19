package consumer;

import static io.github.cleanroomscontract.assertion.ContractAssertions.assertThatRequest;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cleanroomscontract.junit.ContractTests;
import io.github.cleanroomscontract.junit.Payload;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Payloads in files, asserted to be as they should be, without an SDK. */
class PayloadsTest {

  @Test
  void isInTheContract(@Payload("payloads/start.json") Map<String, Object> request) {
    assertThatRequest("StartProtectedQuery", request).conforms().conformsAsOf("2025-04-30");
  }

  @Test
  void hasTwoDestinations() {
    assertThatRequest("StartProtectedQuery", Path.of("payloads/two-places.json"))
        .onlyViolates("union.multiple")
        .at("/resultConfiguration/outputConfiguration");
  }

  @TestFactory
  Stream<DynamicNode> captures() {
    return ContractTests.of(Path.of("captures"));
  }

  @Test
  void failuresTellWhatIsWrong(@Payload("payloads/two-places.json") String request) {
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () -> assertThatRequest("StartProtectedQuery", request).conforms());

    assertTrue(
        failure
            .getMessage()
            .startsWith(
                "expected the StartProtectedQuery request to conform to the contract of 2026-07-27,"
                    + " but it has 1 finding:\n\n"
                    + "payload:8:7: error union.multiple at /resultConfiguration/outputConfiguration\n"),
        failure.getMessage());
  }
}
