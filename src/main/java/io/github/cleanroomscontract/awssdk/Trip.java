package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import java.util.Optional;
import java.util.function.BiPredicate;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** What travels in one attempt. Not thread-safe: an attempt is made by one thread. */
final class Trip {

  private final String base;
  private Optional<WireRequest> request = Optional.empty();
  private Optional<WireAnswer> answer = Optional.empty();
  private Optional<Attempt.Failure> failure = Optional.empty();

  /**
   * @param base what the endpoint has before every path
   */
  Trip(String base) {
    this.base = base;
  }

  void sent(SdkHttpRequest sent, byte[] body) {
    WireRequest whole = Wire.request(sent, body);
    String target = whole.target();
    request =
        Optional.of(
            WireRequest.of(
                whole.method(),
                target.startsWith(base) ? target.substring(base.length()) : target,
                whole.headers(),
                whole.body()));
  }

  void answered(SdkHttpResponse response, byte[] body) {
    answer = Optional.of(Wire.answer(response, body));
  }

  /** Keeps the first failure: what follows comes of it. */
  void failed(Attempt.Kind kind, String sentence) {
    failure = failure.or(() -> Optional.of(new Attempt.Failure(kind, sentence)));
  }

  boolean isSent() {
    return request.isPresent();
  }

  /**
   * Returns what came of it, without credentials.
   *
   * @param corrected tells whether an answer to a request refused the time, which was corrected
   */
  Attempt attempt(Secrets secrets, BiPredicate<WireRequest, WireAnswer> corrected) {
    // What the SDK makes of a whole answer does not matter.
    boolean clock = answer.isPresent() && corrected.test(request.orElseThrow(), answer.get());
    Optional<Attempt.Failure> why =
        answer.isPresent()
            ? Optional.empty()
            : failure.or(
                () ->
                    Optional.of(
                        new Attempt.Failure(
                            Attempt.Kind.UNEXPECTED,
                            "the AWS SDK made no call, and did not say why")));
    return new Attempt(request.map(Secrets::without), answer.map(secrets::without), why, clock);
  }
}
