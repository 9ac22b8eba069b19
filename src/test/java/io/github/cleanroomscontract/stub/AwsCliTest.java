package io.github.cleanroomscontract.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The AWS CLI takes the stand-in for the service. Skipped where it is not installed, or is too old
 * to know the API.
 */
class AwsCliTest {

  /** Debian's. Others of the name may be in the path. */
  private static final Path DEBIAN = Path.of("/usr/bin/aws");

  private static final String AWS = Files.isExecutable(DEBIAN) ? DEBIAN.toString() : "aws";
  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";
  private static final String QUERY = "f3b0c9de-1d5a-4d0e-8f0c-5a8b7c6d5e4f";

  private final ContractStub stub = ContractStub.create();
  private StubServer server;

  @BeforeAll
  static void isThere() throws Exception {
    Optional<ForeignClient.Result> skeleton =
        ForeignClient.run(
            Map.of(),
            List.of(AWS, "cleanrooms", "list-memberships", "--generate-cli-skeleton", "input"));
    assumeTrue(skeleton.isPresent(), "the AWS CLI is not installed");
    assumeTrue(skeleton.get().code() == 0, "this AWS CLI does not know Clean Rooms");
  }

  @BeforeEach
  void serve() throws Exception {
    server = StubServer.start(stub);
  }

  @AfterEach
  void close() {
    server.close();
    assertThat(server.faults()).isEmpty();
  }

  private ForeignClient.Result run(String operation, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of(AWS, "cleanrooms", operation));
    command.addAll(List.of("--endpoint-url", server.url().toString(), "--output", "json"));
    command.addAll(List.of(options));
    return ForeignClient.run(ForeignClient.environment(server.url()), command).orElseThrow();
  }

  private JsonNode output(String operation, String... options) throws Exception {
    ForeignClient.Result run = run(operation, options);
    assertThat(run.code()).as(run.err()).isZero();
    return JsonDocument.parse(run.out()).root().orElseThrow();
  }

  private JsonNode createCollaboration(String name) throws Exception {
    return output(
            "create-collaboration",
            "--name",
            name,
            "--description",
            "Measures " + name + ", é included",
            "--creator-display-name",
            "Retail",
            "--creator-member-abilities",
            "CAN_QUERY",
            "CAN_RECEIVE_RESULTS",
            "--query-log-status",
            "ENABLED",
            "--members",
            "[]")
        .path("collaboration");
  }

  private String createMembership(String collaboration) throws Exception {
    return output(
            "create-membership",
            "--collaboration-identifier",
            collaboration,
            "--query-log-status",
            "ENABLED")
        .at("/membership/id")
        .asString();
  }

  private static List<String> texts(JsonNode array, String member) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.path(member).asString()));
    return texts;
  }

  @Test
  void aQueryIsPolledUntilItSucceeds() throws Exception {
    JsonNode collaboration = createCollaboration("Reach");
    assertThat(collaboration.path("description").asString())
        .isEqualTo("Measures Reach, é included");
    String membership = createMembership(collaboration.path("id").asString());
    JsonNode query =
        output(
                "start-protected-query",
                "--type",
                "SQL",
                "--membership-identifier",
                membership,
                "--sql-parameters",
                "{\"queryString\": \"SELECT count(*) FROM campaigns\"}",
                "--result-configuration",
                "{\"outputConfiguration\": {\"s3\": {\"resultFormat\": \"CSV\","
                    + " \"bucket\": \"results\"}}}")
            .path("protectedQuery");
    List<String> statuses = new ArrayList<>(List.of(query.path("status").asString()));
    while (!statuses.contains("SUCCESS") && statuses.size() < 10) {
      statuses.add(
          output(
                  "get-protected-query",
                  "--membership-identifier",
                  membership,
                  "--protected-query-identifier",
                  query.path("id").asString())
              .at("/protectedQuery/status")
              .asString());
    }
    assertThat(statuses).containsExactly("SUBMITTED", "STARTED", "SUCCESS");
    assertThat(stub.calls()).hasSize(5).allMatch(Call::valid);
  }

  @Test
  void itsPaginatorGoesThroughAllPages() throws Exception {
    List<String> names = List.of("Reach", "Frequency", "Overlap", "Lift", "Spend");
    for (String name : names) {
      stub.handle(
          Requests.of(
              "CreateCollaboration",
              "{'name': '%s', 'description': 'x', 'creatorDisplayName': 'Retail', 'members': [],"
                      .formatted(name)
                  + " 'creatorMemberAbilities': [], 'queryLogStatus': 'ENABLED'}"));
    }
    JsonNode all = output("list-collaborations", "--page-size", "2");
    assertThat(texts(all.path("collaborationList"), "name"))
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(stub.calls("ListCollaborations")).hasSize(3);

    JsonNode some = output("list-collaborations", "--page-size", "2", "--max-items", "3");
    List<String> listed = texts(some.path("collaborationList"), "name");
    assertThat(listed).hasSize(3);
    JsonNode rest =
        output("list-collaborations", "--starting-token", some.path("NextToken").asString());
    listed.addAll(texts(rest.path("collaborationList"), "name"));
    assertThat(listed).containsExactlyInAnyOrderElementsOf(names);
    assertThat(stub.calls()).allMatch(Call::valid);
  }

  @Test
  void updatesAndDeletionsAreRemembered() throws Exception {
    String collaboration = createCollaboration("Reach").path("id").asString();
    output("update-collaboration", "--collaboration-identifier", collaboration, "--name", "Lift");
    assertThat(
            output("get-collaboration", "--collaboration-identifier", collaboration)
                .at("/collaboration/name")
                .asString())
        .isEqualTo("Lift");
    String membership = createMembership(collaboration);
    ForeignClient.Result deleted = run("delete-membership", "--membership-identifier", membership);
    assertThat(deleted.code()).as(deleted.err()).isZero();
    assertThat(deleted.out()).isEmpty();
    assertThat(stub.calls("DeleteMembership"))
        .extracting(Call::toString)
        .containsExactly("DeleteMembership → 204");

    assertError(
        run("get-membership", "--membership-identifier", membership),
        "An error occurred (ResourceNotFoundException) when calling the GetMembership operation: ");
    assertThat(stub.calls()).allMatch(Call::valid);
  }

  private static void assertError(ForeignClient.Result run, String text) {
    assertThat(run.err()).contains(text);
    assertThat(run.code()).isIn(254, 255);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void brokenRequestsAreErrorsWithFindings() throws Exception {
    // Of what the CLI checks itself nothing is sent; it knows of no enum values and patterns.
    assertError(
        run(
            "update-protected-query",
            "--membership-identifier",
            ID,
            "--protected-query-identifier",
            QUERY,
            "--target-status",
            "CANCELED"),
        "An error occurred (ValidationException) when calling the UpdateProtectedQuery operation: "
            + "1 validation error detected");
    assertError(
        run("get-membership", "--membership-identifier", ID.replace('6', 'X')),
        "An error occurred (ValidationException) when calling the GetMembership operation: ");
    assertError(
        run("list-memberships", "--status", "GONE", "--max-results", "1000"),
        "An error occurred (ValidationException) when calling the ListMemberships operation: "
            + "2 validation errors detected");
    assertThat(stub.calls())
        .flatExtracting(call -> call.requestReport().findings())
        .extracting(finding -> finding.rule().id() + " " + finding.pointer())
        .containsExactlyInAnyOrder(
            "enum /targetStatus",
            "pattern /membershipIdentifier",
            "enum /status",
            "range /maxResults");
  }

  @Test
  void itTriesAgainAsItDoesWithTheService() throws Exception {
    stub.on("ListMemberships")
        .replySequence(
            Reply.error("ThrottlingException"), Reply.droppedConnection(), Reply.generated());
    assertThat(output("list-memberships").path("membershipSummaries")).isEmpty();
    assertThat(stub.calls()).hasSize(3);
  }
}
