package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.exchange.Headers;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request went. It need not be valid, since captures hold what was sent.
 *
 * @param host the host in lower case, without port; empty if it is not told
 * @param target path and query with their escapes
 */
record Url(String host, String target) {

  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*)([^#]*).*", Pattern.DOTALL);
  private static final Pattern PORT = Pattern.compile(":[0-9]*$");
  private static final Pattern SERVICE =
      Pattern.compile(
          "(?:[a-z0-9-]+\\.)?cleanrooms(?:-fips)?\\.[a-z0-9-]+"
              + "\\.(?:vpce\\.)?(?:amazonaws\\.com(?:\\.cn)?|api\\.aws|api\\.amazonwebservices\\.com\\.cn)");
  private static final Pattern NEAR =
      Pattern.compile("localhost|.*\\.localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]");

  /** What a signature is for: date, region, and the name of the service. */
  private static final Pattern SIGNED =
      Pattern.compile("Credential=[^/,]+/[0-9]+/[^/,]+/cleanrooms/aws4_request");

  static Url parse(String text) {
    Matcher matcher = ABSOLUTE.matcher(text);
    if (!matcher.matches()) {
      int fragment = text.indexOf('#');
      return new Url("", fragment < 0 ? text : text.substring(0, fragment));
    }
    String authority = matcher.group(1);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    String target = matcher.group(2);
    return new Url(
        PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT),
        target.startsWith("/") ? target : "/" + target);
  }

  /** Returns whether the request is the service's, whatever it asks for. */
  boolean isOfTheService(Headers headers) {
    return SERVICE.matcher(host).matches()
        || headers.first("Authorization").filter(each -> SIGNED.matcher(each).find()).isPresent();
  }

  /** Returns whether something that stands in for the service may have got it. */
  boolean isNear() {
    return NEAR.matcher(host).matches();
  }

  /** Returns the host as it may be printed. */
  String shownHost() {
    String shown = host.replaceAll("[^a-z0-9.:\\[\\]_-]", "?");
    String cut = shown.length() > 100 ? shown.substring(0, 100) + "…" : shown;
    return cut;
  }
}
