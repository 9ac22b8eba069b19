package io.github.cleanroomscontract.internal.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * A stream that keeps what is read of it until somebody takes that. Closing it does nothing. Not
 * thread-safe.
 */
final class KeptBytes extends InputStream {

  private static final int LEAST = 1 << 14;

  /**
   * Of more than this, neither tree nor text would fit into the memory; and those who work on other
   * texts meanwhile need some, too.
   */
  private static final int MOST =
      (int) Math.max(LEAST, Math.min(Runtime.getRuntime().maxMemory() / 8, Integer.MAX_VALUE / 2));

  private final InputStream stream;
  private byte[] kept = new byte[LEAST];
  private int length;

  /** How many bytes of the stream came before those that are kept. */
  private long offset;

  /** Whether some had to be dropped, since they were too many. */
  private boolean dropped;

  private boolean atEnd;
  private int line = 1;
  private int column = 1;

  KeptBytes(InputStream stream) {
    this.stream = stream;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int most) throws IOException {
    int read = stream.read(bytes, from, most);
    if (read < 0) {
      atEnd = true;
      return -1;
    }
    if (dropped) {
      pass(length);
    }
    keep(bytes, from, read);
    return read;
  }

  private void keep(byte[] bytes, int from, int count) {
    if (length + count > MOST) {
      dropped = true;
      pass(length);
    }
    if (length + count > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(length + count, Math.min(2 * kept.length, MOST)));
    }
    System.arraycopy(bytes, from, kept, length, count);
    length += count;
  }

  /** Returns whether some of the bytes were dropped that would be taken next. */
  boolean isDropped() {
    return dropped;
  }

  /** Counts what was dropped as taken. */
  void goOn() {
    dropped = false;
  }

  /** Returns how many bytes of the stream come before those that are kept. */
  long offset() {
    return offset;
  }

  /**
   * Returns the bytes up to an offset in the stream, and keeps them no longer; empty if some of
   * them were dropped.
   */
  Optional<byte[]> take(long to) {
    int count = Math.max(0, (int) (to - offset));
    Optional<byte[]> taken = dropped ? Optional.empty() : Optional.of(Arrays.copyOf(kept, count));
    dropped = false;
    pass(count);
    return taken;
  }

  /** Returns all that is kept, and keeps it no longer; empty if some was dropped. */
  Optional<byte[]> all() {
    Optional<byte[]> all = take(offset + length);
    kept = new byte[LEAST];
    return all;
  }

  /** Returns where the first byte stands that is kept. */
  TextPosition position() {
    return new TextPosition(line, column);
  }

  /** Returns bytes, the last of this stream, without the beginning of a character at their end. */
  byte[] cutCharacter(byte[] bytes) {
    int end = bytes.length;
    int first = end;
    while (first > 0 && end - first < 3 && (bytes[first - 1] & 0xc0) == 0x80) {
      first--;
    }
    boolean begun = first > 0 && (bytes[first - 1] & 0xc0) == 0xc0;
    int needed = begun ? Integer.numberOfLeadingZeros(~bytes[first - 1] << 24) : 0;
    boolean half = begun && end - first + 1 < needed;
    return half && !atEnd ? Arrays.copyOf(bytes, first - 1) : bytes;
  }

  private void pass(int count) {
    // Editors do not count a byte order mark.
    boolean marked = offset == 0 && count >= 3 && (kept[0] & 0xff) == 0xef;
    for (int i = marked ? 3 : 0; i < count; i++) {
      if (kept[i] == '\n') {
        line++;
        column = 1;
      } else if ((kept[i] & 0xc0) != 0x80 && column < Integer.MAX_VALUE) {
        column++;
      }
    }
    System.arraycopy(kept, count, kept, 0, length - count);
    length -= count;
    offset += count;
  }
}
