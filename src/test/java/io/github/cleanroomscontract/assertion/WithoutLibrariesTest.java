package io.github.cleanroomscontract.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With nothing on the class path but what the kit brings. */
class WithoutLibrariesTest {

  private static final String PACKAGE = "io.github.cleanroomscontract.assertion.";

  private static final URLClassLoader BARE =
      loader(
          ClassLoader.getPlatformClassLoader(),
          entry ->
              entry.matches(
                      ".*[/\\\\](classes|[^/\\\\]*(jackson-(core|databind|annotations)|json-schema-validator|slf4j-api|slf4j-nop)-[^/\\\\]*[.]jar)")
                  && !entry.contains("third-party"));

  private static URLClassLoader loader(
      ClassLoader parent, java.util.function.Predicate<String> wanted) {
    URL[] urls =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(wanted)
            .map(WithoutLibrariesTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(urls, parent);
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void close() throws IOException {
    BARE.close();
  }

  private static Object assertThatRequest(Object... arguments) throws Throwable {
    Class<?>[] types =
        arguments.length == 1
            ? new Class<?>[] {Object.class}
            : new Class<?>[] {String.class, Object.class};
    try {
      return BARE.loadClass(PACKAGE + "ContractAssertions")
          .getMethod("assertThatRequest", types)
          .invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Object then(Object step, String method, Object... arguments) throws Throwable {
    Class<?>[] types = Stream.of(arguments).map(Object::getClass).toArray(Class<?>[]::new);
    try {
      return step.getClass().getMethod(method, types).invoke(step, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.junit.jupiter.api.Test",
        "org.opentest4j.AssertionFailedError",
        "org.assertj.core.api.Assertions",
        "software.amazon.awssdk.core.SdkPojo"
      })
  void theyAreNotThere(String type) {
    assertThatThrownBy(() -> BARE.loadClass(type)).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void assertionsPassAndFail() throws Throwable {
    Map<String, Object> payload =
        Map.of("membershipIdentifier", List.of("6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c"));
    Object request = assertThatRequest("GetMembership", payload);

    then(request, "violates", "type");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> then(request, "conforms"))
        .withMessageContaining("payload:2:27: error type at /membershipIdentifier");
  }

  @Test
  void whatIsNoPayloadIsTold() {
    assertThatThrownBy(() -> assertThatRequest("GetMembership", new File("a.json")))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a payload is text, bytes, a stream, a Path, a Map, or an object of the AWS SDK; found"
                + " java.io.File");
    assertThatThrownBy(() -> assertThatRequest("{}"))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("only a request of the AWS SDK");
  }

  /** Such as that of an application server, of which the kit's own class loader knows nothing. */
  @Test
  void anSdkThatTheKitCannotUseIsTold() throws Exception {
    try (URLClassLoader sdk = loader(BARE, entry -> true)) {
      Object request = aRequest(sdk);

      assertThatThrownBy(() -> assertThatRequest("GetMembership", request))
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage(
              "software.amazon.awssdk.services.cleanrooms.model.GetMembershipRequest is of an AWS"
                  + " SDK that the kit cannot use: put software.amazon.awssdk:cleanrooms on the"
                  + " class path that the kit itself is on");
    }
  }

  /** The kit's is another than the application's. */
  @Test
  void anotherSdkThanTheKitsIsTold() throws Exception {
    try (URLClassLoader sdk = loader(ClassLoader.getPlatformClassLoader(), entry -> true)) {
      Object request = aRequest(sdk);

      assertThatThrownBy(() -> ContractAssertions.assertThatRequest("GetMembership", request))
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessageContaining(" is of an AWS SDK that the kit cannot use: ");
    }
  }

  private static Object aRequest(ClassLoader sdk) throws ReflectiveOperationException {
    Class<?> type =
        sdk.loadClass("software.amazon.awssdk.services.cleanrooms.model.GetMembershipRequest");
    Object builder = type.getMethod("builder").invoke(null);
    Class<?> builders = sdk.loadClass(type.getName() + "$Builder");
    Object request = builders.getMethod("build").invoke(builder);
    assertThat(request).isInstanceOf(type);
    return request;
  }
}
