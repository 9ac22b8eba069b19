package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.exchange.WireRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/** Sends requests as they are, signed as the SDK signs its own. Thread-safe. */
final class RawCalls {

  private static final String SERVICE = "cleanrooms";

  private final SdkHttpClient http;
  private final Place place;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  RawCalls(SdkHttpClient http, Place place) {
    this.http = http;
    this.place = place;
  }

  /**
   * Makes a call, of which the client tells.
   *
   * @param clock the time that it tells
   */
  void make(WireRequest request, AwsCredentials credentials, Clock clock) {
    ContentStreamProvider body =
        request.body().length == 0 ? null : ContentStreamProvider.fromByteArray(request.body());
    SignedRequest signed =
        signer.sign(
            sign ->
                sign.identity(credentials)
                    .request(unsigned(request))
                    .payload(body)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, place.region().id())
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock));
    HttpExecuteRequest ready =
        HttpExecuteRequest.builder()
            .request(signed.request())
            .contentStreamProvider(signed.payload().orElse(null))
            .build();
    try {
      http.prepareRequest(ready).call();
    } catch (IOException e) {
      // Whoever follows the call was told.
    }
  }

  private SdkHttpRequest unsigned(WireRequest request) {
    SdkHttpFullRequest.Builder unsigned =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.fromValue(request.method()))
            .uri(place.endpoint())
            .encodedPath(place.path() + request.path())
            .putHeader("User-Agent", "cleanrooms-contract-kit");
    if (request.body().length > 0) {
      unsigned.putHeader("Content-Length", String.valueOf(request.body().length));
    }
    request.headers().values().forEach(unsigned::putHeader);
    for (String part : request.query().split("&")) {
      if (!part.isEmpty()) {
        String[] pair = part.split("=", 2);
        unsigned.appendRawQueryParameter(decoded(pair[0]), decoded(pair[1]));
      }
    }
    return unsigned.build();
  }

  /** The SDK encodes what is in a query by itself. */
  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
