package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.exchange.WireAnswer;
import java.util.Map;
import java.util.Optional;

/** Answers that refuse the caller, whatever is asked, and what helps. Stateless. */
final class Refusals {

  private static final String EXPIRED =
      "the credentials have expired: sign in again, such as with aws sso login, or renew the"
          + " session";
  private static final String UNKNOWN =
      "the service does not know the credentials: check the access key, its session token and the"
          + " profile, and that the account has this region enabled";
  private static final String SIGNATURE =
      "the service refuses the signature: check the secret access key, the region and the clock of"
          + " this machine";
  private static final String MISSING =
      "the service saw no credentials: check the endpoint, and what is in between, such as a proxy";

  /** The one that some endpoints also answer to paths that they do not know. */
  private static final String MISSING_TOKEN = "MissingAuthenticationToken";

  private static final Map<String, String> REMEDIES =
      Map.ofEntries(
          Map.entry("ExpiredToken", EXPIRED),
          Map.entry("RequestExpired", SIGNATURE),
          Map.entry("RequestInTheFuture", SIGNATURE),
          Map.entry("RequestTimeTooSkewed", SIGNATURE),
          Map.entry("UnrecognizedClient", UNKNOWN),
          Map.entry("InvalidClientTokenId", UNKNOWN),
          Map.entry("InvalidAccessKeyId", UNKNOWN),
          Map.entry("InvalidToken", UNKNOWN),
          Map.entry("InvalidSignature", SIGNATURE),
          Map.entry("SignatureDoesNotMatch", SIGNATURE),
          Map.entry("IncompleteSignature", SIGNATURE),
          Map.entry(MISSING_TOKEN, MISSING));

  private Refusals() {}

  /**
   * Returns what helps, as a sentence; empty if the answer does not refuse the caller.
   *
   * @param known whether the caller was let in before
   */
  static Optional<String> remedy(WireAnswer answer, boolean known) {
    if (answer.status() < 400 || answer.status() >= 500) {
      return Optional.empty();
    }
    return answer
        .errorName()
        .filter(name -> !known || !plain(name).equals(MISSING_TOKEN))
        .flatMap(
            name ->
                Optional.ofNullable(REMEDIES.get(plain(name)))
                    .map(remedy -> remedy + " (" + name + ")"));
  }

  /** Returns whether an answer may be about the time of the request. */
  static boolean isOfTheTime(WireAnswer answer) {
    return answer
        .errorName()
        .map(name -> REMEDIES.get(plain(name)))
        .filter(SIGNATURE::equals)
        .isPresent();
  }

  private static String plain(String name) {
    return name.endsWith("Exception")
        ? name.substring(0, name.length() - "Exception".length())
        : name;
  }
}
