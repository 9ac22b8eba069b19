package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.capture.CaptureJudge;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Sources as tools want them that show findings in files. */
final class SourcePath {

  /** What stands for itself; a colon would make a scheme of what is before it. */
  private static final String KEPT =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private SourcePath() {}

  /**
   * Returns the path of a source from the working folder on, with slashes; empty for the standard
   * input. What lies elsewhere stays as it is.
   */
  static Optional<String> relative(String source) {
    if (source.equals(CaptureJudge.STDIN)) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(source);
      Path folder = Path.of("").toAbsolutePath();
      Path shown = path.isAbsolute() && path.startsWith(folder) ? folder.relativize(path) : path;
      return Optional.of(shown.normalize().toString().replace(File.separatorChar, '/'));
    } catch (InvalidPathException e) {
      return Optional.of(source);
    }
  }

  /** Returns a path as a URI, which is relative if the path is. */
  static String uri(String path) {
    StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && KEPT.indexOf(b) >= 0) {
        uri.append((char) b);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", b));
      }
    }
    return uri.toString();
  }
}
