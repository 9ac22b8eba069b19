package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.catalogue.Catalogue;
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
    return at(request.encodedPath(), request, body);
  }

  /** Returns the request of an operation, without what an endpoint has before its path. */
  static WireRequest request(SdkHttpRequest request, String operation, byte[] body) {
    String path = request.encodedPath();
    String template =
        Catalogue.current().operation(operation).map(each -> each.http().path()).orElse(path);
    for (long more = slashes(path) - slashes(template); more > 0; more--) {
      path = path.substring(path.indexOf('/', 1));
    }
    return at(path, request, body);
  }

  private static WireRequest at(String path, SdkHttpRequest request, byte[] body) {
    String query = request.encodedQueryParameters().map(text -> "?" + text).orElse("");
    return WireRequest.of(
        request.method().name(), path + query, Headers.of(request.headers()), body);
  }

  private static long slashes(String path) {
    return path.chars().filter(each -> each == '/').count();
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
