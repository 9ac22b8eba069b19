package io.github.cleanroomscontract.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream as bytes, since a line that is not UTF-8 must not spoil the others. */
final class Lines {

  private final InputStream stream;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;

  Lines(InputStream stream) {
    this.stream = stream;
  }

  /** Returns the next line without its line feed; null after the last. */
  byte[] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      if (from == to) {
        from = 0;
        to = Math.max(0, stream.read(buffer));
        if (to == 0) {
          return line.size() == 0 ? null : line.toByteArray();
        }
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
}
