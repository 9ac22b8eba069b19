package io.github.cleanroomscontract.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.catalogue.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageFloorTest {

  private final CoverageRecorder recorder = CoverageRecorder.create();

  private List<String> check(String floor) {
    return CoverageFloor.parse(floor).check(recorder.report()).stream()
        .map(Shortfall::toString)
        .toList();
  }

  private List<String> check(String floor, String operations) {
    Contract contract = Contract.of(Catalogue.MODEL_DATE);
    CoverageReport report =
        CoverageReport.of(contract, recorder.seen(), OperationNames.parse(operations, contract));
    return CoverageFloor.parse(floor).check(report).stream().map(Shortfall::toString).toList();
  }

  private void getMembership() {
    recorder.recordRequest("GetMembership", "{\"membershipIdentifier\": \"x\"}");
    recorder.recordError("GetMembership", "ThrottlingException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "operations=StartProtectedQuery+GetProtectedQuery; request.members=80%; variants=100%",
        "errors=2",
        "operations=7",
        "members=12.5%; enum-values=0%; response.variants=3",
        "GetMembership: errors=1; List*: response.members=50%; *: request.enum-values=1"
      })
  void isReadAsItIsWritten(String text) {
    assertThat(CoverageFloor.parse(text)).hasToString(text);
    assertThat(CoverageFloor.parse(" \n" + text.replace("; ", " ;; \n ").replace("=", " = ")))
        .hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "membrs=80% | nothing is measured as \"membrs\"; did you mean members?",
        "request.member=80% | did you mean request.members?",
        "enum=1 | did you mean enum-values?",
        "lines=80% | nothing is measured as \"lines\"; there are operations, members, request.members,",
        "members | \"members\" is not a demand such as members=80%",
        "members=lots | \"lots\" in \"members=lots\" is neither a number nor a percentage such as 80%",
        "members=-1 | \"-1\" in",
        "members=101% | asks for more than 100%",
        "members=1.5 | asks for a fraction",
        "members= | \"\" in \"members=\" is neither",
        "members=1;members=2 | \"members=2\" demands again what was demanded before it",
        "; ; | it demands nothing",
        "operations=StartProtectedQuerry | no operation \"StartProtectedQuerry\"; did you mean StartProtectedQuery?",
        "GetMembershp: errors=1 | there is no operation \"GetMembershp\"; did you mean GetMembership?",
        "Lost*: errors=1 | there is no operation \"Lost*\"",
        ": errors=1 | names no operation before its colon",
        "GetMembership, GetSchema: errors=1 | several names before its colon",
        "List*: operations=GetMembership | neither a number nor a percentage"
      })
  void whatIsNotUnderstoodIsRefusedWithARemedy(String text, String message) {
    assertThatThrownBy(() -> CoverageFloor.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aDemandThatIsMetHasNoShortfall() {
    getMembership();
    assertThat(check("request.members=100%; errors=1")).isEmpty();
    assertThat(check("errors=20%; operations=GetMembership; request.variants=100%")).isEmpty();
  }

  @Test
  void errorsToAddAreNamedWithTheirOperation() {
    getMembership();
    assertThat(check("errors=2"))
        .containsExactly(
            """
            errors=2: 1 of 5
              add a test in which GetMembership answers AccessDeniedException
              add a test in which GetMembership answers InternalServerException
              add a test in which GetMembership answers ResourceNotFoundException
              add a test in which GetMembership answers ValidationException\
            """);
    assertThat(check("errors=20.1%"))
        .singleElement()
        .asString()
        .startsWith("errors=20.1%: 1 of 5 (20.0 %)");
  }

  @Test
  void messagesToAddAreNamedByWhatIsInThem() {
    recorder.recordRequest("UpdateProtectedQuery", "{\"membershipIdentifier\": \"x\"}");
    assertThat(check("request.members=100%"))
        .containsExactly(
            """
            request.members=100%: 1 of 3 (33.3 %)
              add a test in which UpdateProtectedQuery is called with protectedQueryIdentifier
              add a test in which UpdateProtectedQuery is called with targetStatus\
            """);
    assertThat(check("request.enum-values=1"))
        .containsExactly(
            """
            request.enum-values=1: 0 of 1
              add a test in which UpdateProtectedQuery is called with targetStatus CANCELLED\
            """);
    assertThat(check("response.members=1%").get(0))
        .contains("add a test in which UpdateProtectedQuery answers with protectedQuery\n")
        .matches("(?s).*\n  … or [0-9]+ more that coverage.json lists")
        .satisfies(text -> assertThat(text.lines()).hasSize(12));
    assertThat(check("members=100%").get(0))
        .contains("is called with targetStatus", "answers with protectedQuery");
  }

  @Test
  void variantsToAddAreNamed() {
    recorder.recordRequest("StartProtectedQuery", "{}");
    assertThat(check("variants=1").get(0))
        .contains(
            "a test in which StartProtectedQuery is called with"
                + " resultConfiguration.outputConfiguration.distribute");
  }

  @Test
  void operationsToCallAreNamed() {
    getMembership();
    assertThat(check("operations=GetMembership+GetSchema"))
        .containsExactly(
            """
            operations=GetMembership+GetSchema: 1 of 2 called
              add a test that calls GetSchema\
            """);
    assertThat(check("operations=2").get(0))
        .startsWith(
            "operations=2: 1 of 100\n  add a test that calls BatchGetCollaborationAnalysis");
    assertThat(check("operations=100%", "GetMembership, GetSchema").get(0))
        .isEqualTo("operations=100%: 1 of 2 (50.0 %)\n  add a test that calls GetSchema");
    assertThat(check("operations=1%")).isEmpty();
  }

  @Test
  void namedOperationsThatWereNotCalledCountAsMissing() {
    getMembership();
    assertThat(check("request.members=100%")).isEmpty();
    assertThat(check("request.members=100%", "GetMembership, GetSchema").get(0))
        .startsWith("request.members=100%: 1 of 3 (33.3 %)")
        .contains("GetSchema is called with collaborationIdentifier");
  }

  @Test
  void aDemandOfEachOperationNamesThoseThatFallShort() {
    getMembership();
    recorder.recordRequest("ListMemberships", "{}");
    recorder.recordRequest("ListCollaborations", "{\"maxResults\": 5}");
    assertThat(check("GetMembership: errors=1; List*: request.members=1"))
        .singleElement()
        .asString()
        .startsWith("ListMemberships: request.members=1: 0 of 3\n");
    assertThat(check("GetSchema: errors=1").get(0)).startsWith("GetSchema: errors=1: 0 of ");
    assertThat(check("Delete*: errors=1").get(0))
        .isEqualTo(
            "Delete*: errors=1: no such operation was called\n"
                + "  add a test that calls an operation Delete*");
  }

  @Test
  void whereNothingWasCalledNoDemandIsMet() {
    assertThat(check("variants=100%; errors=0").get(0))
        .isEqualTo("variants=100%: no operation was called\n  add a test that calls one");
    assertThat(check("operations=1")).hasSize(1);
  }

  @Test
  void moreThanThereIsCannotBeMet() {
    getMembership();
    assertThat(check("errors=6"))
        .containsExactly("errors=6: 1 of 5, so that there are not so many");
  }

  @Test
  void percentagesAreExact() {
    recorder.recordRequest(
        "UpdateProtectedQuery", "{\"membershipIdentifier\": \"x\", \"targetStatus\": \"x\"}");
    assertThat(check("request.members=66.666%")).isEmpty();
    assertThat(check("request.members=66.667%")).hasSize(1);
  }
}
