package io.github.cleanroomscontract.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.StubReply;
import io.github.cleanroomscontract.watch.ContractWatch;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsAsyncClient;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;
import software.amazon.awssdk.services.cleanrooms.model.CleanRoomsException;
import software.amazon.awssdk.services.cleanrooms.model.GetMembershipResponse;
import software.amazon.awssdk.services.cleanrooms.model.ListMembershipsRequest;
import software.amazon.awssdk.services.cleanrooms.model.StartProtectedQueryRequest;
import software.amazon.awssdk.services.cleanrooms.model.ThrottlingException;
import software.amazon.awssdk.services.cleanrooms.model.ValidationException;

/** The interceptor that the SDK finds by itself sees all that travels, in both kinds of client. */
class ContractInterceptorTest {

  private static final String MEMBERSHIP = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  /** The two kinds of client, used alike. */
  enum Client {
    SYNC {
      @Override
      void getMembership(Function<WireRequest, StubReply> service) {
        try (CleanRoomsClient client =
            StubClients.sync(new StubHttpClient(service), Optional.empty())) {
          client.getMembership(request -> request.membershipIdentifier(MEMBERSHIP));
        }
      }

      @Override
      void startQuery(Function<WireRequest, StubReply> service, StartProtectedQueryRequest input) {
        try (CleanRoomsClient client =
            StubClients.sync(new StubHttpClient(service), Optional.empty())) {
          client.startProtectedQuery(input);
        }
      }
    },
    ASYNC {
      @Override
      void getMembership(Function<WireRequest, StubReply> service) {
        try (CleanRoomsAsyncClient client =
            StubClients.async(new StubAsyncHttpClient(service), Optional.empty())) {
          client.getMembership(request -> request.membershipIdentifier(MEMBERSHIP)).join();
        } catch (CompletionException e) {
          throw (RuntimeException) e.getCause();
        }
      }

      @Override
      void startQuery(Function<WireRequest, StubReply> service, StartProtectedQueryRequest input) {
        try (CleanRoomsAsyncClient client =
            StubClients.async(new StubAsyncHttpClient(service), Optional.empty())) {
          client.startProtectedQuery(input).join();
        } catch (CompletionException e) {
          throw (RuntimeException) e.getCause();
        }
      }
    };

    abstract void getMembership(Function<WireRequest, StubReply> service);

    abstract void startQuery(
        Function<WireRequest, StubReply> service, StartProtectedQueryRequest input);
  }

  private final ContractStub stub = ContractStub.create();
  private final ContractWatch watch =
      ContractWatch.builder("the test").patience(Duration.ofSeconds(2)).open();

  @AfterEach
  void close() {
    watch.close();
  }

  private Function<WireRequest, StubReply> answering(WireAnswer answer) {
    return request -> StubReply.of(answer);
  }

  /** Returns what a membership is answered with, changed as text. */
  private WireAnswer membership(String from, String to) {
    String body = new String(stub.handle(getMembership()).answer().orElseThrow().body());
    assertThat(body).contains(from);
    return WireAnswer.json(200, body.replace(from, to));
  }

  private static WireRequest getMembership() {
    return WireRequest.of("GET", "/memberships/" + MEMBERSHIP, "");
  }

  private List<String> found() {
    return watch.calls().stream()
        .flatMap(Call::reports)
        .flatMap(report -> report.findings().stream())
        .map(ContractInterceptorTest::text)
        .toList();
  }

  private static String text(Finding finding) {
    return finding.rule().id()
        + " "
        + finding.pointer()
        + finding.member().map(m -> " " + m).orElse("");
  }

  @ParameterizedTest
  @EnumSource
  void seesARequestAndItsAnswer(Client client) {
    client.getMembership(stub::handle);
    assertThat(watch.calls()).hasSize(1);
    Call call = watch.calls().get(0);
    assertThat(call.operationName()).contains("GetMembership");
    assertThat(call.input()).isEqualTo("{\"membershipIdentifier\":\"" + MEMBERSHIP + "\"}");
    assertThat(call.output()).contains("\"membership\"");
    assertThat(call.valid()).isTrue();
    watch.verify();
  }

  @ParameterizedTest
  @EnumSource
  void leavesWhatTheSdkReadsAsItIs(Client client) {
    String body = new String(stub.handle(getMembership()).answer().orElseThrow().body());
    try (CleanRoomsClient sync =
            StubClients.sync(
                new StubHttpClient(answering(WireAnswer.json(200, body))), Optional.empty());
        CleanRoomsAsyncClient async =
            StubClients.async(
                new StubAsyncHttpClient(answering(WireAnswer.json(200, body))), Optional.empty())) {
      GetMembershipResponse response =
          client == Client.SYNC
              ? sync.getMembership(request -> request.membershipIdentifier(MEMBERSHIP))
              : async.getMembership(request -> request.membershipIdentifier(MEMBERSHIP)).join();
      assertThat(body).contains("\"arn\":\"" + response.membership().arn() + "\"");
    }
  }

  @ParameterizedTest
  @EnumSource
  void seesTwoVariantsInARequest(Client client) {
    StartProtectedQueryRequest input =
        StartProtectedQueryRequest.builder()
            .membershipIdentifier(MEMBERSHIP)
            .type("SQL")
            .sqlParameters(sql -> sql.queryString("SELECT 1"))
            .resultConfiguration(
                result ->
                    result.outputConfiguration(
                        output ->
                            output
                                .s3(s3 -> s3.bucket("results").resultFormat("CSV"))
                                .member(member -> member.accountId("111122223333"))))
            .build();
    WireAnswer refused = WireAnswer.error(400, "ValidationException", "{\"message\":\"no\"}");
    assertThatThrownBy(() -> client.startQuery(answering(refused), input))
        .isInstanceOf(ValidationException.class);
    assertThat(found()).containsExactly("union.multiple /resultConfiguration/outputConfiguration");
  }

  @ParameterizedTest
  @EnumSource
  void seesAnUnknownMember(Client client) {
    client.getMembership(answering(membership("\"membership\":{", "\"membership\":{\"new\":1,")));
    assertThat(found()).containsExactly("unknown-member /membership new");
  }

  @ParameterizedTest
  @EnumSource
  void seesAMissingMember(Client client) {
    client.getMembership(answering(membership("\"status\":\"ACTIVE\",", "")));
    assertThat(found()).containsExactly("required /membership status");
  }

  @ParameterizedTest
  @EnumSource
  void seesAnUnknownEnumValue(Client client) {
    client.getMembership(answering(membership("\"status\":\"ACTIVE\"", "\"status\":\"AKTIV\"")));
    assertThat(found()).containsExactly("enum /membership/status");
  }

  @ParameterizedTest
  @EnumSource
  void seesAnErrorThatIsNotDeclared(Client client) {
    WireAnswer answer = WireAnswer.error(409, "ConflictException", "{\"message\":\"no\"}");
    assertThatThrownBy(() -> client.getMembership(answering(answer)))
        .isInstanceOf(CleanRoomsException.class);
    assertThat(found()).containsExactly("error.undeclared ");
  }

  @ParameterizedTest
  @EnumSource
  void seesAnErrorWithoutItsMembers(Client client) {
    WireAnswer answer = WireAnswer.error(404, "ResourceNotFoundException", "{\"message\":\"no\"}");
    assertThatThrownBy(() -> client.getMembership(answering(answer)))
        .isInstanceOf(CleanRoomsException.class);
    assertThat(found()).containsExactly("required  resourceId", "required  resourceType");
  }

  @ParameterizedTest
  @EnumSource
  void seesEachTry(Client client) {
    AtomicInteger count = new AtomicInteger();
    WireAnswer throttled = WireAnswer.error(429, "ThrottlingException", "{\"message\":\"slow\"}");
    assertThatThrownBy(
            () ->
                client.getMembership(
                    request -> {
                      count.incrementAndGet();
                      return StubReply.of(throttled);
                    }))
        .isInstanceOf(ThrottlingException.class);
    assertThat(count).hasValueGreaterThan(1);
    assertThat(watch.calls()).hasSize(count.get());
    watch.verify();
  }

  @ParameterizedTest
  @EnumSource
  void seesThatNoAnswerCame(Client client) {
    assertThatThrownBy(
            () -> client.getMembership(request -> new StubReply(Optional.empty(), Duration.ZERO)))
        .isInstanceOf(SdkClientException.class);
    assertThat(watch.calls()).isNotEmpty().allMatch(call -> call.answer().isEmpty());
    watch.verify();
  }

  @Test
  void seesABodyWhereThereIsToBeNone() {
    for (WireAnswer answer :
        List.of(
            WireAnswer.of(204, Headers.NONE, new byte[0]),
            WireAnswer.json(200, "{}"),
            WireAnswer.json(200, "{\"deleted\":true}"))) {
      try (CleanRoomsClient client =
          StubClients.sync(new StubHttpClient(answering(answer)), Optional.empty())) {
        client.deleteMembership(request -> request.membershipIdentifier(MEMBERSHIP));
      }
    }
    assertThat(watch.calls().get(0).valid()).isTrue();
    assertThat(found()).containsExactly("http.status ", "http.status ", "unknown-member  deleted");
  }

  @Test
  void seesQueriesAsTheyTravel() {
    try (CleanRoomsClient client = StubClients.sync(stub, Optional.empty())) {
      assertThatThrownBy(
              () ->
                  client.listMemberships(
                      ListMembershipsRequest.builder().maxResults(0).status("GONE").build()))
          .isInstanceOf(CleanRoomsException.class);
    }
    assertThat(found()).contains("range /maxResults", "enum /status");
  }

  @Test
  void namesTheLineThatMadeTheCall() {
    try (CleanRoomsClient client = StubClients.sync(stub, Optional.empty())) {
      client.getMembership(request -> request.membershipIdentifier(MEMBERSHIP));
    }
    assertThat(watch.calls().get(0).madeBy().orElseThrow().toString())
        .matches("ContractInterceptorTest[.]java:[0-9]+");
  }

  @Test
  void seesTheOperationBehindAnEndpointWithAPath() {
    try (CleanRoomsClient client =
        CleanRoomsClient.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .endpointOverride(URI.create("http://127.0.0.1:1/mock/aws"))
            .httpClient(new StubHttpClient(answering(membership("", ""))))
            .build()) {
      client.getMembership(request -> request.membershipIdentifier(MEMBERSHIP));
    }
    assertThat(watch.calls("GetMembership")).hasSize(1);
    watch.verify();
  }

  @Test
  void seesACallOnceThoughItIsRegisteredByHandAsWell() {
    try (CleanRoomsClient client = StubClients.sync(stub, Optional.of(watch))) {
      client.getMembership(request -> request.membershipIdentifier(MEMBERSHIP));
    }
    assertThat(watch.calls()).hasSize(1);
  }

  @Test
  void doesNothingWhileNobodyWatches() {
    watch.close();
    Client.SYNC.getMembership(stub::handle);
    Client.ASYNC.getMembership(stub::handle);
    assertThat(watch.calls()).isEmpty();
    assertThat(stub.calls()).hasSize(2);
  }
}
