package io.github.cleanroomscontract.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An SDK that has just what the contract had on a day has no drift, however old it is. */
class EarlierSdkTest {

  @ParameterizedTest
  @CsvSource({
    "2023-01-12, 2023-01-12",
    "2023-03-20, 2023-01-12",
    "2024-07-22, 2024-04-10",
    "2024-07-23, 2024-07-23",
    "2024-07-24, 2024-07-24",
    "2025-09-22, 2025-09-04",
    "2025-12-01, 2025-12-01",
    "2026-07-26, 2026-06-30",
    "2026-07-27, 2026-07-27",
  })
  void hasNoDrift(LocalDate day, LocalDate model) {
    SdkDrift drift = EarlierSdk.of(day);
    assertThat(drift.drift()).isEmpty();
    assertThat(drift.modelDate()).isEqualTo(model);
    assertThat(drift.explained())
        .allMatch(difference -> difference.since().orElseThrow().isAfter(day));
  }

  @Test
  void whatHasNoDateOfItsOwnIsExplainedByTheReleaseThatChangedIt() {
    List<String> differences =
        EarlierSdk.of(LocalDate.of(2024, 7, 23)).explained().stream()
            .map(Difference::toString)
            .toList();
    assertThat(differences)
        .contains(
            "error PopulateIdMappingTable ServiceQuotaExceededException: schemas declared,"
                + " SDK nothing (since 2024-10-29)",
            "enum-value SchemaConfiguration CUSTOM_ANALYSIS_NOT_ALLOWED: schemas nothing,"
                + " SDK CUSTOM_ANALYSIS_NOT_ALLOWED (since 2024-07-24)");
  }

  @Test
  void theNewestHasNoDifference() {
    assertThat(EarlierSdk.of(Catalogue.MODEL_DATE).differences()).isEmpty();
  }
}
