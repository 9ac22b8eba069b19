package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.ReadRequest;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.internal.sample.Trees;
import io.github.cleanroomscontract.replay.LoopbackServer.Manner;
import io.github.cleanroomscontract.replay.LoopbackServer.Sent;
import io.github.cleanroomscontract.stub.ContractStub;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkGlobalTime;

/**
 * The service over real HTTP on loopback, as it behaves on good days and bad: it checks the
 * signature of every request as AWS does, answers as {@link ContractStub} does, counts, and breaks
 * what it is told to break.
 *
 * <pre>{@code
 * try (LiveStandIn service = LiveStandIn.start()) {
 *   service.useCredentials();
 *   service.throttle(2).answer("GetMembership", answer -> WireAnswer.json(200, "{}"));
 *   Service client = LiveService.builder().region("us-east-1").endpoint(service.url()).build();
 *   …
 *   assertThat(service.count("GetMembership")).isEqualTo(3);
 * }
 * }</pre>
 *
 * <p>Faults strike the next calls in the order in which they were told, one a call; what is struck
 * by one that has no answer of its own (all but {@link Fault#THROTTLE}, {@link Fault#SERVER_ERROR},
 * {@link Fault#NON_JSON} and {@link Fault#RESET}) had its effect in the stub. Everything may be
 * told at any time. Thread-safe.
 */
public final class LiveStandIn implements AutoCloseable {

  /** The key that requests are to be signed with. */
  public static final String ACCESS_KEY = "AKIAIOSFODNN7EXAMPLE";

  /** Its secret. */
  public static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

  /** The token that they may have besides, but need not. */
  public static final String SESSION_TOKEN = "FwoGZXIvYXdzEXAMPLETOKEN/+==//8wEaDKxLqExample";

  /** The region that it is in. */
  public static final String REGION = "us-east-1";

  private static final String TOKEN = "nextToken";

  /** What goes wrong with a call. */
  public enum Fault {
    /** 429 ThrottlingException. */
    THROTTLE,
    /** 500 InternalServerException. */
    SERVER_ERROR,
    /** 200 with a page of HTML, as proxies send it. */
    NON_JSON,
    /** The connection is reset before anything comes. */
    RESET,
    /** The connection ends in the middle of the body. */
    TRUNCATED,
    /** The connection ends before the last chunk. */
    BROKEN_CHUNKS,
    /** A byte of the body comes now and then, for minutes. */
    DRIPPING,
    /** The body has 80 MB. */
    HUGE,
    /** What comes is no HTTP. */
    GARBAGE
  }

  /**
   * A request that came, whatever became of it.
   *
   * @param operation the operation's name; empty if there is none at that path
   * @param request the request
   * @param input the input as JSON, put back together; empty if there is no operation
   * @param refusal why its signature was refused; empty if it was right
   * @param at when it came, by the machine's own clock
   */
  public record Received(
      Optional<String> operation,
      WireRequest request,
      String input,
      Optional<String> refusal,
      Instant at) {}

  private record Told(Optional<String> operation, Fault fault, AtomicInteger left) {}

  private final Set<String> accepted = ConcurrentHashMap.newKeySet();
  private final Map<String, WireAnswer> rejections = new ConcurrentHashMap<>();
  private final Map<String, UnaryOperator<WireAnswer>> changes = new ConcurrentHashMap<>();
  private final List<Told> faults = new CopyOnWriteArrayList<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Map<String, String> properties = new HashMap<>();
  private final AtomicInteger untilExpiry = new AtomicInteger(Integer.MAX_VALUE);
  private final ContractStub stub;
  private final LoopbackServer server;
  private volatile Clock clock = Clock.systemUTC();
  private volatile Duration delay = Duration.ZERO;
  private volatile boolean endless;

  private LiveStandIn(ContractStub.Builder builder) {
    this.stub =
        builder
            .region(REGION)
            .accepting((operation, finding) -> accepted.contains(operation))
            .build();
    this.server = LoopbackServer.start(this::answer);
  }

  /**
   * Starts one at a free port that knows no resource yet, and makes up whatever it is asked for.
   */
  public static LiveStandIn start() {
    return start(ContractStub.builder());
  }

  /** Starts one that answers as a stub that is built so; what it accepts and its region are set. */
  public static LiveStandIn start(ContractStub.Builder builder) {
    return new LiveStandIn(builder);
  }

  /** Returns where it is. */
  public URI url() {
    return server.url();
  }

  /** Returns what answers, to be scripted or asked. */
  public ContractStub stub() {
    return stub;
  }

  /**
   * Has the SDK's default chain in this JVM find the right key, without token, until it is closed.
   */
  public LiveStandIn useCredentials() {
    property("aws.accessKeyId", ACCESS_KEY);
    property("aws.secretAccessKey", SECRET_KEY);
    return this;
  }

  /** Has the SDK's default chain in this JVM find the right key with its token. */
  public LiveStandIn useSessionCredentials() {
    property("aws.sessionToken", SESSION_TOKEN);
    return useCredentials();
  }

  private void property(String name, String value) {
    properties.putIfAbsent(name, System.getProperty(name, ""));
    System.setProperty(name, value);
  }

  /** Returns the variables by which other processes find the right key, and this region. */
  public static Map<String, String> environment() {
    return Map.of(
        "AWS_ACCESS_KEY_ID", ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY", SECRET_KEY,
        "AWS_REGION", REGION);
  }

  /** Answers the next calls with 429 ThrottlingException. */
  public LiveStandIn throttle(int calls) {
    return fault(Fault.THROTTLE, calls);
  }

  /** Answers the next calls with 500 InternalServerException. */
  public LiveStandIn serverError(int calls) {
    return fault(Fault.SERVER_ERROR, calls);
  }

  /** Resets the connections of the next calls. */
  public LiveStandIn reset(int calls) {
    return fault(Fault.RESET, calls);
  }

  /** Ends the connections of the next calls in the middle of the body. */
  public LiveStandIn truncated(int calls) {
    return fault(Fault.TRUNCATED, calls);
  }

  /** Answers the next calls with a page of HTML. */
  public LiveStandIn nonJson(int calls) {
    return fault(Fault.NON_JSON, calls);
  }

  /** Has the next calls go wrong, whatever they ask for. */
  public LiveStandIn fault(Fault fault, int calls) {
    faults.add(new Told(Optional.empty(), fault, new AtomicInteger(calls)));
    return this;
  }

  /** Has the next calls of an operation go wrong. */
  public LiveStandIn fault(String operation, Fault fault, int calls) {
    faults.add(new Told(Optional.of(operation), fault, new AtomicInteger(calls)));
    return this;
  }

  /** Waits before each answer from now on. */
  public LiveStandIn slow(Duration wait) {
    delay = wait;
    return this;
  }

  /** Has the credentials expire after some more calls. */
  public LiveStandIn expiredCredentials(int calls) {
    untilExpiry.set(calls);
    return this;
  }

  /** Has its clock go ahead of this machine's; behind it if negative. */
  public LiveStandIn clockSkew(Duration ahead) {
    clock = Clock.offset(Clock.systemUTC(), ahead);
    return this;
  }

  /**
   * Has it change what it answers to an operation, errors included, after the stub has answered.
   */
  public LiveStandIn answer(String operation, UnaryOperator<WireAnswer> change) {
    changes.put(operation, change);
    return this;
  }

  /**
   * Has it accept requests of an operation that break the contract; it remembers nothing of them.
   */
  public LiveStandIn accept(String operation) {
    accepted.add(operation);
    return this;
  }

  /** Has it reject every request of an operation with 400 ValidationException. */
  public LiveStandIn reject(String operation, String message) {
    Map<String, Object> body =
        Map.of("message", message, "reason", "FIELD_VALIDATION_FAILED", "fieldList", List.of());
    return reject(operation, WireAnswer.error(400, "ValidationException", Trees.json(body)));
  }

  /** Has it reject every request of an operation with an answer, which the stub does not see. */
  public LiveStandIn reject(String operation, WireAnswer answer) {
    rejections.put(operation, answer);
    return this;
  }

  /** Says in every page of every list that there is one more. */
  public LiveStandIn endlessPages() {
    endless = true;
    return this;
  }

  /** Returns all requests that came, in order, refused and broken ones included. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  /** Returns the requests of an operation that came, in order. */
  public List<Received> received(String operation) {
    return received.stream()
        .filter(each -> each.operation().filter(operation::equals).isPresent())
        .toList();
  }

  /** Returns how many requests of an operation came. */
  public int count(String operation) {
    return received(operation).size();
  }

  /** Returns how many requests of each operation came. */
  public Map<String, Long> counts() {
    return received.stream()
        .collect(
            Collectors.groupingBy(
                each -> each.operation().orElse("unknown"), Collectors.counting()));
  }

  private Sent answer(WireRequest request) {
    Optional<ReadRequest> read = ReadRequest.of(request);
    Optional<String> operation = read.map(each -> each.operation().name());
    Optional<WireAnswer> refusal =
        new SignatureGate(clock.instant()).refusal(request).or(this::expired);
    received.add(
        new Received(
            operation,
            request,
            read.map(each -> each.input().text()).orElse(""),
            refusal.flatMap(WireAnswer::errorName),
            Instant.now()));
    if (refusal.isPresent()) {
      return new Sent(dated(refusal.get()), delay, Manner.WHOLE);
    }
    Optional<Fault> fault = fault(operation.orElse(""));
    Manner manner = fault.map(LiveStandIn::manner).orElse(Manner.WHOLE);
    WireAnswer answer =
        fault.flatMap(LiveStandIn::own).orElseGet(() -> answer(read, operation, request));
    return new Sent(dated(answer), delay, manner);
  }

  private Optional<WireAnswer> expired() {
    int left = untilExpiry.getAndUpdate(n -> n == Integer.MAX_VALUE ? n : Math.max(0, n - 1));
    return left == 0
        ? Optional.of(
            SignatureGate.error(
                "ExpiredTokenException", "The security token included in the request is expired"))
        : Optional.empty();
  }

  private Optional<Fault> fault(String operation) {
    for (Told told : faults) {
      boolean meant = told.operation().map(operation::equals).orElse(true);
      if (meant && told.left().getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        return Optional.of(told.fault());
      }
    }
    return Optional.empty();
  }

  private static Manner manner(Fault fault) {
    return switch (fault) {
      case THROTTLE, SERVER_ERROR, NON_JSON -> Manner.WHOLE;
      case RESET -> Manner.RESET;
      case TRUNCATED -> Manner.TRUNCATED;
      case BROKEN_CHUNKS -> Manner.BROKEN_CHUNKS;
      case DRIPPING -> Manner.DRIPPING;
      case HUGE -> Manner.HUGE;
      case GARBAGE -> Manner.GARBAGE;
    };
  }

  private static Optional<WireAnswer> own(Fault fault) {
    return Optional.ofNullable(
        switch (fault) {
          case THROTTLE ->
              WireAnswer.error(429, "ThrottlingException", "{\"message\":\"Rate exceeded\"}");
          case SERVER_ERROR ->
              WireAnswer.error(
                  500, "InternalServerException", "{\"message\":\"An internal error occurred.\"}");
          case NON_JSON -> WireAnswer.json(200, "<html><body>Sign in</body></html>");
          case RESET -> WireAnswer.json(200, "");
          default -> null;
        });
  }

  private WireAnswer answer(
      Optional<ReadRequest> read, Optional<String> operation, WireRequest request) {
    WireAnswer rejection = rejections.get(operation.orElse(""));
    WireAnswer answer =
        rejection != null
            ? rejection
            : stub.handle(endless ? firstPage(request) : request)
                .answer()
                .orElseGet(() -> WireAnswer.json(500, ""));
    if (endless && read.isPresent()) {
      answer = withNextPage(read.get().operation(), answer);
    }
    return changes.getOrDefault(operation.orElse(""), UnaryOperator.identity()).apply(answer);
  }

  /** The tokens of endless lists are none of the stub's. */
  private static WireRequest firstPage(WireRequest request) {
    String query =
        Arrays.stream(request.query().split("&"))
            .filter(part -> !part.startsWith(TOKEN + "="))
            .collect(Collectors.joining("&"));
    String target = request.path() + (query.isEmpty() ? "" : "?" + query);
    return WireRequest.of(request.method(), target, request.headers(), request.body());
  }

  private static WireAnswer withNextPage(Operation operation, WireAnswer answer) {
    if (answer.status() != 200 || operation.response().member(TOKEN).isEmpty()) {
      return answer;
    }
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    Map<String, Object> page = Trees.copy(Trees.read(body));
    page.put(TOKEN, "page-" + Long.toString(System.nanoTime(), 36));
    byte[] bytes = Trees.json(page).getBytes(StandardCharsets.UTF_8);
    return WireAnswer.of(answer.status(), answer.headers(), bytes);
  }

  private WireAnswer dated(WireAnswer answer) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
    return WireAnswer.of(answer.status(), answer.headers().with("Date", date), answer.body());
  }

  /** Ends at once, and has the SDK find what it found before. */
  @Override
  public void close() {
    server.close();
    // What the SDK learns of another's clock, it keeps for the whole JVM.
    SdkGlobalTime.setGlobalTimeOffset(0);
    properties.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }
}
