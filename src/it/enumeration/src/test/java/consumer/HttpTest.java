package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cleanroomscontract.junit.CleanRoomsContract;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.StubServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A team whose code calls the API over plain HTTP, without an SDK. */
@CleanRoomsContract
class HttpTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  private static int get(StubServer server, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.url().resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  @Test
  void asks(StubServer server, ContractStub stub) throws Exception {
    assertEquals(200, get(server, "/memberships/" + ID));
    assertEquals(1, stub.calls("GetMembership").size());
  }

  @Test
  void asksOutOfTheContractOnPurpose(StubServer server) throws Exception {
    assertEquals(400, get(server, "/memberships?maxResults=1000"));
  }
}
