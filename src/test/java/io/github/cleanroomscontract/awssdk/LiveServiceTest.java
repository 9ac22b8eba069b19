package io.github.cleanroomscontract.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.awssdk.Attempt.Failure;
import io.github.cleanroomscontract.awssdk.Attempt.Kind;
import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.replay.Exchange;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a call is made again, how soon, and what is told of it in the end. */
class LiveServiceTest {

  private static final WireRequest SENT = WireRequest.of("GET", "/memberships", "");
  private static final Attempt FINE = answered(WireAnswer.json(200, "{}"));

  /** A call of each effect. */
  private static final Map<String, String> CALLS =
      Map.of(
          "read", "ListMemberships",
          "write", "CreateCollaboration",
          "compute", "PopulateIdMappingTable",
          "delete", "DeleteMembership");

  private static final String INPUT =
      """
      {"membershipIdentifier":"m","idMappingTableIdentifier":"i"}""";

  private final FastTicker ticker = new FastTicker();
  private final Script line = new Script();

  /** Makes of each attempt what was told, in order. */
  private static final class Script implements Line {
    private final Deque<Attempt> attempts = new ArrayDeque<>();
    private int sent;

    @Override
    public Attempt send(Operation operation, String input, WireRequest written, boolean valid) {
      sent++;
      return attempts.size() > 1 ? attempts.poll() : attempts.peek();
    }

    @Override
    public String endpoint() {
      return "https://service.example";
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  @AfterEach
  void clearInterrupts() {
    Thread.interrupted();
  }

  private static Attempt answered(WireAnswer answer) {
    return new Attempt(Optional.of(SENT), Optional.of(answer), Optional.empty(), false);
  }

  private static Attempt error(int status, String name) {
    return answered(WireAnswer.error(status, name, "{}"));
  }

  private static Attempt failed(Kind kind) {
    return new Attempt(
        Optional.of(SENT), Optional.empty(), Optional.of(new Failure(kind, "it failed")), false);
  }

  private Exchange call(Settings settings, String operation, Attempt... attempts) {
    line.attempts.clear();
    line.attempts.addAll(List.of(attempts));
    try (LiveService service = new LiveService(line, settings, ticker)) {
      return service.call(
          Catalogue.current().operation(operation).orElseThrow(),
          operation.equals("ListMemberships") ? "{}" : INPUT,
          true);
    }
  }

  private Exchange read(Attempt... attempts) {
    return call(Settings.DEFAULT, "ListMemberships", attempts);
  }

  @ParameterizedTest
  @CsvSource({
    "throttled,  read write compute delete",
    "UNREACHED,  read write compute delete",
    "500,        read delete",
    "503,        read delete",
    "BROKEN,     read delete",
    "TIMED_OUT,  read delete",
    "400,        none",
    "409,        none",
    "TOO_LARGE,  none",
    "UNTRUSTED,  none",
    "UNEXPECTED, none",
    "NO_CREDENTIALS, none"
  })
  void whatMayHaveHadItsEffectIsNotMadeAgainIfThatCosts(String outcome, String again) {
    Attempt first =
        outcome.matches("[0-9]+")
            ? error(Integer.parseInt(outcome), "AnyException")
            : outcome.equals("throttled")
                ? error(429, "ThrottlingException")
                : failed(Kind.valueOf(outcome));
    CALLS.forEach(
        (effect, operation) -> {
          Exchange exchange = call(Settings.DEFAULT, operation, first, FINE);
          assertThat(exchange.attempts())
              .as(effect + " " + outcome)
              .isEqualTo(again.contains(effect) ? 2 : 1);
          assertThat(exchange.answer().filter(answer -> answer.status() == 200).isPresent())
              .isEqualTo(again.contains(effect));
        });
  }

  @Test
  void anyNameOfThrottlingIsThrottling() {
    assertThat(read(error(400, "Throttling"), error(503, "SlowDown"), FINE).attempts())
        .isEqualTo(3);
  }

  @Test
  void itIsSentNoMoreOftenThanIsSaid() {
    Exchange exchange = read(error(500, "InternalServerException"));

    assertThat(exchange.attempts()).isEqualTo(4);
    assertThat(exchange.answer().orElseThrow().status()).isEqualTo(500);
    assertThat(exchange.failure()).isEmpty();
    assertThat(call(Settings.DEFAULT.maxAttempts(1), "ListMemberships", failed(Kind.BROKEN)))
        .satisfies(once -> assertThat(once.attempts()).isEqualTo(1))
        .satisfies(once -> assertThat(once.failure()).contains("it failed"))
        .satisfies(once -> assertThat(once.last()).isFalse());
  }

  @Test
  void waitsGrowAndAreNotTheSameForAll() {
    Settings settings = Settings.DEFAULT.maxAttempts(6).callsPerSecond(1000);
    Duration longest = Duration.ZERO;
    for (int i = 0; i < 200; i++) {
      call(settings, "ListMemberships", failed(Kind.BROKEN));
    }
    for (Duration wait : ticker.waits()) {
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    assertThat(longest).isBetween(Duration.ofMillis(800), Duration.ofMillis(1600));
    assertThat(ticker.waits().stream().distinct().count()).isGreaterThan(100);
  }

  @Test
  void whoeverIsAskedToWaitWaits() {
    Headers headers = Headers.NONE.with("Retry-After", "7");
    read(answered(WireAnswer.of(429, headers, new byte[0])), FINE);

    assertThat(ticker.waits()).contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "Mon, 01 Jan 2001 00:00:00 GMT"})
  void oddWishesToWaitDoNotHoldUp(String wish) {
    Headers headers = Headers.NONE.with("Retry-After", wish);
    Exchange exchange = read(answered(WireAnswer.of(429, headers, new byte[0])), FINE);

    assertThat(exchange.attempts()).isEqualTo(2);
    assertThat(exchange.took()).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void nobodyWaitsLongerThanACallMayTake() {
    Headers headers = Headers.NONE.with("Retry-After", "121");
    Exchange exchange = read(answered(WireAnswer.of(429, headers, new byte[0])), FINE);

    assertThat(exchange.attempts()).isEqualTo(1);
    assertThat(exchange.answer().orElseThrow().status()).isEqualTo(429);
    assertThat(exchange.took()).isZero();
  }

  @Test
  void aClockIsCorrectedOnceWhateverIsCalled() {
    Attempt skewed =
        new Attempt(
            Optional.of(SENT),
            Optional.of(WireAnswer.error(403, "InvalidSignatureException", "{}")),
            Optional.empty(),
            true);
    Settings once = Settings.DEFAULT.maxAttempts(1);

    assertThat(call(once, "PopulateIdMappingTable", skewed, FINE).attempts()).isEqualTo(2);
    Exchange still = call(once, "PopulateIdMappingTable", skewed);
    assertThat(still.attempts()).isEqualTo(2);
    assertThat(still.last()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ExpiredTokenException, the credentials have expired: sign in again",
    "UnrecognizedClientException, the service does not know the credentials: check",
    "InvalidClientTokenId, the service does not know the credentials: check",
    "InvalidSignatureException, the service refuses the signature: check",
    "MissingAuthenticationTokenException, the service saw no credentials: check"
  })
  void refusedCallersLearnWhatHelps(String name, String sentence) {
    Exchange exchange = read(error(403, name));

    assertThat(exchange.failure().orElseThrow()).startsWith(sentence).endsWith("(" + name + ")");
    assertThat(exchange.last()).isTrue();
    assertThat(exchange.answer().orElseThrow().status()).isEqualTo(403);
    assertThat(exchange.attempts()).isEqualTo(1);
  }

  @Test
  void whatOneCallIsDeniedOthersMayNotBe() {
    Exchange exchange = read(error(403, "AccessDeniedException"));

    assertThat(exchange.failure()).isEmpty();
    assertThat(exchange.last()).isFalse();
  }

  /** Endpoints say so of paths that they do not know, too. */
  @Test
  void whoeverWasLetInDoesNotLackCredentials() {
    Operation operation = Catalogue.current().operation("ListMemberships").orElseThrow();
    line.attempts.addAll(List.of(FINE, error(403, "MissingAuthenticationTokenException")));
    try (LiveService service = new LiveService(line, Settings.DEFAULT, ticker)) {
      service.call(operation, "{}", true);
      assertThat(service.call(operation, "{}", true).last()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NO_CREDENTIALS, true",
    "UNREACHED, true",
    "UNTRUSTED, true",
    "BROKEN, false",
    "TIMED_OUT, false",
    "TOO_LARGE, false",
    "UNEXPECTED, false"
  })
  void whereNothingElseCanSucceedThatIsTold(Kind kind, boolean last) {
    assertThat(read(failed(kind)).last()).isEqualTo(last);
  }

  @Test
  void whatCannotBeSaidIsNotSent() {
    Exchange exchange = call(Settings.DEFAULT, "GetCollaboration", FINE);

    assertThat(exchange.failure())
        .contains(
            "this input of GetCollaboration cannot be sent: it has no path without"
                + " collaborationIdentifier");
    assertThat(exchange.last()).isFalse();
    assertThat(exchange.request()).isEmpty();
    assertThat(line.sent).isZero();
    assertThat(ticker.waits()).isEmpty();
  }

  @Test
  void interruptsEndACallAndStay() {
    Thread.currentThread().interrupt();
    Exchange exchange = read(FINE);

    assertThat(exchange.failure()).contains("the call was interrupted");
    assertThat(exchange.last()).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void callsArePacedWhateverTheyAre() {
    Settings settings = Settings.DEFAULT.callsPerSecond(4);
    line.attempts.add(FINE);
    Operation operation = Catalogue.current().operation("ListMemberships").orElseThrow();
    try (LiveService service = new LiveService(line, settings, ticker)) {
      service.call(operation, "{}", true);
      service.call(operation, "{}", true);
      ticker.pass(Duration.ofMillis(100));
      service.call(operation, "{}", true);
      ticker.pass(Duration.ofSeconds(10));
      service.call(operation, "{}", true);
      service.call(operation, "{}", true);
    }
    assertThat(ticker.waits())
        .containsExactly(Duration.ofMillis(250), Duration.ofMillis(150), Duration.ofMillis(250));
  }
}
