package io.github.cleanroomscontract.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";
  private static final String TABLE =
      "{'name':'t%d','tableReference':{'glue':{'tableName':'t','databaseName':'d'}},"
          + "'allowedColumns':['a'],'analysisMethod':'DIRECT_QUERY'}";

  private final ContractStub stub = ContractStub.create();
  private final Caller caller = new Caller(stub);

  private List<Object> names(String list, String entries, String member, String input) {
    List<Object> names = new ArrayList<>();
    String token = "";
    do {
      Caller.Answered page =
          caller.call(list, input + (token.isEmpty() ? "}" : ",'nextToken':'" + token + "'}"));
      names.addAll(page.each(entries, member));
      token = page.has("nextToken") ? page.text("nextToken") : "";
      assertThat(page.each(entries, member)).hasSizeLessThanOrEqualTo(3);
    } while (!token.isEmpty());
    return names;
  }

  @Test
  void aListComesInPages() {
    for (int i = 0; i < 7; i++) {
      caller.call("CreateConfiguredTable", TABLE, i);
    }

    assertThat(names("ListConfiguredTables", "configuredTableSummaries", "name", "{'maxResults':3"))
        .containsExactly("t0", "t1", "t2", "t3", "t4", "t5", "t6");
    assertThat(stub.calls("ListConfiguredTables")).hasSize(3);
  }

  @Test
  void analysesAreListedLatestFirst() {
    List<Object> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ids.add(
          0,
          caller
              .call(
                  "StartProtectedQuery",
                  "{'membershipIdentifier':'%s','type':'SQL','sqlParameters':{'queryString':'SELECT"
                      + " 1'}}",
                  ID)
              .at("protectedQuery.id"));
    }

    String input = "{'membershipIdentifier':'" + ID + "','maxResults':3";
    assertThat(names("ListProtectedQueries", "protectedQueries", "id", input)).isEqualTo(ids);
  }

  @Test
  void aListGoesOnBehindWhatWasSeenThoughItIsDeleted() {
    List<Object> ids = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ids.add(caller.call("CreateConfiguredTable", TABLE, i).at("configuredTable.id"));
    }
    Caller.Answered first = caller.call("ListConfiguredTables", "{'maxResults':2}");
    caller.call("DeleteConfiguredTable", "{'configuredTableIdentifier':'%s'}", ids.get(1));

    Caller.Answered second =
        caller.call("ListConfiguredTables", "{'nextToken':'%s'}", first.at("nextToken"));

    assertThat(second.each("configuredTableSummaries", "name")).containsExactly("t2", "t3");
    assertThat(second.has("nextToken")).isFalse();
  }

  @Test
  void aTokenOfAnotherListIsInvalid() {
    for (int i = 0; i < 3; i++) {
      caller.call("CreateConfiguredTable", TABLE, i);
    }
    Object token = caller.call("ListConfiguredTables", "{'maxResults':1}").at("nextToken");

    for (Object wrong : List.of("x", "===", token)) {
      Caller.Answered refused =
          caller.fail("ListMemberships", Trees.json(java.util.Map.of("nextToken", wrong)));
      assertThat(refused.at("error")).isEqualTo("ValidationException");
      assertThat(refused.each("fieldList", "name")).containsExactly("nextToken");
    }
  }

  @Test
  void aFilterNarrowsAListAndBelongsToItsToken() {
    for (int i = 0; i < 3; i++) {
      caller.call(
          "StartProtectedQuery",
          "{'membershipIdentifier':'%s','type':'SQL','sqlParameters':{'queryString':'SELECT 1'}}",
          ID);
    }
    String list = "{'membershipIdentifier':'" + ID + "','status':'%s','maxResults':1%s}";

    assertThat(
            caller.call("ListProtectedQueries", list, "SUCCESS", "").each("protectedQueries", "id"))
        .isEmpty();
    Object token = caller.call("ListProtectedQueries", list, "SUBMITTED", "").at("nextToken");
    String with = ",'nextToken':'" + token + "'";
    caller.call("ListProtectedQueries", list, "SUBMITTED", with);
    caller.fail("ListProtectedQueries", list, "STARTED", with);
  }
}
