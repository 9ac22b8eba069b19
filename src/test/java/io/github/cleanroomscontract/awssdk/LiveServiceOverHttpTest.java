package io.github.cleanroomscontract.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.replay.Exchange;
import io.github.cleanroomscontract.replay.LiveStandIn;
import io.github.cleanroomscontract.replay.LiveStandIn.Fault;
import io.github.cleanroomscontract.replay.LiveStandIn.Received;
import io.github.cleanroomscontract.stub.ContractStub;
import io.github.cleanroomscontract.stub.StubServer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What networks and services do, and what is told of it: of calls through the SDK's client, and of
 * those that are only signed.
 */
@Timeout(60)
class LiveServiceOverHttpTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  /** One that the SDK has, and one that it has not. */
  private static final String CLIENT = "GetMembership";

  private static final String RAW = "GetIntermediateTable";

  private final LiveStandIn standIn = LiveStandIn.start().useSessionCredentials();
  private final FastTicker ticker = new FastTicker();
  private Settings settings =
      Settings.DEFAULT.region(LiveStandIn.REGION).endpoint(standIn.url()).callsPerSecond(1000);

  @AfterEach
  void close() {
    standIn.close();
  }

  private static Operation operation(String name) {
    return Catalogue.current().operation(name).orElseThrow();
  }

  private LiveService service() {
    return new LiveService(SdkLine.open(settings), settings, ticker);
  }

  private Exchange call(String operation) {
    String table =
        operation.contains("Intermediate") ? ",\"intermediateTableIdentifier\":\"" + ID + "\"" : "";
    return call(operation, "{\"membershipIdentifier\":\"" + ID + "\"" + table + "}", true);
  }

  private Exchange call(String operation, String input, boolean valid) {
    try (LiveService service = service()) {
      Exchange exchange = service.call(operation(operation), input, valid);
      assertThat(everything(exchange))
          .doesNotContain(
              LiveStandIn.ACCESS_KEY,
              LiveStandIn.SECRET_KEY,
              LiveStandIn.SESSION_TOKEN,
              LiveStandIn.SESSION_TOKEN.replace("/", "\\/"));
      return exchange;
    }
  }

  private static String everything(Exchange exchange) {
    return exchange
        + exchange.request().map(LiveServiceOverHttpTest::everything).orElse("")
        + exchange
            .answer()
            .map(answer -> answer.headers().values() + text(answer.body()))
            .orElse("");
  }

  private static String everything(WireRequest request) {
    return request.target() + request.headers().values() + text(request.body());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {CLIENT, RAW})
  void theAnswerIsWhatCameByteForByte(String operation) {
    String body = " {\"b\":1.50,\r\n\"later\": {\"than\" : \"ü\\u00fc\"}} ";
    standIn.answer(operation, answer -> WireAnswer.json(200, body));
    Exchange exchange = call(operation);

    assertThat(text(exchange.answer().orElseThrow().body())).isEqualTo(body);
    assertThat(exchange.answer().orElseThrow().headers().first("content-type"))
        .contains("application/json");
    assertThat(exchange.failure()).isEmpty();
    assertThat(exchange.attempts()).isEqualTo(1);
    assertThat(exchange.request().orElseThrow().path()).startsWith("/memberships/" + ID);
    assertThat(exchange.request().orElseThrow().headers().values())
        .doesNotContainKeys("Authorization", "X-Amz-Security-Token");
  }

  @ParameterizedTest
  @ValueSource(strings = {CLIENT, RAW})
  void whatIsNoJsonIsAnAnswerAllTheSame(String operation) {
    standIn.nonJson(1);
    Exchange exchange = call(operation);

    assertThat(text(exchange.answer().orElseThrow().body())).startsWith("<html>");
    assertThat(exchange.failure()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {CLIENT, RAW})
  void answersOfAnyStatusAreAnswers(String operation) {
    for (int status : new int[] {201, 204, 302, 400, 404, 418}) {
      standIn.answer(operation, answer -> WireAnswer.json(status, status == 204 ? "" : "{}"));
      Exchange exchange = call(operation);

      assertThat(exchange.answer().orElseThrow().status()).isEqualTo(status);
      assertThat(exchange.attempts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CLIENT, RAW})
  void throttlingAndServerErrorsPass(String operation) {
    standIn.throttle(1).serverError(2);
    Exchange exchange = call(operation);

    assertThat(exchange.answer().orElseThrow().status()).isEqualTo(200);
    assertThat(exchange.attempts()).isEqualTo(4).isEqualTo(standIn.count(operation));
    assertThat(ticker.waits()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {CLIENT, RAW})
  void throttlingThatDoesNotPassIsAnAnswer(String operation) {
    standIn.throttle(100);
    Exchange exchange = call(operation);

    assertThat(exchange.answer().orElseThrow().errorName()).contains("ThrottlingException");
    assertThat(exchange.attempts()).isEqualTo(4).isEqualTo(standIn.count(operation));
  }

  @ParameterizedTest
  @CsvSource({
    "GetMembership, RESET", "GetMembership, TRUNCATED", "GetMembership, BROKEN_CHUNKS",
    "GetMembership, GARBAGE", "GetIntermediateTable, RESET", "GetIntermediateTable, TRUNCATED",
    "GetIntermediateTable, BROKEN_CHUNKS", "GetIntermediateTable, GARBAGE"
  })
  void brokenConnectionsAreTriedAgainAndTold(String operation, Fault fault) {
    standIn.fault(fault, 3);
    assertThat(call(operation).answer().orElseThrow().status()).isEqualTo(200);

    standIn.fault(fault, 4);
    Exchange exchange = call(operation);
    assertThat(exchange.failure())
        .contains("the connection to 127.0.0.1 broke before the whole answer was there");
    assertThat(exchange.answer()).isEmpty();
    assertThat(exchange.last()).isFalse();
    assertThat(exchange.attempts()).isEqualTo(4);
    assertThat(exchange.request()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(names = {"RESET", "TRUNCATED", "SERVER_ERROR"})
  void whatCreatesIsNotSentTwice(Fault fault) {
    standIn.fault(fault, 1);
    Exchange exchange =
        call(
            "CreateMembership",
            "{\"collaborationIdentifier\":\"" + ID + "\",\"queryLogStatus\":\"ENABLED\"}",
            true);

    assertThat(exchange.attempts()).isEqualTo(1);
    assertThat(standIn.count("CreateMembership")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {CLIENT, RAW})
  void slowAnswersAreGivenUp(String operation) {
    settings = settings.attemptTimeout(Duration.ofMillis(400)).maxAttempts(2);
    standIn.slow(Duration.ofSeconds(30));
    long before = System.nanoTime();
    Exchange exchange = call(operation);

    assertThat(exchange.failure()).contains("no whole answer came within 0.4 s");
    assertThat(exchange.attempts()).isEqualTo(2);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
  }

  @ParameterizedTest
  @ValueSource(strings = {CLIENT, RAW})
  void answersThatDripAreGivenUp(String operation) {
    settings = settings.attemptTimeout(Duration.ofMillis(600)).maxAttempts(1);
    standIn.fault(Fault.DRIPPING, 1);
    long before = System.nanoTime();

    assertThat(call(operation).failure()).contains("no whole answer came within 0.6 s");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void answersThatDoNotEndAreCutOff() {
    standIn.fault(Fault.HUGE, 1);
    Exchange exchange = call(CLIENT);

    assertThat(exchange.failure()).contains("the answer has more than 64 MiB");
    assertThat(exchange.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "GetMembership, 600", "GetMembership, -600",
    "GetIntermediateTable, 600", "GetIntermediateTable, -600"
  })
  void anotherTimeIsLearntFromTheAnswer(String operation, int seconds) {
    standIn.clockSkew(Duration.ofSeconds(seconds));
    try (LiveService service = service()) {
      String input =
          "{\"membershipIdentifier\":\""
              + ID
              + (operation.equals(RAW) ? "\",\"intermediateTableIdentifier\":\"" + ID : "")
              + "\"}";
      Exchange first = service.call(operation(operation), input, true);
      assertThat(first.answer().orElseThrow().status()).isEqualTo(200);
      assertThat(first.attempts()).isEqualTo(2);
      assertThat(service.call(operation(operation), input, true).attempts()).isEqualTo(1);
    }
    assertThat(standIn.received().get(0).refusal()).contains("InvalidSignatureException");
  }

  @ParameterizedTest
  @ValueSource(strings = {CLIENT, RAW})
  void credentialsThatExpireEndItAll(String operation) {
    standIn.expiredCredentials(1);
    assertThat(call(operation).failure()).isEmpty();

    Exchange exchange = call(operation);
    assertThat(exchange.failure().orElseThrow()).startsWith("the credentials have expired: ");
    assertThat(exchange.last()).isTrue();
    assertThat(exchange.answer().orElseThrow().status()).isEqualTo(403);
  }

  /** The service tells what should have been signed, and that holds the token. */
  @ParameterizedTest
  @ValueSource(strings = {CLIENT, RAW})
  void whatTheServiceTellsOfTheSignatureHoldsNoToken(String operation) {
    System.setProperty("aws.secretAccessKey", "another-secret-of-some-length");
    Exchange exchange = call(operation);

    assertThat(text(exchange.answer().orElseThrow().body())).contains("x-amz-security-token:***");
    assertThat(exchange.failure().orElseThrow()).startsWith("the service refuses the signature: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {CLIENT, RAW})
  void whereNobodyServesThatIsTold(String operation) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    settings = settings.endpoint(URI.create("http://127.0.0.1:" + port));
    Exchange exchange = call(operation);

    assertThat(exchange.failure())
        .contains("the connection to 127.0.0.1 was refused: nobody serves there");
    assertThat(exchange.attempts()).isEqualTo(4);
    assertThat(exchange.last()).isTrue();
  }

  @Test
  void aHostThatIsNoneIsTold() {
    settings = settings.endpoint(URI.create("https://nobody.invalid"));
    Exchange exchange = call(CLIENT);

    assertThat(exchange.failure().orElseThrow()).startsWith("there is no host nobody.invalid: ");
    assertThat(exchange.last()).isTrue();
  }

  @Test
  void whoeverDoesNotProveWhoItIsGetsNothing(@TempDir Path folder) throws Exception {
    // It says how the JDK's servers of this JVM write, if it is the first.
    StubServer.start(ContractStub.create()).close();
    HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys"))));
    server.start();
    try {
      settings =
          settings.endpoint(URI.create("https://127.0.0.1:" + server.getAddress().getPort()));
      Exchange exchange = call(CLIENT);

      assertThat(exchange.failure().orElseThrow())
          .startsWith("127.0.0.1 does not prove who it is: ");
      assertThat(exchange.last()).isTrue();
      assertThat(exchange.attempts()).isEqualTo(1);
    } finally {
      server.stop(0);
    }
  }

  private static SSLContext selfSigned(Path file) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storepass",
                "password",
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(file.toFile(), "password".toCharArray());
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "password".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ListMemberships", "ListIntermediateTables"})
  void closingEndsWhatIsUnderWay(String operation) throws Exception {
    standIn.slow(Duration.ofSeconds(50));
    String input = operation.equals("ListMemberships") ? "{}" : "{\"membershipIdentifier\":\"m\"}";
    ExecutorService thread = Executors.newSingleThreadExecutor();
    LiveService service = service();
    try {
      Future<Exchange> exchange =
          thread.submit(() -> service.call(operation(operation), input, true));
      while (standIn.received().isEmpty()) {
        Thread.sleep(10);
      }
      service.close();

      assertThat(exchange.get(20, TimeUnit.SECONDS).failure()).contains("the service is closed");
      assertThat(exchange.get().last()).isTrue();
      assertThat(service.call(operation(operation), input, true).attempts()).isZero();
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void callsOfManyThreadsDoNotMix() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (LiveService service = service()) {
      List<Future<Exchange>> exchanges =
          IntStream.range(0, 80)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              service.call(
                                  operation(i % 2 == 0 ? "ListSchemas" : RAW),
                                  "{\"collaborationIdentifier\":\"c-%1$d\",\"membershipIdentifier\":\"m-%1$d\",\"intermediateTableIdentifier\":\"t\"}"
                                      .formatted(i),
                                  false)))
              .toList();
      for (int i = 0; i < exchanges.size(); i++) {
        Exchange exchange = exchanges.get(i).get();
        assertThat(exchange.request().orElseThrow().path()).contains("-" + i + "/");
        assertThat(exchange.answer()).isPresent();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void endpointsMayHaveAPathOfTheirOwn() {
    settings = settings.endpoint(URI.create(standIn.url() + "/before/"));
    for (String operation : List.of(CLIENT, RAW)) {
      Exchange exchange = call(operation);
      assertThat(exchange.request().orElseThrow().path()).startsWith("/memberships/" + ID);
    }
    assertThat(standIn.received())
        .extracting(received -> received.request().path())
        .allMatch(path -> path.startsWith("/before/memberships/" + ID));
    assertThat(standIn.received()).allMatch(received -> received.refusal().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:cleanrooms:us-east-1:111122223333:membership/a b+c%2Fd",
        "ü/😀/..//x",
        "a?b#c&d=e;f*'()!~"
      })
  void anyTextIsSignedAndArrives(String text) {
    for (boolean valid : new boolean[] {true, false}) {
      String input = "{\"resourceArn\":\"%1$s\",\"tagKeys\":[\"%1$s\",\"x\"]}".formatted(text);
      call("UntagResource", input, valid);
      Received received = standIn.received().get(standIn.received().size() - 1);

      assertThat(received.refusal()).isEmpty();
      assertThat(JsonDocument.parse(received.input()).root())
          .isEqualTo(JsonDocument.parse(input).root());
    }
    assertThat(standIn.count("UntagResource")).isEqualTo(2);
  }
}
