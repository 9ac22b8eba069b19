package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.exchange.WireRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature Version 4 as the other side calculates it, from the published algorithm alone: what a
 * request says of its signature, and what the signature should be.
 *
 * @param key the access key's id
 * @param date the day of the scope, such as {@code 20150830}
 * @param region the region of the scope
 * @param service the service of the scope
 * @param headers the names of the signed headers, as listed
 * @param signature the signature that the request came with
 */
record SigV4(
    String key,
    String date,
    String region,
    String service,
    List<String> headers,
    String signature) {

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/, ]+)/([0-9]{8})/([^/, ]+)/([^/, ]+)/aws4_request, ?"
              + "SignedHeaders=([^, ]+), ?Signature=([0-9a-f]{64})");

  /** Returns what a request says of its signature; empty if it is not signed, or not so. */
  static Optional<SigV4> of(WireRequest request) {
    Matcher matcher =
        AUTHORIZATION.matcher(request.headers().first("Authorization").orElse("").trim());
    return matcher.matches()
        ? Optional.of(
            new SigV4(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3),
                matcher.group(4),
                List.of(matcher.group(5).split(";")),
                matcher.group(6)))
        : Optional.empty();
  }

  /** Returns the signature that a request should have. */
  String expected(WireRequest request, String secret) {
    String scope = String.join("/", date, region, service, "aws4_request");
    String text =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            request.headers().first("X-Amz-Date").orElse(""),
            scope,
            hash(canonical(request).getBytes(StandardCharsets.UTF_8)));
    byte[] derived = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/")) {
      derived = hmac(derived, part);
    }
    return hex(hmac(derived, text));
  }

  /** Returns the canonical form of a request, which is what is signed. */
  String canonical(WireRequest request) {
    return String.join(
        "\n",
        request.method(),
        path(request.path()),
        query(request.query()),
        headers.stream()
            .map(name -> name + ":" + value(request, name) + "\n")
            .collect(Collectors.joining()),
        String.join(";", headers),
        hash(request.body()));
  }

  /** The path is normalised, and encoded once more than it travels. */
  private static String path(String path) {
    Deque<String> kept = new ArrayDeque<>();
    for (String segment : path.split("/")) {
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.addLast(segment);
      }
    }
    String joined = "/" + String.join("/", kept);
    boolean folder = path.endsWith("/") && joined.length() > 1;
    return encoded(folder ? joined + "/" : joined, true);
  }

  private static String query(String query) {
    return Stream.of(query.split("&"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.split("=", 2))
        .map(
            pair ->
                new String[] {
                  encoded(decoded(pair[0]), false),
                  encoded(decoded(pair.length > 1 ? pair[1] : ""), false)
                })
        .sorted(
            (one, other) -> {
              int names = one[0].compareTo(other[0]);
              return names != 0 ? names : one[1].compareTo(other[1]);
            })
        .map(pair -> pair[0] + "=" + pair[1])
        .collect(Collectors.joining("&"));
  }

  private static String value(WireRequest request, String name) {
    return request.headers().values().getOrDefault(name, List.of()).stream()
        .map(value -> value.trim().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }

  /** Returns the headers that would have to be signed, and are not. */
  List<String> unsigned(WireRequest request) {
    return request.headers().values().keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
        .filter(name -> !headers.contains(name))
        .toList();
  }

  private static String encoded(String text, boolean slashes) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xFF);
      boolean plain =
          character < 0x80 && Character.isLetterOrDigit(character)
              || "-_.~".indexOf(character) >= 0
              || slashes && character == '/';
      encoded.append(plain ? String.valueOf(character) : "%%%02X".formatted((int) character));
    }
    return encoded.toString();
  }

  private static String decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%' && i + 2 < raw.length) {
        bytes.write(HexFormat.fromHexDigits(text(raw, i + 1)));
        i += 2;
      } else {
        bytes.write(raw[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String text(byte[] raw, int from) {
    return new String(Arrays.copyOfRange(raw, from, from + 2), StandardCharsets.US_ASCII);
  }

  static String hash(byte[] bytes) {
    try {
      return hex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
