package io.github.cleanroomscontract.awssdk;

import java.util.Map;
import java.util.TreeMap;

/** What of the AWS SDK has to be there. Stateless. */
final class Libraries {

  /** A class of each, by the artifact that has it. */
  private static final Map<String, String> NEEDED =
      new TreeMap<>(
          Map.of(
              "software.amazon.awssdk:cleanrooms",
              "software.amazon.awssdk.services.cleanrooms.CleanRoomsClient",
              "software.amazon.awssdk:apache-client",
              "software.amazon.awssdk.http.apache.ApacheHttpClient"));

  private Libraries() {}

  /**
   * Makes sure that all is there.
   *
   * @throws IllegalStateException if something is not; it says what
   */
  static void check() {
    NEEDED.forEach(
        (artifact, type) -> {
          try {
            Class.forName(type, false, Libraries.class.getClassLoader());
          } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException(
                "calls to the service need the AWS SDK: put " + artifact + " on the class path", e);
          }
        });
  }
}
