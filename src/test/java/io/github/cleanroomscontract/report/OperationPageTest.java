package io.github.cleanroomscontract.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationPageTest {

  @Test
  void beginsWithTheOperation() {
    assertThat(page("StartProtectedQuery"))
        .startsWith(
            "StartProtectedQuery · protected-query · since 2023-01-12",
            "POST /memberships/{membershipIdentifier}/protectedQueries → 200",
            "Runs a SQL query against the tables of a collaboration, on behalf of one of its"
                + " memberships.",
            "",
            "request",
            "  rules query.result-config-default°, compute-configuration.spark-only°,"
                + " query-payer.is-candidate°,",
            "    receivers.allowed-by-every-table°",
            "  type *                                  SQL",
            "  membershipIdentifier *                  MembershipIdentifier (36 characters), in"
                + " the path");
  }

  @Test
  void tellsWhatTravelsInTheQuery() {
    assertThat(page("ListCollaborations"))
        .filteredOn(line -> line.contains("in the query"))
        .hasSize(3)
        .contains("  maxResults                              integer 1–100, in the query");
  }

  @Test
  void tellsTypesBoundsAndDates() {
    assertThat(page("StartProtectedQuery"))
        .contains(
            "    outputConfiguration *                 exactly one of",
            "      member                              object, since 2024-07-24",
            "        accountId *                       AccountId (12 characters)",
            "        keyPrefix                         KeyPrefix (≤ 512 characters)",
            "        singleFileOutput                  boolean, since 2024-10-29",
            "      type                                CR.1X | CR.4X; since 2026-07-27: CR.8X",
            "      number                              integer 2–1,024",
            "    createTime *                          timestamp, seconds since 1970");
  }

  @Test
  void tellsWhatIsSensitive() {
    assertThat(page("StartProtectedQuery"))
        .contains("  sqlParameters *                         object, sensitive");
  }

  @Test
  void tellsRules() {
    assertThat(page("StartProtectedQuery"))
        .anyMatch(line -> line.startsWith("          rules distribute.single-s3-location, "))
        .anyMatch(line -> line.contains("compute-configuration.spark-only°"))
        .filteredOn(line -> line.strip().startsWith("rule"))
        .allMatch(line -> line.length() <= 120);
  }

  @Test
  void tellsErrorsWithTheirStatus() {
    assertThat(page("StartProtectedQuery"))
        .contains(
            "errors  AccessDenied 403 · InternalServer 500 · ResourceNotFound 404 ·"
                + " ServiceQuotaExceeded 402 · Throttling 429 · Validation 400");
  }

  @Test
  void tellsEachPatternOnce() {
    assertThat(page("StartProtectedQuery"))
        .containsOnlyOnce("  AccountId                               ^[0-9]+$");
  }

  @Test
  void isTheSameWhenAskedAgain() {
    OperationPage page =
        new OperationPage(operation("GetMembership"), Catalogue.MODEL_DATE, new Paint(false));

    List<String> first = page.lines();

    assertThat(page.lines()).isEqualTo(first);
  }

  @Test
  void isColouredOnATerminal() {
    assertThat(
            new OperationPage(operation("GetMembership"), Catalogue.MODEL_DATE, new Paint(true))
                .lines()
                .get(0))
        .startsWith("\u001B[1mGetMembership\u001B[0m");
  }

  private static List<String> page(String name) {
    return new OperationPage(operation(name), Catalogue.MODEL_DATE, new Paint(false)).lines();
  }

  private static Operation operation(String name) {
    return Catalogue.current().operation(name).orElseThrow();
  }
}
