package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Takes credentials out of what is kept. Immutable. */
final class Secrets {

  private static final Set<String> HEADERS =
      Set.of(
          "authorization", "proxy-authorization", "x-amz-security-token", "cookie", "set-cookie");

  private static final String MASK = "***";

  /** A shorter one is no credential, and may be anywhere. */
  private static final int SHORTEST = 16;

  private final List<String> texts = new ArrayList<>();

  Secrets(AwsCredentials credentials) {
    add(credentials.accessKeyId());
    add(credentials.secretAccessKey());
    if (credentials instanceof AwsSessionCredentials session) {
      add(session.sessionToken());
    }
  }

  private void add(String text) {
    if (text.length() >= SHORTEST) {
      texts.add(text);
      // As JSON has it.
      texts.add(text.replace("/", "\\/"));
    }
  }

  /** Returns a request without the headers that carry credentials. */
  static WireRequest without(WireRequest request) {
    return WireRequest.of(
        request.method(), request.target(), without(request.headers()), request.body());
  }

  private static Headers without(Headers headers) {
    Map<String, List<String>> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    kept.putAll(headers.values());
    kept.keySet().removeIf(name -> HEADERS.contains(name.toLowerCase(Locale.ROOT)));
    return Headers.of(kept);
  }

  /** Returns an answer without the credentials: services say what they should have been. */
  WireAnswer without(WireAnswer answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    without(answer.headers())
        .values()
        .forEach((name, values) -> headers.put(name, values.stream().map(this::masked).toList()));
    return WireAnswer.of(answer.status(), Headers.of(headers), masked(answer.body()));
  }

  private byte[] masked(byte[] body) {
    // One character a byte, so that the bytes around stay what they are.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String masked = masked(text);
    return masked.equals(text) ? body : masked.getBytes(StandardCharsets.ISO_8859_1);
  }

  private String masked(String text) {
    String masked = text;
    for (String secret : texts) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }
}
