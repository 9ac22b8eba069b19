package io.github.cleanroomscontract.internal.files;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that takes its name, and the place of an older one, only once it is complete: until then
 * it stands beside it under another name. Exceptions say in a sentence what cannot be done, and
 * why. Not thread-safe.
 */
public final class NewFile implements Closeable {

  private final Path target;
  private final Path draft;
  private final Remembering writer;

  private NewFile(Path target, Path draft, Writer writer) {
    this.target = target;
    this.draft = draft;
    this.writer = new Remembering(writer);
  }

  /** Begins a file, and makes the folders above it that are missing. */
  public static NewFile at(Path target) throws IOException {
    try {
      if (Files.isDirectory(target)) {
        throw new FileSystemException(target.toString(), null, "it is a folder");
      }
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        throw new FileSystemException(target.toString(), null, "it is no file but a device");
      }
      Path folder = target.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      String suffix = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
      Path draft = folder.resolve("." + target.getFileName() + "." + suffix + ".tmp");
      // Of half a character it makes a question mark, where Files' own writers fail.
      Writer writer =
          new BufferedWriter(
              new OutputStreamWriter(
                  Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW),
                  StandardCharsets.UTF_8));
      // Of an aborted run nothing is left.
      draft.toFile().deleteOnExit();
      return new NewFile(target, draft, writer);
    } catch (IOException e) {
      throw failure(target, e);
    }
  }

  /** Returns what the text of the file, in UTF-8, goes to. */
  public Writer writer() {
    return writer;
  }

  /** Completes the file, unless something of it was lost. */
  public void complete() throws IOException {
    try {
      writer.close();
      writer.check();
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failure(target, e);
    }
  }

  /** Removes what is not complete. */
  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(draft);
  }

  private static IOException failure(Path target, IOException e) {
    String reason =
        e instanceof AccessDeniedException
            ? "permission denied"
            : e instanceof FileAlreadyExistsException exists
                ? exists.getFile() + " is no folder"
                : e instanceof FileSystemException named && named.getReason() != null
                    ? named.getReason()
                    : e.getMessage();
    return new IOException(target + " cannot be written: " + reason, e);
  }

  /** Keeps the first failure, which print writers swallow. */
  private static final class Remembering extends FilterWriter {

    private IOException failure;

    Remembering(Writer out) {
      super(out);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      try {
        out.write(text, from, length);
      } catch (IOException e) {
        throw remembered(e);
      }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      try {
        out.write(text, from, length);
      } catch (IOException e) {
        throw remembered(e);
      }
    }

    @Override
    public void write(int c) throws IOException {
      write(new char[] {(char) c}, 0, 1);
    }

    @Override
    public void flush() {
      // Nobody reads it before it is complete.
    }

    private IOException remembered(IOException e) {
      failure = failure == null ? e : failure;
      return e;
    }

    void check() throws IOException {
      if (failure != null) {
        throw failure;
      }
    }
  }
}
