package io.github.cleanroomscontract.assertion;

import io.github.cleanroomscontract.internal.text.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Parts of sentences. */
final class Wording {

  private Wording() {}

  /** Returns what was probably meant by a name that is unknown; empty if nobody can tell. */
  static String meant(String name, Collection<String> known) {
    return Nearest.to(name, known).map(near -> "; did you mean \"" + near + "\"?").orElse("");
  }

  /** Returns what is named in a row, each once. */
  static List<String> all(String first, String... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).distinct().toList();
  }
}
