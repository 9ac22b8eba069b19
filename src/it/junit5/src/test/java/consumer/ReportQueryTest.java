package consumer;

import static io.github.cleanroomscontract.stub.Reply.status;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cleanroomscontract.junit.CleanRoomsContract;
import io.github.cleanroomscontract.stub.ContractStub;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;

@CleanRoomsContract(callerAccount = "111122223333")
class ReportQueryTest {

  private static final String MEMBERSHIP = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  @Test
  void waitsForTheResult(CleanRoomsClient client, ContractStub stub) throws Exception {
    stub.on("GetProtectedQuery").replySequence(status("STARTED"), status("SUCCESS"));

    new NightlyReport(client, MEMBERSHIP).run("results");

    assertEquals(1, stub.calls("StartProtectedQuery").size());
  }
}
