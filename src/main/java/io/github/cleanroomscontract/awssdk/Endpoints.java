package io.github.cleanroomscontract.awssdk;

import java.net.URI;
import java.util.Locale;

/** Which places calls may go to: those that nobody listens in on. Stateless. */
final class Endpoints {

  private Endpoints() {}

  /**
   * Makes sure that signed calls may go to a place.
   *
   * @throws IllegalArgumentException if not; it says why, without what may be a password
   */
  static void check(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http") || url.getHost() == null) {
      throw new IllegalArgumentException(
          "an endpoint is an https URL, such as https://cleanrooms.eu-west-1.amazonaws.com");
    }
    if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "an endpoint has neither user, query nor fragment; found one at host " + url.getHost());
    }
    if (scheme.equals("http") && !isLoopback(url.getHost())) {
      throw new IllegalArgumentException(
          "calls go over http to this machine alone, such as http://127.0.0.1:8217; for "
              + url.getHost()
              + " use https");
    }
  }

  /** Names are not looked up: what they stand for may change. */
  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.matches("127(\\.[0-9]{1,3}){3}")
        || host.equals("[::1]")
        || host.equals("[0:0:0:0:0:0:0:1]");
  }
}
