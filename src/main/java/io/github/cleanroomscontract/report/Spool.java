package io.github.cleanroomscontract.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Text that has to wait for what is written before it. Much of it waits in a temporary file, so
 * that memory does not grow. Not thread-safe.
 */
final class Spool extends Writer {

  private static final int KEPT = 1 << 16;

  private final StringBuilder kept = new StringBuilder();
  private FileChannel file;
  private Writer encoder;

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    kept.append(text, from, length);
    if (kept.length() > KEPT) {
      spill();
    }
  }

  private void spill() throws IOException {
    if (file == null) {
      Path path = Files.createTempFile("cleanrooms-contract-", ".tmp");
      path.toFile().deleteOnExit();
      file =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      encoder = Channels.newWriter(file, StandardCharsets.UTF_8);
    }
    encoder.append(kept);
    kept.setLength(0);
  }

  /** Hands on all that waits, and begins anew. */
  void drainTo(Writer out) throws IOException {
    if (file != null && file.position() > 0) {
      spill();
      encoder.flush();
      file.position(0);
      Channels.newReader(file, StandardCharsets.UTF_8).transferTo(out);
      file.truncate(0);
    }
    out.append(kept);
    kept.setLength(0);
  }

  @Override
  public void flush() {
    // Nobody reads it before it is drained.
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
