package consumer;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsAsyncClient;
import software.amazon.awssdk.services.cleanrooms.model.MembershipStatus;

/** What the team's application asks asynchronously. */
public final class Members {

  private final CleanRoomsAsyncClient client;

  /** Creates questions to a client. */
  public Members(CleanRoomsAsyncClient client) {
    this.client = client;
  }

  /** Returns whether a membership is active. */
  public CompletableFuture<Boolean> isActive(String membership) {
    return client
        .getMembership(get -> get.membershipIdentifier(membership))
        .thenApply(answer -> answer.membership().status() == MembershipStatus.ACTIVE);
  }
}
