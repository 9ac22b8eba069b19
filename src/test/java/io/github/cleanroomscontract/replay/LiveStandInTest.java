package io.github.cleanroomscontract.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.replay.LiveStandIn.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;
import software.amazon.awssdk.services.cleanrooms.model.InternalServerException;
import software.amazon.awssdk.services.cleanrooms.model.ThrottlingException;
import software.amazon.awssdk.services.cleanrooms.model.ValidationException;

/** The SDK's own client gets what the service would give it. */
class LiveStandInTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  private final LiveStandIn service = LiveStandIn.start();

  @AfterEach
  void close() {
    service.close();
  }

  private static AwsCredentialsProvider key(String key, String secret) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
  }

  private static AwsCredentialsProvider right() {
    return key(LiveStandIn.ACCESS_KEY, LiveStandIn.SECRET_KEY);
  }

  private void with(
      AwsCredentialsProvider credentials, String region, Consumer<CleanRoomsClient> calls) {
    try (CleanRoomsClient client =
        CleanRoomsClient.builder()
            .endpointOverride(service.url())
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .overrideConfiguration(
                settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build()) {
      calls.accept(client);
    }
  }

  private void call(Consumer<CleanRoomsClient> calls) {
    with(right(), LiveStandIn.REGION, calls);
  }

  private static void get(CleanRoomsClient client) {
    client.getMembership(request -> request.membershipIdentifier(ID));
  }

  private void isRefused(AwsCredentialsProvider credentials, String region, String error) {
    assertThatThrownBy(() -> with(credentials, region, LiveStandInTest::get))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(error);
              assertThat(e.statusCode()).isEqualTo(403);
            });
    assertThat(service.received().get(0).refusal()).contains(error);
    assertThat(service.stub().calls()).isEmpty();
  }

  @Test
  void signedRequestsAreAnsweredAndCounted() {
    call(
        client -> {
          get(client);
          client.listTagsForResource(
              request ->
                  request.resourceArn(
                      "arn:aws:cleanrooms:us-east-1:111122223333:membership/" + ID));
          client.startProtectedQuery(
              request ->
                  request
                      .membershipIdentifier(ID)
                      .type("SQL")
                      .sqlParameters(sql -> sql.queryString("SELECT 'ü+%/' FROM \"a b\"")));
          client.listSchemas(
              request -> request.collaborationIdentifier(ID).schemaType("TABLE").maxResults(5));
        });

    assertThat(service.counts())
        .containsOnlyKeys(
            "GetMembership", "ListTagsForResource", "StartProtectedQuery", "ListSchemas")
        .containsValue(1L);
    assertThat(service.received()).allMatch(each -> each.refusal().isEmpty());
    assertThat(service.received("GetMembership").get(0).input())
        .isEqualTo("{\"membershipIdentifier\":\"" + ID + "\"}");
  }

  @Test
  void theTokenIsSignedAsWell() {
    AwsSessionCredentials session =
        AwsSessionCredentials.create(
            LiveStandIn.ACCESS_KEY, LiveStandIn.SECRET_KEY, LiveStandIn.SESSION_TOKEN);
    with(StaticCredentialsProvider.create(session), LiveStandIn.REGION, LiveStandInTest::get);

    assertThat(service.stub().calls("GetMembership")).hasSize(1);
  }

  @Test
  void anotherSecretIsRefused() {
    isRefused(key(LiveStandIn.ACCESS_KEY, "x"), "us-east-1", "InvalidSignatureException");
  }

  @Test
  void anotherRegionIsRefused() {
    isRefused(right(), "eu-west-1", "InvalidSignatureException");
  }

  @Test
  void anUnknownKeyIsRefused() {
    isRefused(key("AKIDOTHER", "x"), "us-east-1", "UnrecognizedClientException");
  }

  @Test
  void anUnknownTokenIsRefused() {
    isRefused(
        StaticCredentialsProvider.create(
            AwsSessionCredentials.create(LiveStandIn.ACCESS_KEY, LiveStandIn.SECRET_KEY, "other")),
        "us-east-1",
        "UnrecognizedClientException");
  }

  @Test
  void whatIsNotSignedIsRefused() {
    isRefused(
        AnonymousCredentialsProvider.create(), "us-east-1", "MissingAuthenticationTokenException");
  }

  @Test
  void anotherTimeIsRefused() {
    service.clockSkew(Duration.ofMinutes(6));
    isRefused(right(), "us-east-1", "InvalidSignatureException");

    service.clockSkew(Duration.ofMinutes(4));
    call(LiveStandInTest::get);
  }

  @Test
  void credentialsExpireAfterSomeCalls() {
    service.expiredCredentials(2);
    call(LiveStandInTest::get);
    call(LiveStandInTest::get);
    assertThatThrownBy(() -> call(LiveStandInTest::get))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ExpiredTokenException"));
    assertThatThrownBy(() -> call(LiveStandInTest::get)).isInstanceOf(AwsServiceException.class);
  }

  @Test
  void faultsStrikeOneAfterTheOther() {
    service.fault("ListSchemas", Fault.RESET, 1).throttle(1).serverError(1);

    assertThatThrownBy(() -> call(LiveStandInTest::get)).isInstanceOf(ThrottlingException.class);
    assertThatThrownBy(() -> call(LiveStandInTest::get))
        .isInstanceOf(InternalServerException.class);
    call(LiveStandInTest::get);
    assertThatThrownBy(
            () -> call(client -> client.listSchemas(list -> list.collaborationIdentifier(ID))))
        .isInstanceOf(SdkClientException.class);
    assertThat(service.stub().calls()).hasSize(1);
    assertThat(service.count("GetMembership")).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"NON_JSON", "TRUNCATED", "GARBAGE"})
  void theSdkCannotReadWhatIsBroken(Fault fault) {
    service.fault(fault, 1);

    assertThatThrownBy(() -> call(LiveStandInTest::get)).isInstanceOf(SdkClientException.class);
  }

  @Test
  void slowAnswersTakeTheirTime() {
    service.slow(Duration.ofMillis(300));
    long before = System.nanoTime();
    call(LiveStandInTest::get);

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(300));
  }

  @Test
  void answersAreChangedAndRequestsAcceptedAndRejected() {
    service
        .answer("GetMembership", answer -> WireAnswer.json(200, "{\"other\":1}"))
        .accept("CreateCollaboration")
        .reject("ListMemberships", "no");

    call(
        client -> {
          assertThat(client.getMembership(get -> get.membershipIdentifier(ID)).membership())
              .isNull();
          client.createCollaboration(create -> create.name("a"));
          assertThatThrownBy(() -> client.listMemberships(list -> {}))
              .isInstanceOf(ValidationException.class);
        });
    assertThatThrownBy(() -> call(client -> client.createMembership(create -> {})))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void endlessListsAlwaysHaveAnotherPage() {
    service.endlessPages();

    call(
        client ->
            assertThat(client.listMembershipsPaginator(list -> {}).stream().limit(20)).hasSize(20));
    assertThat(service.received("ListMemberships").get(19).request().query())
        .contains("nextToken=page-");
  }

  @Test
  void theDefaultChainFindsItsKeyUntilItIsClosed() {
    Optional<String> before = Optional.ofNullable(System.getProperty("aws.accessKeyId"));
    service.useSessionCredentials();
    assertThat(System.getProperty("aws.accessKeyId")).isEqualTo(LiveStandIn.ACCESS_KEY);
    assertThat(System.getProperty("aws.sessionToken")).isEqualTo(LiveStandIn.SESSION_TOKEN);

    service.close();
    assertThat(Optional.ofNullable(System.getProperty("aws.accessKeyId"))).isEqualTo(before);
  }
}
