package io.github.cleanroomscontract.capture;

import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Reads captures of one form. Stateless. */
interface Importer {

  /**
   * Where a text is not of the form.
   *
   * @param pointer the place
   * @param why what is there, and what should be
   */
  record Misfit(String pointer, String why) {}

  /** Returns the form that it reads. */
  CaptureFormat format();

  /** Returns whether a text is of the form, of which nobody said so. */
  boolean isMeant(Source source);

  /** Returns what prevents that a text is read that is said to be of the form. */
  default Optional<Misfit> misfit(JsonNode root) {
    return Optional.empty();
  }

  /**
   * Returns whether a place of a text is part of a payload, so that what is wrong there is found
   * when the payload is judged.
   */
  default boolean isPayload(String pointer) {
    return false;
  }

  /** Reads a text that is of the form, and hands on its messages in their order. */
  void read(Source source, Consumer<Captured> messages);
}
