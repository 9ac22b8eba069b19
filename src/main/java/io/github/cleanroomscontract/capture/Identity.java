package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a bare payload is, going by what the user says of it, or else by the words of its path:
 * {@code GetMembership/valid/response.minimal.json}, {@code 014-GetMembership.response.json}.
 */
record Identity(Optional<String> operation, Optional<Direction> direction, Optional<String> error) {

  static Identity of(Path file, CaptureOptions options) {
    // The file's own name says more than a folder's, and a near folder more than a far one.
    List<String> words = new ArrayList<>();
    for (Path part = file; part != null; part = part.getParent()) {
      if (part.getFileName() != null) {
        words.addAll(Arrays.asList(part.getFileName().toString().split("[^A-Za-z0-9]+")));
      }
    }
    Catalogue catalogue = Catalogue.current();
    Optional<String> error =
        options.error().or(() -> first(words, word -> catalogue.error(word).map(e -> word)));
    return new Identity(
        options.operation().or(() -> first(words, w -> catalogue.operation(w).map(o -> w))),
        options.direction().or(() -> first(words, Direction::of)),
        error);
  }

  private static <T> Optional<T> first(
      List<String> words, java.util.function.Function<String, Optional<T>> meaning) {
    return words.stream().flatMap(word -> meaning.apply(word).stream()).findFirst();
  }
}
