package io.github.cleanroomscontract.exchange;

import java.nio.charset.StandardCharsets;

/** Percent-encoding as RFC 3986 has it, of all but the unreserved characters. Stateless. */
final class Percent {

  private Percent() {}

  static String encoded(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xFF);
      if (isUnreserved(character)) {
        encoded.append(character);
      } else {
        encoded.append("%%%02X".formatted((int) character));
      }
    }
    return encoded.toString();
  }

  private static boolean isUnreserved(char character) {
    return character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z'
        || character >= '0' && character <= '9'
        || "-_.~".indexOf(character) >= 0;
  }
}
