package io.github.cleanroomscontract.capture;

import java.util.List;

/** Takes the texts of captures in their order; that of their messages is kept. */
interface Texts {

  /**
   * Takes a text; may wait until there is room for it.
   *
   * @throws StoppedException if nobody wants any more
   */
  void add(Text text);

  /** Takes a message of which all is known. */
  default void add(Begun settled) {
    add(new Text(0, () -> List.of(settled), () -> settled));
  }

  /** Says that the next text may be long in coming, so that none before it is held back. */
  void pause();

  /** Says that nobody wants any more texts. */
  final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
      super("stopped", null, false, false);
    }
  }
}
