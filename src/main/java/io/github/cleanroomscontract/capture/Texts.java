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

  /** Takes a message that was looked at already. */
  default void add(Begun message) {
    add(new Text(0, () -> List.of(message), () -> message));
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
