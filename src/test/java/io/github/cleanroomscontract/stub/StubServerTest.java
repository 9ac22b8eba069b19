package io.github.cleanroomscontract.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StubServerTest {

  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private static final String COLLABORATION =
      """
      {"name": "Campaigns", "description": "Reach of campaigns", "creatorDisplayName": "Retail",
       "creatorMemberAbilities": ["CAN_QUERY", "CAN_RECEIVE_RESULTS"],
       "queryLogStatus": "ENABLED", "members": []}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ContractStub stub = ContractStub.create();
  private final ConcurrentLinkedQueue<WireRequest> seen = new ConcurrentLinkedQueue<>();
  private StubServer server;

  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final Logger logger = Logger.getLogger("com.sun.net.httpserver");
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void watchTheLog() {
    logger.addHandler(log);
  }

  @AfterEach
  void closeAndFindNothingLogged() {
    if (server != null) {
      server.close();
    }
    logger.removeHandler(log);
    assertThat(logged).isEmpty();
  }

  private void serve() throws IOException {
    server = StubServer.start(stub);
  }

  /** Serves something that keeps what it sees. */
  private void serve(Function<WireRequest, StubReply> replies) throws IOException {
    server =
        StubServer.start(
            request -> {
              seen.add(request);
              return replies.apply(request);
            },
            ANYWHERE);
  }

  private static StubReply fine() {
    return StubReply.of(WireAnswer.json(200, "{}"));
  }

  private HttpResponse<String> send(String method, String target, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.url().resolve(target))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .timeout(Duration.ofSeconds(30))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(server.url().getHost(), server.url().getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** Reads to the end of a head, which is all there is of an answer without body. */
  private static String head(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection ended after \"" + text + "\"");
      }
      text.append((char) next);
    }
    return text.toString();
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void callsAreAnsweredOverHttp() throws Exception {
    serve();
    assertThat(server.url().toString()).matches("http://127[.]0[.]0[.]1:[1-9][0-9]*");
    HttpResponse<String> created = send("POST", "/collaborations", COLLABORATION);
    assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
    assertThat(created.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(created.headers().firstValue("x-amzn-RequestId")).isPresent();
    assertThat(send("GET", "/collaborations", "").body()).contains("\"Campaigns\"");
    assertThat(stub.calls())
        .extracting(Object::toString)
        .containsExactly("CreateCollaboration → 200", "ListCollaborations → 200");
  }

  @Test
  void anInvalidRequestIsAnsweredAsTheServiceWould() throws Exception {
    serve();
    HttpResponse<String> answer = send("GET", "/memberships?status=ACTIV", "");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("ValidationException");
    assertThat(answer.body()).contains("\"fieldList\"", "\"status\"");
  }

  @Test
  void pathAndQueryKeepTheirEscapes() throws Exception {
    serve(request -> fine());
    String target = "/tags/arn%3Aaws%3Acleanrooms%2Fa%2Bb+c?tagKeys=a%20b&tagKeys=c%26d+e&x=%C3%A9";
    send("DELETE", target, "");
    assertThat(seen).extracting(WireRequest::target).containsExactly(target);
  }

  @Test
  void headersAndBodiesOfEveryMethodArrive() throws Exception {
    serve(request -> fine());
    for (String method : List.of("POST", "PATCH", "PUT", "DELETE")) {
      send(method, "/" + method, "{\"é\":\"" + method + "\"}");
    }
    assertThat(seen)
        .allSatisfy(
            request -> {
              assertThat(new String(request.body(), StandardCharsets.UTF_8))
                  .isEqualTo("{\"é\":\"" + request.method() + "\"}");
              assertThat(request.headers().first("user-agent")).isPresent();
            })
        .hasSize(4);
  }

  @Test
  void anAnswerWithoutContentHasNoBodyAndTheConnectionGoesOn() throws Exception {
    serve(
        request ->
            StubReply.of(
                WireAnswer.of(request.path().equals("/a") ? 204 : 200, Headers.NONE, new byte[0])));
    try (Socket socket = connect()) {
      write(socket, "DELETE /a HTTP/1.1\nHost: x\n\n");
      String head = head(socket);
      assertThat(head).startsWith("HTTP/1.1 204 ");
      assertThat(head.toLowerCase()).doesNotContain("transfer-encoding", "content-length");
      write(socket, "GET /b HTTP/1.1\nHost: x\n\n");
      assertThat(head(socket))
          .startsWith("HTTP/1.1 200 ")
          .containsIgnoringCase("Content-length: 0");
      write(socket, "GET /c HTTP/1.1\nHost: x\nConnection: close\n\n");
      assertThat(rest(socket)).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void noBodyFollowsWhereHttpAllowsNone() throws Exception {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    serve(request -> StubReply.of(WireAnswer.of(204, Headers.NONE, body)));
    try (Socket socket = connect()) {
      write(socket, "DELETE /a HTTP/1.1\nHost: x\nConnection: close\n\n");
      assertThat(rest(socket)).startsWith("HTTP/1.1 204 ").endsWith("\r\n\r\n");
    }
  }

  @Test
  void theServerFramesBodiesItselfWhateverHeadersAScriptHas() throws Exception {
    Headers headers =
        Headers.NONE
            .with("content-length", "99")
            .with("transfer-encoding", "gzip")
            .with("x-own", "kept");
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    serve(request -> StubReply.of(WireAnswer.of(200, headers, body)));
    try (Socket socket = connect()) {
      write(socket, "GET /a HTTP/1.1\nHost: x\nConnection: close\n\n");
      assertThat(rest(socket))
          .containsIgnoringCase("\r\nContent-Length: 2\r\n")
          .containsIgnoringCase("\r\nx-own: kept\r\n")
          .doesNotContainIgnoringCase("transfer-encoding")
          .endsWith("\r\n\r\n{}");
    }
  }

  /** They would, for 40 ms each, if the server's writes were held back to be sent together. */
  @Test
  void answersDoNotWaitForTheClientToConfirmTheirHeaders() throws Exception {
    serve(request -> fine());
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 41; i++) {
      long start = System.nanoTime();
      send("GET", "/a", "");
      times.add(System.nanoTime() - start);
    }
    Collections.sort(times);
    assertThat(Duration.ofNanos(times.get(20))).isLessThan(Duration.ofMillis(35));
  }

  @Test
  void headAndUnknownMethodsAreAnswered() throws Exception {
    serve();
    try (Socket socket = connect()) {
      write(socket, "HEAD /memberships HTTP/1.1\nHost: x\n\n");
      assertThat(head(socket)).startsWith("HTTP/1.1 404 ");
      write(socket, "BREW /memberships HTTP/1.1\nHost: x\nConnection: close\n\n");
      assertThat(rest(socket)).startsWith("HTTP/1.1 404 ").contains("UnknownOperationException");
    }
    assertThat(stub.calls())
        .extracting(call -> call.requestReport().findings().get(0).rule().id())
        .containsExactly("http.unknown-operation", "http.unknown-operation");
  }

  @Test
  void clientsThatAskFirstAreToldToGoOn() throws Exception {
    serve();
    byte[] body = COLLABORATION.getBytes(StandardCharsets.UTF_8);
    try (Socket socket = connect()) {
      write(
          socket,
          "POST /collaborations HTTP/1.1\nHost: x\nConnection: close\nExpect: 100-continue\n"
              + "Content-Length: %d\n\n".formatted(body.length));
      assertThat(head(socket)).startsWith("HTTP/1.1 100 ");
      socket.getOutputStream().write(body);
      assertThat(rest(socket)).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void chunkedBodiesArePutTogether() throws Exception {
    serve(request -> fine());
    try (Socket socket = connect()) {
      write(
          socket,
          "POST /a HTTP/1.1\nHost: x\nConnection: close\nTransfer-Encoding: chunked\n\n"
              + "3\n{\"a\n5;x=y\n\": 1}\n0\n\n");
      assertThat(rest(socket)).startsWith("HTTP/1.1 200 ");
    }
    assertThat(seen.element().body()).asString().isEqualTo("{\"a\": 1}");
  }

  @Test
  void bodiesThatAreTooLongAreRefused() throws Exception {
    serve(request -> fine());
    byte[] longest = new byte[StubHandler.LONGEST_BODY];
    byte[] longer = new byte[StubHandler.LONGEST_BODY + 1];
    assertThat(post(BodyPublishers.ofByteArray(longest)).statusCode()).isEqualTo(200);
    assertThat(seen.remove().body()).hasSameSizeAs(longest);
    HttpResponse<String> refused = post(BodyPublishers.ofByteArray(longer));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("16 MiB");
    // Without a length that is told beforehand.
    byte[] part = new byte[1 << 20];
    assertThat(
            post(BodyPublishers.ofByteArrays(IntStream.range(0, 17).mapToObj(i -> part).toList()))
                .statusCode())
        .isEqualTo(413);
    assertThat(seen).isEmpty();
  }

  private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.url().resolve("/a")).POST(body).build(),
        BodyHandlers.ofString());
  }

  @Test
  void aBodyWithoutEndLosesItsConnection() throws Exception {
    serve(request -> fine());
    byte[] chunk = ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.UTF_8);
    try (Socket socket = connect()) {
      write(socket, "POST /a HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n");
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1000; i++) {
                  socket.getOutputStream().write(chunk);
                }
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void whatIsNoHttpIsAnsweredAndDoesNoHarm() throws Exception {
    serve();
    for (String junk : List.of("hello\n\n", "GET /a|b HTTP/1.1\nHost: x\n\n", "\0\1\2\n\n\n\n")) {
      try (Socket socket = connect()) {
        write(socket, junk);
        assertThat(rest(socket)).startsWith("HTTP/1.1 400 ");
      }
    }
    assertThat(send("GET", "/memberships", "").statusCode()).isEqualTo(200);
  }

  @Test
  void aClientThatGoesAwayDoesNoHarm() throws Exception {
    serve();
    try (Socket socket = connect()) {
      write(socket, "POST /collaborations HTTP/1.1\nHost: x\nContent-Length: 100\n\n{\"name");
    }
    assertThat(send("GET", "/memberships", "").statusCode()).isEqualTo(200);
    assertThat(stub.calls()).hasSize(1);
    assertThat(server.faults()).isEmpty();
  }

  @Test
  void delayedAnswersHoldUpNoOthers() throws Exception {
    Duration delay = Duration.ofSeconds(2);
    serve(
        request ->
            new StubReply(fine().answer(), request.path().equals("/slow") ? delay : Duration.ZERO));
    long start = System.nanoTime();
    List<CompletableFuture<HttpResponse<String>>> slow = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      slow.add(
          client.sendAsync(
              HttpRequest.newBuilder(server.url().resolve("/slow")).build(),
              BodyHandlers.ofString()));
    }
    while (seen.size() < 50) {
      Thread.sleep(5);
    }
    assertThat(send("GET", "/quick", "").statusCode()).isEqualTo(200);
    assertThat(slow).noneMatch(CompletableFuture::isDone);
    for (CompletableFuture<HttpResponse<String>> each : slow) {
      assertThat(each.get().statusCode()).isEqualTo(200);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(delay, delay.multipliedBy(10));
  }

  @Test
  void aDroppedConnectionBreaksAndOthersGoOn() throws Exception {
    serve();
    stub.on("ListMemberships").replyOnce(Reply.droppedConnection());
    stub.on("CreateCollaboration").replyOnce(Reply.droppedConnection());
    try (Socket socket = connect();
        Socket other = connect()) {
      write(other, "GET /collaborations HTTP/1.1\n");
      write(socket, "GET /memberships HTTP/1.1\nHost: x\n\n");
      assertThat(rest(socket)).isEmpty();
      write(other, "Host: x\nConnection: close\n\n");
      assertThat(rest(other)).startsWith("HTTP/1.1 200 ");
    }
    assertThatThrownBy(() -> send("POST", "/collaborations", COLLABORATION))
        .isInstanceOf(IOException.class);
    assertThat(send("POST", "/collaborations", COLLABORATION).statusCode()).isEqualTo(200);
  }

  @Test
  void aFaultOfOursIsToldWithoutWhatItSays() throws Exception {
    serve(
        request -> {
          throw new IllegalStateException("SELECT secret");
        });
    HttpResponse<String> answer = send("GET", "/memberships", "");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("InternalServerException");
    assertThat(answer.body())
        .contains("a fault of its own: java.lang.IllegalStateException at StubServerTest.java:")
        .doesNotContain("secret", "\\n", "\\t");
    assertThat(server.faults())
        .singleElement()
        .asString()
        .startsWith("java.lang.IllegalStateException at StubServerTest.java:");
  }

  @Test
  void anAnswerThatHttpCannotCarryIsAFaultToo() throws Exception {
    Headers headers = Headers.NONE.with("X-First", "kept?").with("X-Two", "a\r\nb");
    serve(request -> StubReply.of(WireAnswer.of(200, headers, "{}".getBytes())));
    HttpResponse<String> answer = send("GET", "/memberships", "");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().map()).doesNotContainKey("X-First");
    assertThat(answer.body()).contains("a fault of its own: java.lang.IllegalArgumentException");
    assertThat(server.faults()).hasSize(1);
  }

  @Test
  void callsOfManyThreadsAreNotMixedUp() throws Exception {
    serve();
    int threads = 8;
    int each = 100;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        tasks.add(
            () -> {
              for (int j = 0; j < each; j++) {
                String id = UUID.randomUUID().toString();
                HttpResponse<String> answer = send("GET", "/memberships/" + id, "");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("\"id\":\"" + id + "\"");
              }
              return null;
            });
      }
      for (Future<Void> done : pool.invokeAll(tasks, 50, TimeUnit.SECONDS)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(stub.calls("GetMembership")).hasSize(threads * each);
    assertThat(stub.calls())
        .allSatisfy(
            call -> assertThat(call.output()).contains(call.request().path().split("/")[2]));
  }

  @Test
  void closingBreaksWhatIsUnderWayAndFreesThePort() throws Exception {
    serve(request -> new StubReply(fine().answer(), Duration.ofHours(1)));
    CompletableFuture<HttpResponse<String>> pending =
        client.sendAsync(
            HttpRequest.newBuilder(server.url().resolve("/a")).build(), BodyHandlers.ofString());
    while (seen.isEmpty()) {
      Thread.sleep(5);
    }
    int port = server.url().getPort();
    server.close();
    assertThatThrownBy(() -> pending.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IOException.class);
    try (StubServer again =
        StubServer.start(stub, new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      assertThat(again.url().getPort()).isEqualTo(port);
    }
  }

  @Test
  void aPortInUseIsAnError() throws Exception {
    serve();
    InetSocketAddress taken =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.url().getPort());
    assertThatThrownBy(() -> StubServer.start(stub, taken)).isInstanceOf(BindException.class);
  }

  @Test
  void whatServesEverywhereTellsAnAddressThatCanBeCalled() throws Exception {
    server = StubServer.start(stub, new InetSocketAddress("0.0.0.0", 0));
    assertThat(server.url().getHost()).isEqualTo("127.0.0.1");
    assertThat(send("GET", "/memberships", "").statusCode()).isEqualTo(200);
  }

  @Test
  void noThreadKeepsTheJvmFromEnding() throws Exception {
    serve();
    send("GET", "/memberships", "");
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().matches("(HTTP-Dispatcher|contract-stub-).*"))
        .hasSizeGreaterThan(1)
        .allMatch(Thread::isDaemon);
  }
}
