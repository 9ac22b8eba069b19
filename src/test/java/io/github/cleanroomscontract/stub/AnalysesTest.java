package io.github.cleanroomscontract.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysesTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";
  private static final String QUERY =
      "{'membershipIdentifier':'"
          + ID
          + "','type':'SQL','sqlParameters':{'queryString':'SELECT 1'},"
          + "'resultConfiguration':{'outputConfiguration':%s}}";

  private final ContractStub stub = ContractStub.create();
  private final Caller caller = new Caller(stub);

  private String start(String output) {
    Caller.Answered started = caller.call("StartProtectedQuery", QUERY, output);
    assertThat(started.at("protectedQuery.status")).isEqualTo("SUBMITTED");
    assertThat(started.has("protectedQuery.result")).isFalse();
    return "{'membershipIdentifier':'"
        + ID
        + "','protectedQueryIdentifier':'"
        + started.at("protectedQuery.id")
        + "'%s}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'s3':{'resultFormat':'CSV','bucket':'results','keyPrefix':'a/b'}} | s3 | s3://results/a/b/",
        "{'member':{'accountId':'444455556666'}} | memberList | 444455556666",
        "{'distribute':{'locations':[{'s3':{'resultFormat':'CSV','bucket':'results'}},"
            + "{'member':{'accountId':'444455556666'}}]}} | distribute | 444455556666"
      })
  void aQueryGoesOnByAStepEachTimeItIsRead(String output, String kind, String content) {
    String query = start(output).formatted("");

    assertThat(caller.call("GetProtectedQuery", query).at("protectedQuery.status"))
        .isEqualTo("STARTED");
    Caller.Answered ended = caller.call("GetProtectedQuery", query);
    assertThat(ended.at("protectedQuery.status")).isEqualTo("SUCCESS");
    assertThat(ended.has("protectedQuery.result.output." + kind)).isTrue();
    assertThat(ended.at("protectedQuery.result.output." + kind).toString()).contains(content);
    assertThat(ended.has("protectedQuery.statistics.totalDurationInMillis")).isTrue();
    assertThat(caller.call("GetProtectedQuery", query)).isEqualTo(ended);
  }

  @Test
  void aListShowsTheSameStatesAndDoesNotChangeThem() {
    String query = start("{'member':{'accountId':'444455556666'}}").formatted("");
    String list = "{'membershipIdentifier':'" + ID + "'}";
    caller.call("GetProtectedQuery", query);

    caller.call("ListProtectedQueries", list);
    Caller.Answered listed = caller.call("ListProtectedQueries", list);

    assertThat(listed.each("protectedQueries", "status")).containsExactly("STARTED");
    assertThat(
            listed.at(
                "protectedQueries.0.receiverConfigurations.0.configurationDetails"
                    + ".directAnalysisConfigurationDetails.receiverAccountIds"))
        .isEqualTo(List.of("444455556666"));
  }

  @Test
  void aCancelledQueryIsCancelledByAndBy() {
    String query = start("{'member':{'accountId':'444455556666'}}");
    String cancel = query.formatted(",'targetStatus':'CANCELLED'");

    assertThat(caller.call("UpdateProtectedQuery", cancel).at("protectedQuery.status"))
        .isEqualTo("CANCELLING");
    assertThat(caller.call("GetProtectedQuery", query.formatted("")).at("protectedQuery.status"))
        .isEqualTo("CANCELLED");
    Caller.Answered refused = caller.fail("UpdateProtectedQuery", cancel);
    assertThat(refused.at("error")).isEqualTo("ConflictException");
    assertThat(refused.at("reason")).isEqualTo("INVALID_STATE");
  }

  @Test
  void aQueryThatEndedIsNotCancelled() {
    String query = start("{'member':{'accountId':'444455556666'}}");
    caller.call("GetProtectedQuery", query.formatted(""));
    caller.call("GetProtectedQuery", query.formatted(""));

    assertThat(
            caller
                .fail("UpdateProtectedQuery", query.formatted(",'targetStatus':'CANCELLED'"))
                .at("reason"))
        .isEqualTo("INVALID_STATE");
  }

  @Test
  void aJobGoesOnLikeAQuery() {
    Caller.Answered started =
        caller.call(
            "StartProtectedJob",
            "{'membershipIdentifier':'%1$s','type':'PYSPARK','jobParameters':{'analysisTemplateArn':"
                + "'arn:aws:cleanrooms:us-east-1:111122223333:membership/%1$s/analysistemplate/%1$s'},"
                + "'resultConfiguration':{'outputConfiguration':{'member':{'accountId':'444455556666'}}}}",
            ID);
    assertThat(started.at("protectedJob.status")).isEqualTo("SUBMITTED");
    String job =
        "{'membershipIdentifier':'"
            + ID
            + "','protectedJobIdentifier':'"
            + started.at("protectedJob.id")
            + "'}";

    assertThat(caller.call("GetProtectedJob", job).at("protectedJob.status")).isEqualTo("STARTED");
    Caller.Answered ended = caller.call("GetProtectedJob", job);
    assertThat(ended.at("protectedJob.status")).isEqualTo("SUCCESS");
    assertThat(ended.at("protectedJob.result.output.memberList.0.accountId"))
        .isEqualTo("444455556666");
    assertThat(
            caller
                .call("ListProtectedJobs", "{'membershipIdentifier':'" + ID + "'}")
                .each("protectedJobs", "status"))
        .containsExactly("SUCCESS");
  }
}
