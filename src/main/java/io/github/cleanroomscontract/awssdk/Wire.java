package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The SDK's HTTP messages as the kit's, and back. */
final class Wire {

  private Wire() {}

  static WireRequest request(SdkHttpRequest request, byte[] body) {
    String query = request.encodedQueryParameters().map(text -> "?" + text).orElse("");
    return WireRequest.of(
        request.method().name(),
        request.encodedPath() + query,
        Headers.of(request.headers()),
        body);
  }

  static WireAnswer answer(SdkHttpResponse response, byte[] body) {
    return WireAnswer.of(response.statusCode(), Headers.of(response.headers()), body);
  }

  static SdkHttpFullResponse response(WireAnswer answer) {
    return SdkHttpFullResponse.builder()
        .statusCode(answer.status())
        .headers(answer.headers().values())
        .build();
  }
}
