package io.github.cleanroomscontract.cli;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The distribution that the build makes, unpacked as its users do, and run by its launcher. */
final class Distribution {

  /** The installed Java that tests run on. */
  static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  private static final Path ZIP = Path.of(System.getProperty("distribution.zip"));

  private final Path home;
  private final Map<String, String> permissions;

  private Distribution(Path home, Map<String, String> permissions) {
    this.home = home;
    this.permissions = permissions;
  }

  static Distribution unpack(Path folder) throws IOException {
    Map<String, String> permissions = new TreeMap<>();
    try (FileSystem zip =
            FileSystems.newFileSystem(ZIP, Map.of("enablePosixFileAttributes", true));
        Stream<Path> entries = Files.walk(zip.getPath("/"))) {
      for (Path entry : entries.filter(each -> each.getNameCount() > 0).toList()) {
        String name = entry.toString().substring(1);
        Path target = folder.resolve(name);
        if (Files.isDirectory(entry)) {
          Files.createDirectory(target);
        } else {
          Files.copy(entry, target);
          var granted = Files.getPosixFilePermissions(entry);
          Files.setPosixFilePermissions(target, granted);
          permissions.put(name, PosixFilePermissions.toString(granted));
        }
      }
    }
    try (Stream<Path> roots = Files.list(folder)) {
      return new Distribution(roots.findFirst().orElseThrow(), permissions);
    }
  }

  /** Returns the files of the zip, each with its permissions. */
  Map<String, String> permissions() {
    return permissions;
  }

  Path home() {
    return home;
  }

  Path launcher() {
    return home.resolve("bin/cleanrooms-contract");
  }

  /** A launch in an environment that holds nothing but what is told. */
  static List<String> command(Map<String, String> environment, Path launcher, String... arguments) {
    List<String> command = new ArrayList<>(List.of("/usr/bin/env", "-i"));
    environment.forEach((name, value) -> command.add(name + "=" + value));
    command.add(launcher.toString());
    command.addAll(List.of(arguments));
    return command;
  }
}
