package io.github.cleanroomscontract.report;

/** Writes what was found, in some format. Not thread-safe. */
public interface Output {

  /** Takes the next message, in the order of the input. */
  void message(Entry entry);

  /** Takes the sums, after the last message. */
  void end(Summary summary);
}
