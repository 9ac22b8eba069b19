package io.github.cleanroomscontract.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.StubServer;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsAsyncClient;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;
import software.amazon.awssdk.services.cleanrooms.model.CollaborationQueryLogStatus;
import software.amazon.awssdk.services.cleanrooms.model.CollaborationSummary;
import software.amazon.awssdk.services.cleanrooms.model.MemberAbility;
import software.amazon.awssdk.services.cleanrooms.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cleanrooms.model.ValidationException;

/**
 * Clients of the SDK as it makes them, with its own HTTP clients, call a stand-in that is served.
 */
class ServedClientsTest {

  private final ContractStub stub = ContractStub.create();
  private StubServer server;

  @BeforeEach
  void serve() throws Exception {
    server = StubServer.start(stub);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(server.url())
        .region(Region.US_EAST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .build();
  }

  @Test
  void syncClientsCreateListAndGetTheirOwnExceptions() {
    try (CleanRoomsClient client = client(CleanRoomsClient.builder())) {
      for (String name : List.of("Reach", "Lift", "Spend")) {
        client.createCollaboration(
            request ->
                request
                    .name(name)
                    .description("Measures " + name)
                    .creatorDisplayName("Retail")
                    .creatorMemberAbilities(MemberAbility.CAN_QUERY)
                    .queryLogStatus(CollaborationQueryLogStatus.ENABLED)
                    .members(List.of()));
      }
      assertThat(client.listCollaborationsPaginator(request -> request.maxResults(2)))
          .flatExtracting(page -> page.collaborationList())
          .extracting(CollaborationSummary::name)
          .containsExactlyInAnyOrder("Reach", "Lift", "Spend");
      assertThat(stub.calls("ListCollaborations")).hasSize(2);
      assertThatThrownBy(() -> client.getMembership(request -> request.membershipIdentifier("me")))
          .isInstanceOfSatisfying(
              ValidationException.class,
              e ->
                  assertThat(e.fieldList())
                      .singleElement()
                      .satisfies(
                          field -> assertThat(field.name()).isEqualTo("membershipIdentifier")));
    }
  }

  @Test
  void asyncClientsDeleteAndGetTheirOwnExceptions() {
    String id = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";
    try (CleanRoomsAsyncClient client = client(CleanRoomsAsyncClient.builder())) {
      int status =
          client
              .deleteMembership(request -> request.membershipIdentifier(id))
              .join()
              .sdkHttpResponse()
              .statusCode();
      assertThat(status).isEqualTo(204);
      assertThatThrownBy(
              () -> client.getMembership(request -> request.membershipIdentifier(id)).join())
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(ResourceNotFoundException.class);
    }
  }
}
