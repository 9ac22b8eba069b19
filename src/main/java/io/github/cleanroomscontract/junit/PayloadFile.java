package io.github.cleanroomscontract.junit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/**
 * A file or a resource that a test names. Immutable.
 *
 * @param url where it is
 */
record PayloadFile(URL url) {

  /**
   * Finds a file.
   *
   * @param name its path, or that of a resource
   * @param test the class beside which it may be
   * @throws ParameterResolutionException if it is not there; it tells all places looked at
   */
  static PayloadFile find(String name, Class<?> test) {
    List<String> places = new ArrayList<>();
    Optional<URL> found = file(name, places);
    for (String resource : resources(name, test)) {
      if (found.isEmpty()) {
        places.add("classpath:" + resource);
        found = Optional.ofNullable(test.getResource(resource)).filter(PayloadFile::isFile);
      }
    }
    return new PayloadFile(
        found.orElseThrow(
            () ->
                new ParameterResolutionException(
                    "@Payload(\"%s\"): there is no such file; looked for %s"
                        .formatted(name, String.join(", ", places)))));
  }

  private static Optional<URL> file(String name, List<String> places) {
    try {
      Path file = Path.of(name).toAbsolutePath();
      places.add(file.toString());
      return Files.isRegularFile(file) ? Optional.of(file.toUri().toURL()) : Optional.empty();
    } catch (InvalidPathException | IOException e) {
      // A resource may have a name that no file here can have.
      return Optional.empty();
    }
  }

  private static Set<String> resources(String name, Class<?> test) {
    Set<String> resources = new LinkedHashSet<>();
    resources.add(name.startsWith("/") ? name : "/" + name);
    if (!name.startsWith("/")) {
      resources.add("/" + test.getPackageName().replace('.', '/') + "/" + name);
    }
    return resources;
  }

  /** A folder of classes and resources is readable, too: as a list of what is in it. */
  private static boolean isFile(URL url) {
    return !url.getProtocol().equals("file") || Files.isRegularFile(new PayloadFile(url).path());
  }

  byte[] bytes() {
    try (InputStream stream = url.openStream()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + url, e);
    }
  }

  Path path() {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException | FileSystemNotFoundException e) {
      throw new IllegalArgumentException(
          url + " is no file of its own; take a String or byte[]", e);
    }
  }
}
