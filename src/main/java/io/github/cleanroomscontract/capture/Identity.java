package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a bare payload is, going by what the user says of it, or else by the words of its path:
 * {@code GetMembership/valid/response.minimal.json}, {@code 014-GetMembership.response.json}.
 */
record Identity(Optional<String> operation, Optional<Direction> direction, Optional<String> error) {

  /** How many folders around a file may say what it is. */
  private static final int FOLDERS = 4;

  static Identity of(CaptureOptions options) {
    return new Identity(options.operation(), options.direction(), options.error());
  }

  static Identity of(Path file, CaptureOptions options) {
    List<String> words = new ArrayList<>();
    List<String> ownWords = words(file);
    Catalogue catalogue = Catalogue.current();
    Function<String, Optional<String>> operation =
        word -> catalogue.operation(word).map(found -> word);
    // The file's own name says more than a folder's, and a near folder more than a far one.
    Path part = file.toAbsolutePath();
    for (int i = 0; i <= FOLDERS && part != null; i++) {
      words.addAll(words(part));
      part = part.getParent();
    }
    Optional<Direction> direction = options.direction().or(() -> first(words, Direction::of));
    Optional<String> error =
        direction.filter(Direction.ERROR::equals).isPresent()
            ? options
                .error()
                .or(() -> first(ownWords, word -> catalogue.error(word).map(found -> word)))
            : options.error();
    return new Identity(options.operation().or(() -> first(words, operation)), direction, error);
  }

  private static List<String> words(Path part) {
    Path name = part.getFileName();
    return name == null ? List.of() : Arrays.asList(name.toString().split("[^A-Za-z0-9]+"));
  }

  private static <T> Optional<T> first(List<String> words, Function<String, Optional<T>> meaning) {
    return words.stream().flatMap(word -> meaning.apply(word).stream()).findFirst();
  }
}
