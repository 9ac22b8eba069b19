package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;

/** Findings about captures, not about what they hold. */
final class Notices {

  private Notices() {}

  static Finding at(Rule rule, String found, int line, int column) {
    return Finding.of(rule, rule.message(Map.of("found", found)))
        .withPlace(Optional.of(new Place(line, column, Optional.empty())));
  }

  static Finding unreadable(String why) {
    return Finding.of(Rules.INPUT_UNREADABLE, Rules.INPUT_UNREADABLE.message(Map.of("found", why)));
  }

  static Finding unreadable(IOException e) {
    return unreadable(
        e instanceof NoSuchFileException
            ? "there is no such file"
            : e instanceof AccessDeniedException
                ? "permission denied"
                : e instanceof FileSystemLoopException
                    ? "a link leads back to a folder above it"
                    : String.valueOf(e.getMessage()));
  }

  /** One message that does not fit; the others may. */
  static Finding tooLarge(int line) {
    return at(Rules.INPUT_UNREADABLE, "too large for the memory", line, 1)
        .withHint("give Java more: java -Xmx4g -jar …");
  }

  static Finding interrupted() {
    String found = "what comes after was not checked";
    return Finding.of(
        Rules.INPUT_INTERRUPTED, Rules.INPUT_INTERRUPTED.message(Map.of("found", found)));
  }

  static Finding noMatch() {
    return Finding.of(Rules.INPUT_NO_MATCH, Rules.INPUT_NO_MATCH.message(Map.of()))
        .withHint("give a file, or a folder with captures in it");
  }
}
