package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Conversation;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Reads captures, packed or not, and hands on their texts. Nothing is ever written. Not
 * thread-safe.
 */
final class CaptureReader {

  private final ContractValidator validator;
  private final Supplier<Conversation> conversations;
  private final CaptureOptions options;
  private final Packed.Limits limits;
  private final LongAdder bytes;
  private final Texts texts;

  /**
   * Creates a reader.
   *
   * @param conversations gives one for each capture
   * @param bytes counts what is read of files and streams
   * @param texts takes what is read
   */
  CaptureReader(
      ContractValidator validator,
      Supplier<Conversation> conversations,
      CaptureOptions options,
      Packed.Limits limits,
      LongAdder bytes,
      Texts texts) {
    this.validator = validator;
    this.conversations = conversations;
    this.options = options;
    this.limits = limits;
    this.bytes = bytes;
    this.texts = texts;
  }

  /** Reads files, or says of each what prevents that it is read. */
  void read(Map<Path, Optional<IOException>> files) {
    files.forEach(
        (file, failure) ->
            failure.ifPresentOrElse(
                e -> fail(file.toString(), Notices.unreadable(e)), () -> read(file)));
  }

  private void read(Path file) {
    // In a pipe nothing can be sought, and one such as /dev/fd/63 has no name that says anything.
    boolean pipe = !Files.isRegularFile(file) && Files.exists(file);
    String name = file.toString();
    try (InputStream stream =
        pipe ? new FileInputStream(file.toFile()) : Files.newInputStream(file)) {
      read(name, Optional.of(name).filter(each -> !pipe || CaptureFiles.isCapture(each)), stream);
    } catch (IOException e) {
      fail(file.toString(), Notices.unreadable(e));
    }
  }

  /** Reads a stream without a name. */
  void read(InputStream stream) {
    try {
      read(CaptureJudge.STDIN, Optional.empty(), stream);
    } catch (IOException e) {
      fail(CaptureJudge.STDIN, Notices.unreadable(e));
    }
  }

  private void read(String source, Optional<String> path, InputStream stream) throws IOException {
    read(source, path, new Packed.Counted(stream, bytes), 0);
  }

  /**
   * Reads a stream.
   *
   * @param source what it is called in reports
   * @param path the path whose words say what it is; empty if it has none
   * @param depth in how many layers it was packed
   */
  private void read(String source, Optional<String> path, InputStream given, int depth)
      throws IOException {
    InputStream stream = Packed.peekable(given);
    boolean zip = Packed.isZip(stream);
    if (zip || Packed.isGzip(stream)) {
      if (depth == limits.depth()) {
        fail(source, Notices.unreadable("it is packed in more than " + depth + " layers"));
      } else if (zip) {
        readArchive(source, stream, depth);
      } else {
        Optional<String> inside = path.map(name -> name.replaceFirst("(?i)[.]gz$", ""));
        read(source, inside, Packed.gunzip(stream, limits), depth + 1);
      }
      return;
    }
    Identity identity =
        path.map(name -> Identity.of(Path.of(name), options)).orElse(Identity.of(options));
    // What one capture tells is not true of another's world.
    MessageJudge messages = new MessageJudge(validator, conversations.get());
    StreamReader reader = new StreamReader(source, identity, options, messages, texts);
    if (path.isEmpty()) {
      reader.readEither(stream);
    } else if (CaptureFiles.isLines(path.get())) {
      reader.readLines(stream);
    } else {
      reader.readWhole(stream);
    }
  }

  private void readArchive(String archive, InputStream stream, int depth) throws IOException {
    int[] entries = {0};
    ArchiveReader.read(
        stream,
        limits,
        new ArchiveReader.Visitor() {
          @Override
          public void entry(String name, InputStream content) {
            entries[0]++;
            String source = archive + "!/" + name;
            try {
              read(source, Optional.of(source), content, depth + 1);
            } catch (IOException e) {
              fail(source, Notices.unreadable(e));
            } catch (InvalidPathException e) {
              fail(archive, Notices.unreadable("the name of an entry is no path"));
            }
          }

          @Override
          public void refused(String name, String why) {
            entries[0]++;
            fail(name.isEmpty() ? archive : archive + "!/" + name, Notices.unreadable(why));
          }
        });
    if (entries[0] == 0) {
      fail(archive, Notices.noMatch());
    }
  }

  /** Says of a capture, or of what should be one, why it cannot be read. */
  void fail(String source, Finding finding) {
    texts.add(failed(source, 1, options, finding));
  }

  /** Returns what cannot be checked as a message that failed. */
  static Begun failed(String source, int line, CaptureOptions options, Finding finding) {
    Identity identity = new Identity(options.operation(), options.direction(), Optional.empty());
    Report report = Report.failed("", finding);
    return Begun.settled(source, Captured.settled(line, identity, report), report);
  }
}
