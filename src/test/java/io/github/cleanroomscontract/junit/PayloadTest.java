package io.github.cleanroomscontract.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cleanrooms.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cleanrooms.model.StartProtectedQueryRequest;
import software.amazon.awssdk.services.cleanrooms.model.StartProtectedQueryResponse;

class PayloadTest {

  private static final String REQUEST =
      "fixtures/protected-query/StartProtectedQuery/valid/request.minimal.json";
  private static final String RESPONSE =
      "fixtures/protected-query/StartProtectedQuery/valid/response.minimal.json";
  private static final String ERROR =
      "fixtures/protected-query/StartProtectedQuery/valid/error.ResourceNotFoundException.json";
  private static final String ID = "26b0c2fc-7fc5-4306-8874-09750a082295";

  private final String ofTheConstructor;
  private String ofTheSetup;

  PayloadTest(@Payload(REQUEST) String payload) {
    ofTheConstructor = payload;
  }

  @BeforeEach
  void takeOne(@Payload(REQUEST) String payload) {
    ofTheSetup = payload;
  }

  @Nested
  class Parameters {

    @Test
    void areTexts(@Payload(REQUEST) String text) throws IOException {
      assertThat(text).isEqualTo(Files.readString(Path.of(REQUEST)));
    }

    @Test
    void areBytes(@Payload(REQUEST) byte[] bytes) throws IOException {
      assertThat(bytes).isEqualTo(Files.readAllBytes(Path.of(REQUEST)));
    }

    @Test
    void areFiles(@Payload(REQUEST) Path file) {
      assertThat(file).isEqualTo(Path.of(REQUEST).toAbsolutePath());
    }

    @Test
    void areMaps(
        @Payload(REQUEST) Map<String, Object> map,
        @Payload(REQUEST) Map<String, ?> wild,
        @Payload(REQUEST) @SuppressWarnings("rawtypes") Map raw) {
      assertThat(map)
          .containsKeys("type", "sqlParameters")
          .containsEntry("membershipIdentifier", ID);
      assertThat(map).isEqualTo(wild).isEqualTo(raw);
    }

    @Test
    void areObjectsOfTheSdk(
        @Payload(REQUEST) StartProtectedQueryRequest request,
        @Payload(REQUEST) StartProtectedQueryRequest.Builder builder,
        @Payload(RESPONSE) StartProtectedQueryResponse response,
        @Payload(ERROR) ResourceNotFoundException error) {
      assertThat(request.membershipIdentifier()).isEqualTo(ID);
      assertThat(builder.build()).isEqualTo(request);
      assertThat(response.protectedQuery().id()).isNotBlank();
      assertThat(error.resourceId()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = "row")
    void standBesideThoseOfRows(String row, @Payload(REQUEST) String text) {
      assertThat(row).isEqualTo("row");
      assertThat(text).contains(ID);
    }

    @Test
    void areOfConstructorsAndLifecycleMethodsToo() {
      assertThat(ofTheConstructor).contains(ID).isEqualTo(ofTheSetup);
    }
  }

  @Nested
  class Resources {

    @Test
    void areFoundFromTheRootOfTheClassPath(
        @Payload("junit-platform.properties") String without,
        @Payload("/junit-platform.properties") String with) {
      assertThat(with).isEqualTo(without).contains("jqwik");
    }

    @Test
    void areFoundBesideTheTestClass(
        @Payload("payload.json") Map<String, Object> map, @Payload("payload.json") Path file) {
      assertThat(map).containsEntry("membershipIdentifier", "from a resource");
      assertThat(file).exists();
    }

    @Test
    void inJarsAreNoFiles(@TempDir Path folder) throws IOException {
      Path jar = folder.resolve("a.jar");
      try (OutputStream file = Files.newOutputStream(jar);
          JarOutputStream entries = new JarOutputStream(file)) {
        entries.putNextEntry(new JarEntry("a.json"));
        entries.write("{}".getBytes(StandardCharsets.UTF_8));
      }
      PayloadFile inJar = new PayloadFile(new URL("jar:" + jar.toUri() + "!/a.json"));

      assertThat(inJar.bytes()).asString().isEqualTo("{}");
      assertThatIllegalArgumentException()
          .isThrownBy(inJar::path)
          .withMessage(inJar.url() + " is no file of its own; take a String or byte[]");
      try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
        assertThat(loader.getResource("a.json")).isEqualTo(inJar.url());
      }
    }
  }

  @Nested
  class Failures {

    static class Wrong {

      @Test
      void there(@Payload("payloads/none.json") String payload) {}
    }

    static class WrongFolder {

      @Test
      void folder(@Payload("io") String payload) {}
    }

    static class WrongAbsolute {

      @Test
      void absolute(@Payload("/none.json") String payload) {}
    }

    static class WrongType {

      @Test
      void type(@Payload(REQUEST) Integer payload) {}
    }

    static class WrongMap {

      @Test
      void map(@Payload(REQUEST) Map<String, String> payload) {}
    }

    static class WrongJson {

      @Test
      void json(@Payload("README.md") Map<String, Object> payload) {}
    }

    static class WrongClass {

      @Test
      void other(@Payload(REQUEST) StartProtectedQueryResponse payload) {}
    }

    static class WrongBytes {

      @Test
      void bytes(@Payload("latin1.json") String payload) {}
    }

    private static String failure(Class<?> type) {
      List<Throwable> failures = Runs.failures(type);
      assertThat(failures).singleElement().isInstanceOf(ParameterResolutionException.class);
      return failures.get(0).getMessage();
    }

    @Test
    void nameThePlacesLookedAt() {
      String here = Path.of("").toAbsolutePath().toString();

      assertThat(failure(Wrong.class))
          .isEqualTo(
              "@Payload(\"payloads/none.json\"): there is no such file; looked for "
                  + Path.of(here, "payloads", "none.json")
                  + ", classpath:/payloads/none.json,"
                  + " classpath:/io/github/cleanroomscontract/junit/payloads/none.json");
      assertThat(failure(WrongFolder.class))
          .startsWith("@Payload(\"io\"): there is no such file; looked for ");
      assertThat(failure(WrongAbsolute.class)).endsWith(", classpath:/none.json");
    }

    @Test
    void nameTheTypesThatThereAre() {
      assertThat(failure(WrongType.class))
          .isEqualTo(
              "@Payload gives a String, byte[], Path, Map<String, Object>, or an object of the AWS"
                  + " SDK; found java.lang.Integer");
      assertThat(failure(WrongMap.class))
          .endsWith("; found java.util.Map<java.lang.String, java.lang.String>");
    }

    @Test
    void sayWhatDoesNotFit() {
      assertThat(failure(WrongJson.class))
          .isEqualTo(
              "@Payload(\"README.md\") as Map: the text is not JSON to be relied on: syntax in line"
                  + " 1, column 1");
      assertThat(failure(WrongClass.class))
          .isEqualTo(
              "@Payload(\""
                  + REQUEST
                  + "\") as StartProtectedQueryResponse: StartProtectedQueryResponse of the AWS SDK"
                  + " has no member \"type\"; it may be newer than the AWS SDK that is used here");
      assertThat(failure(WrongBytes.class))
          .isEqualTo("@Payload(\"latin1.json\") as String: it is not UTF-8; take it as byte[]");
    }
  }
}
