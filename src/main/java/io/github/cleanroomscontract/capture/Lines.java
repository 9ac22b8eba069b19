package io.github.cleanroomscontract.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/** The lines of a stream as bytes, since a line that is not UTF-8 must not spoil the others. */
final class Lines {

  private final InputStream stream;
  private final Runnable beforeWaiting;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private boolean skipping;

  private byte[] again;

  /**
   * Creates the lines of a stream.
   *
   * @param beforeWaiting is run before a read that may wait for what is yet to come
   */
  Lines(InputStream stream, Runnable beforeWaiting) {
    this.stream = stream;
    this.beforeWaiting = beforeWaiting;
  }

  /** Passes over what is left of a line of which a part has been read. */
  void skip() {
    skipping = true;
  }

  /** Gives the line back that was read last. */
  void unread(byte[] line) {
    again = line;
  }

  /** Returns what has not been read yet. */
  InputStream rest() {
    return new SequenceInputStream(new ByteArrayInputStream(buffer, from, to - from), stream);
  }

  /** Returns the next line without its line feed; null after the last. */
  byte[] next() throws IOException {
    if (skipping) {
      skipping = false;
      skipLine();
    }
    if (again != null) {
      byte[] line = again;
      again = null;
      return line;
    }
    ByteArrayOutputStream line = null;
    while (true) {
      if (from == to && !fill()) {
        return line == null ? null : line.toByteArray();
      }
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      boolean complete = end < to;
      if (complete && line == null) {
        byte[] whole = Arrays.copyOfRange(buffer, from, end);
        from = end + 1;
        return whole;
      }
      if (line == null) {
        line = new ByteArrayOutputStream();
      }
      line.write(buffer, from, end - from);
      from = complete ? end + 1 : end;
      if (complete) {
        return line.toByteArray();
      }
    }
  }

  private void skipLine() throws IOException {
    while (from < to || fill()) {
      if (buffer[from++] == '\n') {
        return;
      }
    }
  }

  private boolean fill() throws IOException {
    if (stream.available() == 0) {
      beforeWaiting.run();
    }
    from = 0;
    to = Math.max(0, stream.read(buffer));
    return to > 0;
  }
}
