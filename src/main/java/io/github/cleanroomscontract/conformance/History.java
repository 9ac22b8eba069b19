package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.internal.files.NewFile;
import io.github.cleanroomscontract.replay.Verdict;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A folder with the results of runs, a file each: what they say of since when something is found,
 * and what is found no more. Immutable, but for the files in the folder.
 */
public final class History {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  private final Optional<Path> folder;
  private final List<RunRecord> runs;
  private final List<String> complaints;

  private History(Optional<Path> folder, List<RunRecord> runs, List<String> complaints) {
    this.folder = folder;
    this.runs = runs;
    this.complaints = complaints;
  }

  /** Returns the history of those who keep none. */
  public static History none() {
    return new History(Optional.empty(), List.of(), List.of());
  }

  /**
   * Reads the results in a folder, which need not be there yet. Files that are no results, or newer
   * ones, are left out, and complained about.
   *
   * @throws IOException if the folder itself cannot be read; the message says so in a sentence
   */
  public static History read(Path folder) throws IOException {
    List<RunRecord> runs = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    if (Files.exists(folder)) {
      for (Path file : files(folder)) {
        try {
          runs.add(RunReader.read(file));
        } catch (IOException e) {
          complaints.add(e.getMessage());
        }
      }
    }
    runs.sort(Comparator.comparing(RunRecord::started));
    return new History(Optional.of(folder), List.copyOf(runs), List.copyOf(complaints));
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is no folder, so it cannot hold the results of runs");
    }
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.json")) {
      List<Path> files = new ArrayList<>();
      stream.forEach(files::add);
      files.sort(Comparator.naturalOrder());
      return files;
    } catch (IOException e) {
      throw new IOException(folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns which files were left out, and why, a sentence each. */
  public List<String> complaints() {
    return complaints;
  }

  /** Returns whether runs are kept. */
  boolean isKept() {
    return folder.isPresent();
  }

  /** Returns the earlier runs that asked the same endpoint, in order. */
  List<RunRecord> before(RunRecord run) {
    return runs.stream()
        .filter(each -> each.endpoint().equals(run.endpoint()))
        .filter(each -> each.started().isBefore(run.started()))
        .toList();
  }

  /** Returns the run with the day at which each of its observations was first made. */
  RunRecord date(RunRecord run) {
    if (!isKept()) {
      return run;
    }
    Map<Observation.Key, LocalDate> days = new HashMap<>();
    for (RunRecord earlier : before(run)) {
      for (OperationRecord operation : earlier.operations()) {
        for (Observation each : operation.observations()) {
          // It knows of runs whose files are gone by now.
          LocalDate day = each.firstSeen().orElse(earlier.day());
          days.merge(each.key(operation.operation()), day, (a, b) -> a.isBefore(b) ? a : b);
        }
      }
    }
    return run.map(
        (operation, each) -> {
          LocalDate day = days.get(each.key(operation.operation()));
          return each.since(day == null ? run.day() : day, day == null);
        });
  }

  /** Returns what is found no more, warnings apart, of the operations that were asked in full. */
  List<Gone> gone(RunRecord run) {
    List<Gone> gone = new ArrayList<>();
    if (run.stopped().isPresent()) {
      return gone;
    }
    List<RunRecord> earlier = before(run);
    for (OperationRecord now : run.operations()) {
      if (now.verdict() == Verdict.SKIPPED || now.failed() > 0) {
        continue;
      }
      Set<Observation.Key> there =
          now.observations().stream()
              .map(each -> each.key(now.operation()))
              .collect(Collectors.toSet());
      last(earlier, now.operation()).stream()
          .filter(each -> each.observation().verdict() != Verdict.CONFORMS)
          .filter(each -> !there.contains(each.observation().key(now.operation())))
          .forEach(gone::add);
    }
    return gone;
  }

  private static List<Gone> last(List<RunRecord> earlier, String name) {
    for (int i = earlier.size() - 1; i >= 0; i--) {
      RunRecord run = earlier.get(i);
      for (OperationRecord each : run.operations()) {
        if (each.operation().equals(name) && each.calls() > 0 && each.failed() == 0) {
          return each.observations().stream()
              .map(observation -> new Gone(name, observation, run.day()))
              .toList();
        }
      }
    }
    return List.of();
  }

  /**
   * Keeps a run.
   *
   * @return the file it is in; empty if none are kept
   * @throws IOException if it cannot be written; the message says so in a sentence
   */
  public Optional<Path> keep(RunRecord run) throws IOException {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    String name = NAME.format(run.started().truncatedTo(ChronoUnit.SECONDS));
    Path file = folder.get().resolve(name + ".json");
    for (int i = 2; Files.exists(file); i++) {
      file = folder.get().resolve(name + "-" + i + ".json");
    }
    try (NewFile written = NewFile.at(file)) {
      RunWriter.write(run, written.writer());
      written.complete();
    }
    return Optional.of(file);
  }
}
