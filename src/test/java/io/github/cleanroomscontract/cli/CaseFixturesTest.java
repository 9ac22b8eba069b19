package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.fixture.FixtureCheck;
import io.github.cleanroomscontract.fixture.FixtureResult;
import io.github.cleanroomscontract.fixture.FixtureWriter;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated cases that are written as fixtures are what they say. */
class CaseFixturesTest {

  @TempDir Path folder;

  /** Some of which much has to be known, some where warnings stand beside. */
  @ParameterizedTest
  @CsvSource({
    "BatchGetCollaborationAnalysisTemplate, RESPONSE, 2026-07-27",
    "CreateCollaboration, REQUEST, 2026-07-27",
    "CreateIntermediateTableAnalysisRule, REQUEST, 2026-07-27",
    "CreateMembership, REQUEST, 2024-07-24",
    "CreateMembership, ERROR, 2023-01-12",
    "StartProtectedQuery, ERROR, 2026-07-27",
    "CreateIntermediateTable, REQUEST, 2026-06-29",
    "CreatePrivacyBudgetTemplate, RESPONSE, 2026-07-27",
    "ListMembers, RESPONSE, 2023-01-12",
    "StartProtectedQuery, REQUEST, 2023-01-12",
    "StartProtectedQuery, REQUEST, 2026-07-27",
  })
  void areAsExpected(String operation, Direction direction, LocalDate day) throws IOException {
    FixtureWriter writer = new FixtureWriter(folder);
    PayloadCases cases = PayloadCases.of(operation, direction).asOf(day);
    for (GeneratedCase each : cases.all().toList()) {
      writer.write(CaseFixtures.of(each, day));
    }
    List<FixtureResult> results =
        FixtureCheck.find(folder).stream().map(FixtureCheck::check).toList();

    assertThat(results).hasSameSizeAs(cases.all().toList());
    assertThat(results).filteredOn(each -> !each.met()).isEmpty();
  }
}
