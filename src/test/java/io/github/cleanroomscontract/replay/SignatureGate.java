package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * Lets in what is signed with the key of the {@link LiveStandIn}, and refuses the rest as AWS does.
 *
 * @param now the time, by its own clock
 */
record SignatureGate(Instant now) {

  private static final Duration LARGEST_SKEW = Duration.ofMinutes(5);
  private static final DateTimeFormatter AMZ_DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Returns what is answered to a request that is not let in. */
  Optional<WireAnswer> refusal(WireRequest request) {
    Optional<SigV4> signed = SigV4.of(request);
    if (signed.isEmpty()) {
      boolean tried = request.headers().first("Authorization").isPresent();
      return Optional.of(
          tried
              ? error("IncompleteSignatureException", "The signature is not as it has to be.")
              : error("MissingAuthenticationTokenException", "Missing Authentication Token"));
    }
    Optional<String> token = request.headers().first("X-Amz-Security-Token");
    if (!signed.get().key().equals(LiveStandIn.ACCESS_KEY)
        || token.filter(each -> !each.equals(LiveStandIn.SESSION_TOKEN)).isPresent()) {
      return Optional.of(
          error(
              "UnrecognizedClientException",
              "The security token included in the request is invalid."));
    }
    return wrong(signed.get(), request).map(message -> error("InvalidSignatureException", message));
  }

  private Optional<String> wrong(SigV4 signed, WireRequest request) {
    String date = request.headers().first("X-Amz-Date").orElse("");
    if (!date.matches("[0-9]{8}T[0-9]{6}Z") || !date.startsWith(signed.date())) {
      return Optional.of("Date in Credential scope does not match YYYYMMDD from X-Amz-Date.");
    }
    if (!signed.region().equals(LiveStandIn.REGION) || !signed.service().equals("cleanrooms")) {
      return Optional.of("Credential should be scoped to a valid region and correct service.");
    }
    Duration skew = Duration.between(AMZ_DATE.parse(date, Instant::from), now);
    if (skew.abs().compareTo(LARGEST_SKEW) > 0) {
      String what = skew.isNegative() ? "not yet current" : "expired";
      return Optional.of("Signature %s: %s, it is %s".formatted(what, date, AMZ_DATE.format(now)));
    }
    if (!signed.unsigned(request).isEmpty()) {
      return Optional.of("These headers have to be signed: " + signed.unsigned(request));
    }
    Optional<String> hash = request.headers().first("X-Amz-Content-Sha256");
    boolean other = hash.filter(each -> !each.equals(SigV4.hash(request.body()))).isPresent();
    if (other || !signed.expected(request, LiveStandIn.SECRET_KEY).equals(signed.signature())) {
      // AWS tells it with all headers, the token included.
      return Optional.of(
          "The request signature we calculated does not match the signature you provided.\n\n"
              + "The Canonical String for this request should have been\n'"
              + signed.canonical(request)
              + "'");
    }
    return Optional.empty();
  }

  static WireAnswer error(String name, String message) {
    return WireAnswer.error(403, name, Trees.json(Map.of("message", message)));
  }
}
