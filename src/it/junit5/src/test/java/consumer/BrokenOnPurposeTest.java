package consumer;

import io.github.cleanroomscontract.junit.CleanRoomsContract;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsAsyncClient;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;
import software.amazon.awssdk.services.cleanrooms.model.ValidationException;

/** Tests that must fail; the build looks at what their failures say. */
@CleanRoomsContract
class BrokenOnPurposeTest {

  private static final String MEMBERSHIP = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  @Test
  void sendsWhatTheServiceRefuses(CleanRoomsClient client) throws Exception {
    try {
      new NightlyReport(client, MEMBERSHIP).run("No_Bucket");
    } catch (ValidationException e) {
      // As code does that swallows what it does not expect.
    }
  }

  @Test
  void isAnsweredOutOfTheContract(CleanRoomsAsyncClient client, ContractStub stub) {
    stub.on("GetMembership")
        .reply(Reply.generated().with("/membership/status", "ACTIV").evenIfBroken());

    new Members(client).isActive(MEMBERSHIP).join();
  }

  @Test
  void scriptsAnAnswerThatBreaksTheContract(ContractStub stub) {
    stub.on("GetMembership").reply(Reply.json("{\"membership\":{}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {MEMBERSHIP, "MEMBERSHIP"})
  void asksForIds(String membership, CleanRoomsAsyncClient client) {
    new Members(client).isActive(membership).exceptionally(thrown -> false).join();
  }
}
