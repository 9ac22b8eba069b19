package io.github.cleanroomscontract.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** The lines of a stream as bytes, since a line that is not UTF-8 must not spoil the others. */
final class Lines {

  private final InputStream stream;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private boolean skipping;

  Lines(InputStream stream) {
    this.stream = stream;
  }

  /** Passes over what is left of a line of which a part has been read. */
  void skip() {
    skipping = true;
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
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      if (from == to && !fill()) {
        return line.size() == 0 ? null : line.toByteArray();
      }
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      line.write(buffer, from, end - from);
      boolean complete = end < to;
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
    from = 0;
    to = Math.max(0, stream.read(buffer));
    return to > 0;
  }
}
