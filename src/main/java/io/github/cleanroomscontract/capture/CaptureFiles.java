package io.github.cleanroomscontract.capture;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the files of captures, in order of name on every file system. */
final class CaptureFiles {

  private static final List<String> WHOLE = List.of(".json", ".har");
  private static final List<String> LINES = List.of(".jsonl", ".ndjson");
  private static final Pattern WILD = Pattern.compile("[*?\\[{]");

  private CaptureFiles() {}

  /** Returns whether a name is one of files that hold a message a line. */
  static boolean isLines(String name) {
    return ends(name, LINES);
  }

  /** Returns whether a file of that name is a capture, packed or not. */
  static boolean isCapture(String name) {
    String unpacked = isPacked(name) ? name.substring(0, name.length() - 3) : name;
    return ends(unpacked, WHOLE) || ends(unpacked, LINES) || isArchive(name);
  }

  /** Returns whether a name is one of archives. */
  static boolean isArchive(String name) {
    return ends(name, List.of(".zip"));
  }

  private static boolean isPacked(String name) {
    return ends(name, List.of(".gz"));
  }

  private static boolean ends(String name, List<String> endings) {
    String lower = name.toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(lower::endsWith);
  }

  /**
   * Returns the captures that a path leads to: the file that it is, those of a folder, or those
   * that match a pattern.
   *
   * @return the files, with what prevents that some are read; of a path that leads nowhere, itself
   */
  static Map<Path, Optional<IOException>> at(Path path) {
    return Files.isDirectory(path)
        ? in(path)
        : isPattern(path) ? matching(path) : Map.of(path, Optional.empty());
  }

  /** Returns how many bytes files have together; those that cannot be asked have none. */
  static long size(Collection<Path> files) {
    return files.stream().mapToLong(file -> file.toFile().length()).sum();
  }

  /**
   * Returns the captures in a folder, however deep.
   *
   * @return the files, with what prevents that some are read
   */
  private static Map<Path, Optional<IOException>> in(Path folder) {
    return walk(folder, file -> isCapture(file.toString()));
  }

  /** Returns whether a path that does not exist is a pattern. */
  private static boolean isPattern(Path path) {
    return WILD.matcher(path.toString()).find() && !Files.exists(path);
  }

  /**
   * Returns the files that a pattern such as {@code captures/**}{@code /*.har} matches; there, two
   * stars are any folders, or none.
   */
  private static Map<Path, Optional<IOException>> matching(Path pattern) {
    Path root = pattern.isAbsolute() ? pattern.getRoot() : Path.of("");
    int fixed = 0;
    while (fixed < pattern.getNameCount() - 1
        && !WILD.matcher(pattern.getName(fixed).toString()).find()) {
      root = root.resolve(pattern.getName(fixed));
      fixed++;
    }
    String glob = pattern.subpath(fixed, pattern.getNameCount()).toString().replace('\\', '/');
    PathMatcher matcher = matcher(glob);
    PathMatcher noFolder = matcher(glob.replace("**/", ""));
    Path from = root;
    if (!Files.isDirectory(from.toAbsolutePath())) {
      return Map.of();
    }
    return walk(
        from,
        file -> {
          Path inside = from.toString().isEmpty() ? file : from.relativize(file);
          return matcher.matches(inside) || noFolder.matches(inside);
        });
  }

  private static PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  private static Map<Path, Optional<IOException>> walk(Path folder, Predicate<Path> wanted) {
    Map<Path, Optional<IOException>> files = new TreeMap<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (wanted.test(file)) {
                files.put(file, Optional.empty());
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              files.put(file, Optional.of(e));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      files.put(folder, Optional.of(e));
    }
    return files;
  }
}
