package io.github.cleanroomscontract.awssdk;

/** What of the AWS SDK has to be there. Stateless. */
final class Libraries {

  private static final String SDK = "software.amazon.awssdk.";

  private Libraries() {}

  /**
   * Makes sure that all is there.
   *
   * @throws IllegalStateException if something is not; it says what
   */
  static void check() {
    check("services.cleanrooms.CleanRoomsClient", "cleanrooms");
    check("http.apache.ApacheHttpClient", "apache-client");
  }

  private static void check(String type, String artifact) {
    try {
      Class.forName(SDK + type, false, Libraries.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalStateException(
          "calls to the service need the AWS SDK: put software.amazon.awssdk:"
              + artifact
              + " on the class path",
          e);
    }
  }
}
