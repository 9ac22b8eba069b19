package io.github.cleanroomscontract.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntermediateTablesTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  private final ContractStub stub =
      ContractStub.builder()
          .clock(Clock.fixed(Instant.parse("2026-08-01T00:00:00Z"), ZoneOffset.UTC))
          .build();
  private final Caller caller = new Caller(stub);
  private String table;

  @BeforeEach
  void createsATable() {
    Caller.Answered created =
        caller.call(
            "CreateIntermediateTable",
            "{'membershipIdentifier':'%s','name':'overlap','retentionInDays':10,"
                + "'populationAnalysisConfiguration':{'sqlParameters':{'queryString':'SELECT 1'}}}",
            ID);
    assertThat(created.at("intermediateTable.status")).isEqualTo("CREATED");
    assertThat(created.has("intermediateTable.schema")).isFalse();
    table =
        "{'membershipIdentifier':'"
            + ID
            + "','intermediateTableIdentifier':'"
            + created.at("intermediateTable.id")
            + "'%s}";
  }

  private Caller.Answered read() {
    return caller.call("GetIntermediateTable", table.formatted(""));
  }

  @Test
  void aTableIsPopulatedByAQuery() {
    Caller.Answered populated = caller.call("PopulateIntermediateTable", table.formatted(""));
    String query =
        "{'membershipIdentifier':'"
            + ID
            + "','protectedQueryIdentifier':'"
            + populated.at("analysisId")
            + "'}";

    assertThat(caller.fail("PopulateIntermediateTable", table.formatted("")).at("reason"))
        .isEqualTo("INVALID_STATE");
    assertThat(
            caller
                .call("ListIntermediateTableVersions", table.formatted(""))
                .each("intermediateTableVersionSummaries", "status"))
        .containsExactly("POPULATE_STARTED");
    assertThat(caller.call("GetProtectedQuery", query).at("protectedQuery.status"))
        .isEqualTo("STARTED");
    Caller.Answered ended = caller.call("GetProtectedQuery", query);
    assertThat(ended.at("protectedQuery.status")).isEqualTo("SUCCESS");
    assertThat(
            ended.at(
                "protectedQuery.resultConfiguration.outputConfiguration.intermediateTable.name"))
        .isEqualTo("overlap");
    Caller.Answered table = read();
    assertThat(table.at("intermediateTable.status")).isEqualTo("POPULATE_SUCCESS");
    assertThat(table.at("intermediateTable.intermediateTableVersion.versionId"))
        .isEqualTo(populated.at("versionId"));
    assertThat(
            new BigDecimal(
                table.at("intermediateTable.intermediateTableVersion.expirationTime").toString()))
        .isEqualByComparingTo(
            BigDecimal.valueOf(Instant.parse("2026-08-11T00:00:00Z").getEpochSecond()));
    assertThat(table.has("intermediateTable.schema")).isTrue();
  }

  @Test
  void toReadTheTableEndsItsQueryToo() {
    Object query = caller.call("PopulateIntermediateTable", table.formatted("")).at("analysisId");

    assertThat(read().at("intermediateTable.status")).isEqualTo("POPULATE_SUCCESS");
    assertThat(
            caller
                .call(
                    "GetProtectedQuery",
                    "{'membershipIdentifier':'%s','protectedQueryIdentifier':'%s'}",
                    ID,
                    query)
                .at("protectedQuery.status"))
        .isEqualTo("SUCCESS");
    assertThat(
            caller
                .call("ListIntermediateTableVersions", table.formatted(""))
                .each("intermediateTableVersionSummaries", "status"))
        .containsExactly("POPULATE_SUCCESS");
  }

  @Test
  void whatIsDisallowedIsNotPopulated() {
    String disallow = "{'membershipIdentifier':'" + ID + "','intermediateTableName':'overlap'}";
    caller.call("PopulateIntermediateTable", table.formatted(""));
    read();
    caller.call("DisallowIntermediateTable", disallow);

    Caller.Answered table = read();
    assertThat(table.at("intermediateTable.status")).isEqualTo("DISALLOWED_BY_DATA_PROVIDER");
    assertThat(table.has("intermediateTable.schema")).isFalse();
    assertThat(caller.fail("PopulateIntermediateTable", this.table.formatted("")).at("reason"))
        .isEqualTo("INVALID_STATE");
    caller.call("DeleteIntermediateTable", this.table.formatted(""));
    caller.fail("DisallowIntermediateTable", disallow);
  }

  @Test
  void columnsOfAPopulatedTableChangeTheirTypes() {
    caller.call("PopulateIntermediateTable", table.formatted(""));
    read();

    Caller.Answered updated =
        caller.call(
            "UpdateIntermediateTable",
            table.formatted(",'columns':[{'name':'a','type':'bigint'}]"));

    assertThat(updated.at("intermediateTable.schema.columns").toString())
        .contains("{name=a, type=bigint}");
  }
}
