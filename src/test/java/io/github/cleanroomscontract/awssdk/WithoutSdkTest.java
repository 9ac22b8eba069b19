package io.github.cleanroomscontract.awssdk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the SDK, or a part of it, is not on the class path. */
class WithoutSdkTest {

  /** Returns a loader of this class path without the jars whose paths match. */
  private static URLClassLoader without(String jars) {
    URL[] urls =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(jars))
            .map(WithoutSdkTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'.*[/\\\\](awssdk|httpcomponents)[/\\\\].*', cleanrooms",
    "'.*[/\\\\]awssdk[/\\\\]cleanrooms[/\\\\].*', cleanrooms",
    "'.*[/\\\\]awssdk[/\\\\]apache-client[/\\\\].*', apache-client",
    "'.*[/\\\\]awssdk[/\\\\]http-client-spi[/\\\\].*', apache-client"
  })
  void whatIsNotThereIsTold(String jars, String artifact) throws Exception {
    try (URLClassLoader bare = without(jars)) {
      Class<?> type = bare.loadClass(LiveService.class.getName());
      Object builder = type.getMethod("builder").invoke(null);
      Object told =
          builder.getClass().getMethod("region", String.class).invoke(builder, "us-east-1");

      assertThatThrownBy(
              () -> {
                try {
                  told.getClass().getMethod("build").invoke(told);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              })
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage(
              "calls to the service need the AWS SDK: put software.amazon.awssdk:"
                  + artifact
                  + " on the class path");
    }
  }
}
