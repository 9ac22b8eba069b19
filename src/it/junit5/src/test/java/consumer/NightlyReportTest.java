package consumer;

import static io.github.cleanroomscontract.stub.Reply.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cleanroomscontract.junit.CleanRoomsContract;
import io.github.cleanroomscontract.junit.ExpectFinding;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.Reply;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsAsyncClient;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;
import software.amazon.awssdk.services.cleanrooms.model.ThrottlingException;
import software.amazon.awssdk.services.cleanrooms.model.ValidationException;

/** The team's tests, which pass. */
@CleanRoomsContract(callerAccount = "111122223333")
class NightlyReportTest {

  private static final String MEMBERSHIP = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  @Test
  void waitsForTheResult(CleanRoomsClient client, ContractStub stub) throws Exception {
    String location = new NightlyReport(client, MEMBERSHIP).run("results");

    assertTrue(location.contains("results"), location);
    assertEquals(1, stub.calls("StartProtectedQuery").size());
  }

  @Test
  void saysThatTheQueryFailed(CleanRoomsClient client, ContractStub stub) {
    stub.on("GetProtectedQuery").replySequence(status("STARTED"), status("FAILED"));

    assertThrows(
        IllegalStateException.class, () -> new NightlyReport(client, MEMBERSHIP).run("results"));
    assertEquals(2, stub.calls("GetProtectedQuery").size());
  }

  @Test
  void meetsThrottling(CleanRoomsClient client, ContractStub stub) {
    stub.on("StartProtectedQuery").reply(Reply.error("ThrottlingException"));

    assertThrows(
        ThrottlingException.class, () -> new NightlyReport(client, MEMBERSHIP).run("results"));
  }

  @Test
  @ExpectFinding(
      rule = "pattern",
      at = "/resultConfiguration/outputConfiguration/s3/bucket",
      operation = "StartProtectedQuery")
  void isRefusedABucketThatCannotBe(CleanRoomsClient client) {
    assertThrows(
        ValidationException.class, () -> new NightlyReport(client, MEMBERSHIP).run("No_Bucket"));
  }

  @Test
  void asksAsynchronously(CleanRoomsAsyncClient client) {
    assertTrue(new Members(client).isActive(MEMBERSHIP).join());
  }
}
