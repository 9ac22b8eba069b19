package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Conversation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.PatternSyntaxException;

/**
 * Goes through captures and judges every message in them. Nothing is thrown for what a capture
 * holds, and nothing is passed over: what cannot be checked is a message that failed. Packed
 * captures are read as they are; nothing is ever written. Not thread-safe.
 */
public final class CaptureJudge {

  /** From so many bytes on, several threads are quicker than one. */
  private static final long WORTH_THREADS = 1 << 18;

  /** How the standard input is called in reports. */
  public static final String STDIN = "<stdin>";

  private final ContractValidator validator;
  private final Supplier<Conversation> conversations;
  private final CaptureOptions options;
  private final Consumer<JudgedMessage> results;
  private final Packed.Limits limits;
  private final BooleanSupplier stopped;
  private final LongAdder bytes = new LongAdder();

  /** What the newest message stands in. */
  private String source = "";

  /**
   * Creates a judge.
   *
   * @param validator what judges the messages
   * @param options what the user says of them
   * @param results is given each message, in the order of the input
   */
  public CaptureJudge(
      ContractValidator validator, CaptureOptions options, Consumer<JudgedMessage> results) {
    this(validator, options, results, () -> false);
  }

  /**
   * Creates a judge that can be stopped.
   *
   * @param validator what judges the messages
   * @param options what the user says of them
   * @param results is given each message, in the order of the input, by the thread that calls
   *     {@link #judge}
   * @param stopped whether to judge no more; asked often. That something was not judged is then
   *     told as a message that failed
   */
  public CaptureJudge(
      ContractValidator validator,
      CaptureOptions options,
      Consumer<JudgedMessage> results,
      BooleanSupplier stopped) {
    this(validator, validator::conversation, options, results, Packed.Limits.USUAL, stopped);
  }

  /** Creates a judge that takes all it is given for one capture. */
  CaptureJudge(Conversation conversation, CaptureOptions options, Consumer<JudgedMessage> results) {
    this(
        ContractValidator.create(),
        () -> conversation,
        options,
        results,
        Packed.Limits.USUAL,
        () -> false);
  }

  /** Creates a judge with limits of its own to what it unpacks. */
  CaptureJudge(
      ContractValidator validator,
      CaptureOptions options,
      Consumer<JudgedMessage> results,
      Packed.Limits limits) {
    this(validator, validator::conversation, options, results, limits, () -> false);
  }

  private CaptureJudge(
      ContractValidator validator,
      Supplier<Conversation> conversations,
      CaptureOptions options,
      Consumer<JudgedMessage> results,
      Packed.Limits limits,
      BooleanSupplier stopped) {
    this.validator = validator;
    this.conversations = conversations;
    this.options = options;
    this.results = results;
    this.limits = limits;
    this.stopped = stopped;
  }

  /**
   * Judges a file, or all captures of a folder in order of name: {@code .json}, {@code .jsonl},
   * {@code .ndjson} and {@code .har}, packed as {@code .gz} or not, and those in {@code .zip}
   * archives. A path that does not exist may be a pattern, such as {@code captures/**}{@code
   * /*.har}.
   */
  public void judge(Path path) {
    source = path.toString();
    Map<Path, Optional<IOException>> files;
    try {
      files = CaptureFiles.at(path);
    } catch (PatternSyntaxException e) {
      judge(
          0,
          reader ->
              reader.fail(
                  path.toString(), Notices.unreadable("it is no file, and no pattern either")));
      return;
    }
    judge(
        CaptureFiles.size(files.keySet()),
        reader -> {
          if (files.isEmpty()) {
            reader.fail(path.toString(), Notices.noMatch());
          }
          reader.read(files);
        });
  }

  /**
   * Judges the standard input, or another stream without a name: one JSON value, or a message a
   * line, packed or not. Lines are judged as they come. It may be read by another thread.
   */
  public void judge(InputStream stream) {
    judge(stream, Long.MAX_VALUE);
  }

  /** Judges a stream of so many bytes. */
  void judge(InputStream stream, long size) {
    source = STDIN;
    judge(size, reader -> reader.read(stream));
  }

  /** Returns how many bytes of files and streams were read so far. Thread-safe. */
  public long bytesRead() {
    return bytes.sum();
  }

  /** Returns how many bytes the captures have together that a path leads to. */
  public static long size(Path path) {
    try {
      return CaptureFiles.size(CaptureFiles.at(path).keySet());
    } catch (PatternSyntaxException e) {
      return 0;
    }
  }

  private void judge(long size, Consumer<CaptureReader> reading) {
    Consumer<Texts> read =
        texts ->
            reading.accept(
                new CaptureReader(validator, conversations, options, limits, bytes, texts));
    int processors = Runtime.getRuntime().availableProcessors();
    if (size >= WORTH_THREADS && processors > 1) {
      new SideBySide(this::handOn, stopped, processors).judge(read);
    } else {
      InTurn texts = new InTurn(this::handOn, stopped);
      try {
        read.accept(texts);
      } catch (Texts.StoppedException e) {
        // What was judged until then is told.
      }
    }
    if (stopped.getAsBoolean()) {
      results.accept(CaptureReader.failed(source, 1, options, Notices.interrupted()).end());
    }
  }

  private void handOn(JudgedMessage message) {
    source = message.source();
    results.accept(message);
  }
}
