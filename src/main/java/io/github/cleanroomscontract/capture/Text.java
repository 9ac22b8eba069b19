package io.github.cleanroomscontract.capture;

import java.util.List;
import java.util.function.Supplier;

/**
 * A text of a capture that is to be judged.
 *
 * @param size its bytes
 * @param reading looks at its messages, each by itself; of a text with none, an empty list
 * @param tooLarge what it is where it does not fit into the memory
 */
record Text(long size, Supplier<List<Begun>> reading, Supplier<Begun> tooLarge) {

  /** Returns the messages; where they do not fit into the memory, one that says so. */
  List<Begun> read() {
    try {
      return reading.get();
    } catch (OutOfMemoryError e) {
      return List.of(tooLarge.get());
    }
  }
}
