package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.awssdk.Attempt.Failure;
import io.github.cleanroomscontract.awssdk.Attempt.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.http.conn.ConnectTimeoutException;

/** What networks do, for people. Stateless. */
final class Breakdowns {

  /** More came than anybody reads. */
  static final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(int largest) {
      super("the answer has more than " + (largest >> 20) + " MiB");
    }
  }

  private Breakdowns() {}

  /** Returns why no answer came, if it was too late. */
  static Failure late(Duration limit) {
    return new Failure(
        Kind.TIMED_OUT, "no whole answer came within " + limit.toMillis() / 1000.0 + " s");
  }

  /**
   * Returns why no answer came.
   *
   * @param host where it was to come from
   * @param limit how long was waited
   */
  static Failure of(Exception e, String host, Duration limit) {
    if (e instanceof UnknownHostException) {
      return new Failure(
          Kind.UNREACHED,
          "there is no host "
              + host
              + ": check the region, and that the service is there, the endpoint, and the network");
    }
    if (e instanceof ConnectTimeoutException || e instanceof NoRouteToHostException) {
      return new Failure(
          Kind.UNREACHED, "no connection to " + host + " came about: check the network");
    }
    if (e instanceof ConnectException) {
      return new Failure(
          Kind.UNREACHED, "the connection to " + host + " was refused: nobody serves there");
    }
    if (e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException) {
      return new Failure(
          Kind.UNTRUSTED,
          host + " does not prove who it is: check what is in between, such as a proxy");
    }
    if (e instanceof SocketTimeoutException) {
      return late(limit);
    }
    if (e instanceof TooLargeException) {
      return new Failure(Kind.TOO_LARGE, e.getMessage());
    }
    return new Failure(
        Kind.BROKEN, "the connection to " + host + " broke before the whole answer was there");
  }
}
