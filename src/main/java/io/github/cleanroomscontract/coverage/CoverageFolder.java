package io.github.cleanroomscontract.coverage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folder in which the JVMs of a run put together what they saw. One of them at a time works in
 * it, and files are put in place whole, so that one that is killed leaves nothing half done.
 */
final class CoverageFolder {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Object ONE_AT_A_TIME = new Object();

  private final Path folder;
  private final Path parts;

  CoverageFolder(Path folder) {
    this.folder = folder;
    this.parts = folder.resolve("parts");
  }

  /** Something to do in the folder. */
  interface Work<R> {
    R run() throws IOException;
  }

  /** Does something while nobody else does. */
  <R> R alone(Work<R> work) throws IOException {
    Files.createDirectories(parts);
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel =
              FileChannel.open(
                  parts.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = lock(channel)) {
        assert lock.isValid();
        return work.run();
      }
    }
  }

  private FileLock lock(FileChannel channel) throws IOException {
    Instant end = Instant.now().plus(PATIENCE);
    do {
      FileLock lock = tried(channel);
      if (lock != null) {
        return lock;
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for " + parts);
      }
    } while (Instant.now().isBefore(end));
    throw new IOException(
        "another process works in " + parts + " since " + PATIENCE.toSeconds() + " seconds");
  }

  private static FileLock tried(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by the same classes, loaded by another loader of this JVM.
      return null;
    }
  }

  /** Returns what the JVMs of a run have said, by file name. */
  Map<String, RunPart> parts(String run) throws IOException {
    Map<String, RunPart> found = all();
    found.values().removeIf(part -> !part.run().equals(run));
    return found;
  }

  private Map<String, RunPart> all() throws IOException {
    Map<String, RunPart> found = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(parts, "*.json")) {
      for (Path file : files) {
        found.put(file.getFileName().toString(), RunPart.read(file));
      }
    }
    return found;
  }

  /**
   * Returns what the JVMs of the run have said that wrote last; nothing if there is no such folder.
   */
  Collection<RunPart> lastRun() throws IOException {
    if (!Files.isDirectory(parts)) {
      return List.of();
    }
    Map<String, RunPart> found = all();
    FileTime latest = FileTime.fromMillis(0);
    String run = "";
    for (Map.Entry<String, RunPart> each : found.entrySet()) {
      FileTime written = Files.getLastModifiedTime(parts.resolve(each.getKey()));
      if (written.compareTo(latest) > 0) {
        latest = written;
        run = each.getValue().run();
      }
    }
    String last = run;
    return found.values().stream().filter(part -> part.run().equals(last)).toList();
  }

  /** Removes what other runs have left, unless one of them still goes on. */
  void removeOthers(String run) throws IOException {
    for (Map.Entry<String, RunPart> each : all().entrySet()) {
      RunPart part = each.getValue();
      boolean goesOn = TestProcess.runs(part.process()) || TestProcess.runs(part.run());
      if (!part.run().equals(run) && !goesOn) {
        remove(each.getKey());
      }
    }
    // Whoever wrote these was killed: nobody else is at work.
    try (DirectoryStream<Path> halves = Files.newDirectoryStream(parts, "*.tmp")) {
      for (Path half : halves) {
        Files.deleteIfExists(half);
      }
    }
  }

  void remove(String name) throws IOException {
    Files.deleteIfExists(parts.resolve(name));
  }

  void write(String name, RunPart part) throws IOException {
    write(parts.resolve(name), part.json());
  }

  /** Writes what the parts come to together. */
  void write(CoverageReport report, Verdict verdict) throws IOException {
    write(folder.resolve("coverage.json"), CoverageJson.write(report, verdict));
    write(text(), report.text() + verdict.text());
  }

  /** Returns the file that people read. */
  Path text() {
    return folder.resolve("coverage.txt");
  }

  private void write(Path file, String text) throws IOException {
    Path half = Files.createTempFile(parts, "part", ".tmp");
    Files.writeString(half, text);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
