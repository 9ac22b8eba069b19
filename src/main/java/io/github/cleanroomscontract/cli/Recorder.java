package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.recording.Recording;
import io.github.cleanroomscontract.replay.Exchange;
import io.github.cleanroomscontract.replay.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps what travels, as long as it can: a run that is under way is not lost for a disk that is
 * full. Not thread-safe.
 */
final class Recorder {

  private final Optional<Recording> recording;
  private Optional<String> failure = Optional.empty();

  private Recorder(Optional<Recording> recording) {
    this.recording = recording;
  }

  /** Returns one that keeps nothing. */
  static Recorder none() {
    return new Recorder(Optional.empty());
  }

  /**
   * Returns one that keeps everything in a folder.
   *
   * @throws IOException if that cannot be; the message says so in a sentence
   */
  static Recorder into(Path folder) throws IOException {
    return new Recorder(Optional.of(Recording.into(folder)));
  }

  void keep(Step step, Exchange exchange) {
    if (recording.isEmpty() || failure.isPresent()) {
      return;
    }
    try {
      recording.get().keep(step, exchange);
    } catch (UncheckedIOException e) {
      failure = Optional.of("Not all was recorded: " + e.getMessage());
    }
  }

  /** Returns why something is missing; empty if nothing is. */
  Optional<String> failure() {
    return failure;
  }
}
