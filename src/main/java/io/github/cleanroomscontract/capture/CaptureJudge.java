package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Conversation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.PatternSyntaxException;

/**
 * Goes through captures and judges every message in them. Nothing is thrown for what a capture
 * holds, and nothing is passed over: what cannot be checked is a message that failed. Packed
 * captures are read as they are; nothing is ever written. Not thread-safe.
 */
public final class CaptureJudge {

  /** How the standard input is called in reports. */
  public static final String STDIN = "<stdin>";

  private final ContractValidator validator;
  private final Supplier<Conversation> conversations;
  private final CaptureOptions options;
  private final Consumer<JudgedMessage> results;
  private final Packed.Limits limits;

  /**
   * Creates a judge.
   *
   * @param validator what judges the messages
   * @param options what the user says of them
   * @param results is given each message, in the order of the input
   */
  public CaptureJudge(
      ContractValidator validator, CaptureOptions options, Consumer<JudgedMessage> results) {
    this(validator, validator::conversation, options, results, Packed.Limits.USUAL);
  }

  /** Creates a judge that takes all it is given for one capture. */
  CaptureJudge(Conversation conversation, CaptureOptions options, Consumer<JudgedMessage> results) {
    this(ContractValidator.create(), () -> conversation, options, results, Packed.Limits.USUAL);
  }

  /** Creates a judge with limits of its own to what it unpacks. */
  CaptureJudge(
      ContractValidator validator,
      CaptureOptions options,
      Consumer<JudgedMessage> results,
      Packed.Limits limits) {
    this(validator, validator::conversation, options, results, limits);
  }

  private CaptureJudge(
      ContractValidator validator,
      Supplier<Conversation> conversations,
      CaptureOptions options,
      Consumer<JudgedMessage> results,
      Packed.Limits limits) {
    this.validator = validator;
    this.conversations = conversations;
    this.options = options;
    this.results = results;
    this.limits = limits;
  }

  /**
   * Judges a file, or all captures of a folder in order of name: {@code .json}, {@code .jsonl},
   * {@code .ndjson} and {@code .har}, packed as {@code .gz} or not, and those in {@code .zip}
   * archives. A path that does not exist may be a pattern, such as {@code captures/**}{@code
   * /*.har}.
   */
  public void judge(Path path) {
    if (Files.isDirectory(path)) {
      judgeAll(path, CaptureFiles.in(path));
    } else if (CaptureFiles.isPattern(path)) {
      try {
        judgeAll(path, CaptureFiles.matching(path));
      } catch (PatternSyntaxException e) {
        fail(path.toString(), Notices.unreadable("it is no file, and no pattern either"));
      }
    } else {
      judgeFile(path);
    }
  }

  private void judgeAll(Path path, Map<Path, Optional<IOException>> files) {
    if (files.isEmpty()) {
      fail(path.toString(), Notices.noMatch());
    }
    files.forEach(
        (file, failure) ->
            failure.ifPresentOrElse(
                e -> fail(file.toString(), Notices.unreadable(e)), () -> judgeFile(file)));
  }

  private void judgeFile(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      judge(file.toString(), Optional.of(file.toString()), stream, 0);
    } catch (IOException e) {
      fail(file.toString(), Notices.unreadable(e));
    }
  }

  /**
   * Judges the standard input, or another stream without a name: one JSON value, or a message a
   * line, packed or not. Lines are judged as they come.
   */
  public void judge(InputStream stream) {
    try {
      judge(STDIN, Optional.empty(), stream, 0);
    } catch (IOException e) {
      fail(STDIN, Notices.unreadable(e));
    }
  }

  /**
   * Judges a stream.
   *
   * @param source what it is called in reports
   * @param path the path whose words say what it is; empty if it has none
   * @param depth in how many layers it was packed
   */
  private void judge(String source, Optional<String> path, InputStream given, int depth)
      throws IOException {
    InputStream stream = Packed.peekable(given);
    boolean zip = Packed.isZip(stream);
    if (zip || Packed.isGzip(stream)) {
      if (depth == limits.depth()) {
        fail(source, Notices.unreadable("it is packed in more than " + depth + " layers"));
      } else if (zip) {
        judgeArchive(source, stream, depth);
      } else {
        Optional<String> inside = path.map(name -> name.replaceFirst("(?i)[.]gz$", ""));
        judge(source, inside, Packed.gunzip(stream, limits), depth + 1);
      }
      return;
    }
    Identity identity =
        path.map(name -> Identity.of(Path.of(name), options)).orElse(Identity.of(options));
    // What one capture tells is not true of another's world.
    MessageJudge messages = new MessageJudge(validator, conversations.get());
    StreamJudge judge = new StreamJudge(source, identity, options, messages, results);
    if (path.isEmpty()) {
      judge.judgeEither(stream);
    } else if (CaptureFiles.isLines(path.get())) {
      judge.judgeLines(stream);
    } else {
      judge.judgeWhole(stream);
    }
  }

  private void judgeArchive(String archive, InputStream stream, int depth) throws IOException {
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
              judge(source, Optional.of(source), content, depth + 1);
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

  private void fail(String source, Finding finding) {
    results.accept(
        new JudgedMessage(
            source,
            1,
            options.operation(),
            options.direction(),
            Map.of(),
            Report.failed("", finding)));
  }
}
