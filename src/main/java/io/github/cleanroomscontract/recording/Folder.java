package io.github.cleanroomscontract.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of a recording: a new one, an empty one, or one that is a recording already. */
final class Folder {

  private static final String MARKER = ".cleanrooms-recording";
  private static final String SENTENCE = "A recording, to which more may be added.\n";
  private static final Pattern NUMBER = Pattern.compile("[.]([0-9]{6})[.][a-z]+");

  private final Path path;

  private Folder(Path path) {
    this.path = path;
  }

  /**
   * Opens a folder, and makes it if it is not there.
   *
   * @throws IOException if it cannot be made, or holds other things; the message says which
   */
  static Folder open(Path path) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new IOException(path + " cannot hold a recording: it is no folder");
    }
    Path marker = path.resolve(MARKER);
    if (Files.isDirectory(path) && !Files.exists(marker) && holdsAnything(path)) {
      throw new IOException(
          path + " cannot hold a recording: there are other things in it; name a new folder");
    }
    try {
      Files.createDirectories(path);
      Files.writeString(marker, SENTENCE);
    } catch (IOException e) {
      throw new IOException(path + " cannot hold a recording: it cannot be written", e);
    }
    return new Folder(path);
  }

  private static boolean holdsAnything(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isPresent();
    }
  }

  /** Returns the folder of the fixtures of a resource. */
  Path of(String resource) {
    return path.resolve(resource);
  }

  /** Returns how many exchanges it holds, as far as they are numbered. */
  int last() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .map(file -> NUMBER.matcher(file.getFileName().toString()))
          .filter(Matcher::find)
          .mapToInt(found -> Integer.parseInt(found.group(1)))
          .max()
          .orElse(0);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
