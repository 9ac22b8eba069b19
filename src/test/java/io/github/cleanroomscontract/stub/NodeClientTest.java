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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * AWS's client for JavaScript takes the stand-in for the service. Skipped where node or the client
 * are not to be had.
 */
class NodeClientTest {

  private static final Path SOURCE = Path.of("src/test/node/client");
  private static final Path FOLDER = Path.of("target", "node-client");

  private static ContractStub stub;
  private static StubServer server;
  private static JsonNode result;

  @BeforeAll
  static void callAll() throws Exception {
    assumeTrue(
        succeeds(
            List.of("node", "-e", "process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)")),
        "node 20 or newer, which the client needs, is not installed");
    Files.createDirectories(FOLDER);
    for (String file : List.of("package.json", "calls.mjs")) {
      Files.writeString(FOLDER.resolve(file), Files.readString(SOURCE.resolve(file)));
    }
    assumeTrue(
        succeeds(
            List.of(
                "npm",
                "install",
                "--silent",
                "--no-audit",
                "--no-fund",
                "--prefer-offline",
                "--prefix",
                FOLDER.toString())),
        "npm cannot install the client");
    stub = ContractStub.create();
    stub.on("ListMemberships").when("/maxResults", 7).reply(Reply.error("ThrottlingException"));
    stub.on("ListMemberships").when("/maxResults", 8).replyOnce(Reply.error("ThrottlingException"));
    server = StubServer.start(stub);
    ForeignClient.Result run =
        ForeignClient.run(
                ForeignClient.environment(server.url()),
                List.of("node", FOLDER.resolve("calls.mjs").toString()))
            .orElseThrow();
    assertThat(run.code()).as(run.err()).isZero();
    result = JsonDocument.parse(run.out()).root().orElseThrow();
  }

  private static boolean succeeds(List<String> command) throws Exception {
    return ForeignClient.run(Map.of(), command).filter(run -> run.code() == 0).isPresent();
  }

  @AfterAll
  static void close() {
    if (server != null) {
      server.close();
    }
  }

  private static List<String> texts(String pointer) {
    List<String> texts = new ArrayList<>();
    result.at(pointer).forEach(each -> texts.add(each.asString()));
    return texts;
  }

  private static String text(String pointer) {
    return result.at(pointer).asString();
  }

  @Test
  void collaborationsAndMembershipsAreCreated() {
    assertThat(text("/collaboration/name")).isEqualTo("Reach");
    assertThat(text("/collaboration/description")).isEqualTo("Measures Reach, é included");
    assertThat(result.at("/createTimeIsDate").asBoolean()).isTrue();
    assertThat(text("/membership/collaborationId")).isEqualTo(text("/collaboration/id"));
    assertThat(text("/membership/status")).isEqualTo("ACTIVE");
  }

  @Test
  void queriesArePolledUntilTheySucceed() {
    assertThat(texts("/statuses")).containsExactly("SUBMITTED", "STARTED", "SUCCESS");
    assertThat(text("/query/sqlParameters/queryString"))
        .isEqualTo("SELECT count(*) FROM campaigns");
    assertThat(text("/query/result/output/s3/location")).contains("results");
  }

  @Test
  void thePaginatorGoesThroughAllPages() {
    assertThat(result.at("/pages")).extracting(JsonNode::size).containsExactly(2, 2, 1);
    List<String> names = new ArrayList<>();
    result.at("/pages").forEach(page -> page.forEach(name -> names.add(name.asString())));
    assertThat(names).containsExactlyInAnyOrder("Reach", "Frequency", "Overlap", "Lift", "Spend");
    assertThat(stub.calls("ListCollaborations")).hasSize(3);
  }

  @Test
  void updatesAndDeletionsAreRemembered() {
    assertThat(text("/updated")).isEqualTo("Reach and more");
    assertThat(text("/reread")).isEqualTo("Reach and more");
    assertThat(result.at("/deleted").asInt()).isEqualTo(204);
  }

  @Test
  void errorsAreExceptionsOfTheClient() {
    assertThat(text("/notFound/type")).isEqualTo("ResourceNotFoundException");
    assertThat(text("/notFound/resourceId")).isEqualTo(text("/membership/id"));
    assertThat(text("/notFound/resourceType")).isEqualTo("MEMBERSHIP");
    assertThat(text("/conflict/type")).isEqualTo("ConflictException");
    assertThat(text("/conflict/reason")).isEqualTo("ALREADY_EXISTS");
    assertThat(text("/throttled/type")).isEqualTo("ThrottlingException");
  }

  @Test
  void brokenRequestsAreValidationExceptionsWithTheirFieldsAndFindings() {
    assertThat(text("/invalid/type")).isEqualTo("ValidationException");
    assertThat(result.at("/invalid/status").asInt()).isEqualTo(400);
    assertThat(text("/invalid/reason")).isEqualTo("FIELD_VALIDATION_FAILED");
    assertThat(result.at("/invalid/fieldList"))
        .singleElement()
        .satisfies(
            field -> {
              assertThat(field.path("name").asString()).isEqualTo("targetStatus");
              assertThat(field.path("message").asString()).contains("CANCELED");
            });
    assertThat(result.at("/twofold/fieldList"))
        .extracting(field -> field.path("name").asString())
        .containsExactlyInAnyOrder("membershipIdentifier", "type");
    assertThat(stub.calls().stream().filter(call -> !call.requestReport().valid()))
        .flatExtracting(NodeClientTest::findings)
        .containsExactlyInAnyOrder(
            "UpdateProtectedQuery enum /targetStatus",
            "StartProtectedQuery pattern /membershipIdentifier",
            "StartProtectedQuery enum /type");
  }

  private static List<String> findings(Call call) {
    return call.requestReport().findings().stream()
        .map(
            finding ->
                String.join(
                    " ",
                    call.operationName().orElseThrow(),
                    finding.rule().id(),
                    finding.pointer()))
        .toList();
  }

  @Test
  void theClientTriesAgainAsItDoesWithTheService() {
    assertThat(result.at("/attempts").asInt()).isEqualTo(2);
  }

  @Test
  void theEndpointCanBeAnOptionToo() {
    assertThat(result.at("/byOption").asInt()).isEqualTo(200);
  }

  @Test
  void nothingThatTheClientSendsOrGetsIsOutOfTheContractButWhatIsBrokenOnPurpose() {
    assertThat(stub.calls()).hasSizeGreaterThan(20);
    assertThat(stub.calls())
        .filteredOn(call -> !call.valid())
        .extracting(Call::toString)
        .containsExactly("UpdateProtectedQuery → 400", "StartProtectedQuery → 400");
    assertThat(server.faults()).isEmpty();
  }
}
