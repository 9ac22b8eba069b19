package consumer;

import io.github.cleanroomscontract.awssdk.LiveService;
import io.github.cleanroomscontract.discovery.Discovery;
import io.github.cleanroomscontract.junit.ConformanceTests;
import io.github.cleanroomscontract.replay.Replay;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.StubServer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;

/** What the team's nightly build asks the service, here asked of a stand-in for it. */
class KeptContractTest {

  @BeforeAll
  static void signIn() {
    System.setProperty("aws.accessKeyId", "of-nobody");
    System.setProperty("aws.secretAccessKey", "of-nobody");
  }

  @TestFactory
  Stream<DynamicNode> theServiceKeepsItsContract() throws IOException {
    try (StubServer server = StubServer.start(ContractStub.create());
        LiveService service =
            LiveService.builder()
                .region("eu-west-1")
                .endpoint(server.url())
                .callsPerSecond(1000)
                .build()) {
      collaborate(server);
      return ConformanceTests.of(Replay.of(service).itinerary(Discovery.create()).build());
    }
  }

  /** Something that there is to ask about. */
  private static void collaborate(StubServer server) {
    try (CleanRoomsClient client =
        CleanRoomsClient.builder()
            .region(Region.EU_WEST_1)
            .endpointOverride(server.url())
            .build()) {
      String id =
          client
              .createCollaboration(
                  create ->
                      create
                          .name("sales")
                          .description("who buys what")
                          .members(List.of())
                          .creatorMemberAbilitiesWithStrings("CAN_QUERY", "CAN_RECEIVE_RESULTS")
                          .creatorDisplayName("the shop")
                          .queryLogStatus("DISABLED"))
              .collaboration()
              .id();
      client.createMembership(
          create -> create.collaborationIdentifier(id).queryLogStatus("DISABLED"));
    }
  }
}
