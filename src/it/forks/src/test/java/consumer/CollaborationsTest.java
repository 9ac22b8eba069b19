package consumer;

import io.github.cleanroomscontract.junit.CleanRoomsContract;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;

/** The other one. */
@CleanRoomsContract
class CollaborationsTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  @Test
  void asks(CleanRoomsClient client) {
    client.getCollaboration(get -> get.collaborationIdentifier(ID));
  }
}
