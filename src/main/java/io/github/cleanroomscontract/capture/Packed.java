package io.github.cleanroomscontract.capture;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPInputStream;

/** Streams that may be packed, which their first bytes tell. */
final class Packed {

  /** What it takes to be sure that something was packed for no good. */
  record Limits(long bytes, int ratio, int entries, int depth) {

    /**
     * Captures pack to a tenth; repetitive ones to a hundredth. What unpacks to the thousandfold is
     * a bomb.
     */
    static final Limits USUAL = new Limits(64L << 20, 300, 100_000, 3);
  }

  private Packed() {}

  /** Returns the stream so that its first bytes can be looked at. */
  static InputStream peekable(InputStream stream) {
    return stream.markSupported() ? stream : new BufferedInputStream(stream);
  }

  /** Returns whether a stream is in the format of gzip; its position stays. */
  static boolean isGzip(InputStream stream) throws IOException {
    byte[] first = first(stream);
    return first.length >= 2 && first[0] == 0x1f && (first[1] & 0xff) == 0x8b;
  }

  /** Returns whether a stream is a zip archive; its position stays. */
  static boolean isZip(InputStream stream) throws IOException {
    byte[] first = first(stream);
    return first.length == 4
        && first[0] == 'P'
        && first[1] == 'K'
        && (first[2] == 3 && first[3] == 4 || first[2] == 5 && first[3] == 6);
  }

  private static byte[] first(InputStream stream) throws IOException {
    stream.mark(4);
    byte[] bytes = stream.readNBytes(4);
    stream.reset();
    return bytes;
  }

  /** Returns what a stream in the format of gzip holds, as long as it is no bomb. */
  static InputStream gunzip(InputStream stream, Limits limits) throws IOException {
    Counted packed = new Counted(stream, new LongAdder());
    return new Guarded(new GZIPInputStream(packed, 1 << 16), packed, limits);
  }

  /** A stream that goes on, or is somebody else's to close. */
  static final class Unclosed extends FilterInputStream {

    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // Whoever opened the stream closes it.
    }
  }

  /** A stream that knows how much was read of it. */
  static final class Counted extends FilterInputStream {

    private final LongAdder count;

    Counted(InputStream in, LongAdder count) {
      super(in);
      this.count = count;
    }

    long count() {
      return count.sum();
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count.add(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count.add(Math.max(0, read));
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }

  /** What is unpacked from a stream, as long as its size bears some relation to it. */
  static final class Guarded extends FilterInputStream {

    private final Counted packed;
    private final Limits limits;
    private long count;

    Guarded(InputStream in, Counted packed, Limits limits) {
      super(in);
      this.packed = packed;
      this.limits = limits;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count += Math.max(0, read);
      if (count > limits.bytes() && count / limits.ratio() > packed.count()) {
        throw new IOException("it unpacks to more than " + limits.ratio() + " times its size");
      }
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
