package io.github.cleanroomscontract.capture;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads the entries of a zip archive one after another; nothing is written anywhere. */
final class ArchiveReader {

  /** Is given the entries. */
  interface Visitor {

    /**
     * Takes an entry.
     *
     * @param name its name
     * @param content what it holds
     */
    void entry(String name, InputStream content);

    /**
     * Takes an entry that is refused, or trouble with the archive itself.
     *
     * @param name its name; empty for the archive
     * @param why what is wrong
     */
    void refused(String name, String why);
  }

  private static final byte[] END = {'P', 'K', 5, 6};

  /** The record at the end of an archive, with the longest comment. */
  private static final int LONGEST_END = 22 + 65_535;

  private ArchiveReader() {}

  /** Reads an archive to its end. */
  static void read(InputStream stream, Packed.Limits limits, Visitor visitor) throws IOException {
    Tail tail = new Tail(stream);
    Packed.Counted packed = new Packed.Counted(tail, new LongAdder());
    ZipInputStream zip = new ZipInputStream(new BufferedInputStream(packed, 1 << 16));
    InputStream content = new Packed.Guarded(zip, packed, limits);
    int count = 0;
    ZipEntry entry = next(zip);
    while (entry != null) {
      count++;
      if (count > limits.entries()) {
        throw new IOException("it has more than " + limits.entries() + " entries");
      }
      String name = entry.getName();
      if (leadsOut(name)) {
        visitor.refused(name, "its path leads out of the archive");
      } else if (!entry.isDirectory() && CaptureFiles.isCapture(name)) {
        visitor.entry(name, new Packed.Unclosed(content));
      }
      // What nobody has read counts, too.
      content.transferTo(OutputStream.nullOutputStream());
      entry = next(zip);
    }
    packed.transferTo(OutputStream.nullOutputStream());
    if (!tail.holds(END)) {
      visitor.refused("", "the archive is cut off, or no archive to its end");
    }
  }

  private static ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new IOException("the name of an entry is no text", e);
    }
  }

  private static boolean leadsOut(String name) {
    List<String> segments = Arrays.asList(name.split("[/\\\\]"));
    return segments.contains("..")
        || name.startsWith("/")
        || name.startsWith("\\")
        || name.matches("[A-Za-z]:.*")
        || name.indexOf('\0') >= 0;
  }

  /** Remembers the end of what was read. */
  private static final class Tail extends FilterInputStream {

    private byte[] last = new byte[0];

    Tail(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      if (value >= 0) {
        keep(new byte[] {(byte) value}, 0, 1);
      }
      return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      if (read > 0) {
        keep(bytes, from, read);
      }
      return read;
    }

    private void keep(byte[] bytes, int from, int length) {
      int kept = Math.min(last.length, Math.max(0, LONGEST_END - length));
      int taken = Math.min(length, LONGEST_END);
      byte[] next = new byte[kept + taken];
      System.arraycopy(last, last.length - kept, next, 0, kept);
      System.arraycopy(bytes, from + length - taken, next, kept, taken);
      last = next;
    }

    boolean holds(byte[] bytes) {
      for (int i = last.length - bytes.length; i >= 0; i--) {
        if (Arrays.equals(last, i, i + bytes.length, bytes, 0, bytes.length)) {
          return true;
        }
      }
      return false;
    }
  }
}
