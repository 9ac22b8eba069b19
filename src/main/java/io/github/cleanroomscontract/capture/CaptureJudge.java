package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.json.TextProblem;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Conversation;
import io.github.cleanroomscontract.validation.Message;
import io.github.cleanroomscontract.validation.Payload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Goes through captures and judges every message in them. Nothing is thrown for what a capture
 * holds, and nothing is passed over: what cannot be checked is a message that failed. Not
 * thread-safe.
 */
public final class CaptureJudge {

  /** How the standard input is called in reports. */
  public static final String STDIN = "<stdin>";

  private final ContractValidator validator;
  private final Supplier<Conversation> conversations;
  private final CaptureOptions options;
  private final Consumer<JudgedMessage> results;
  private Conversation conversation;

  /**
   * Creates a judge.
   *
   * @param validator what judges the messages
   * @param options what the user says of them
   * @param results is given each message, in the order of the input
   */
  public CaptureJudge(
      ContractValidator validator, CaptureOptions options, Consumer<JudgedMessage> results) {
    this(validator, validator::conversation, options, results);
  }

  /** Creates a judge that takes all it is given for one capture. */
  CaptureJudge(Conversation conversation, CaptureOptions options, Consumer<JudgedMessage> results) {
    this(ContractValidator.create(), () -> conversation, options, results);
  }

  private CaptureJudge(
      ContractValidator validator,
      Supplier<Conversation> conversations,
      CaptureOptions options,
      Consumer<JudgedMessage> results) {
    this.validator = validator;
    this.conversations = conversations;
    this.options = options;
    this.results = results;
  }

  /** Judges a file, or all {@code .json} and {@code .jsonl} files of a folder, in order of name. */
  public void judge(Path path) {
    if (!Files.isDirectory(path)) {
      judgeFile(path);
      return;
    }
    // Sorted whole, so that the order is the same on every file system.
    Map<Path, Optional<IOException>> files = new TreeMap<>();
    try {
      Files.walkFileTree(
          path,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (hasEnding(file, ".json") || isLines(file)) {
                files.put(file, Optional.empty());
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              files.put(file, Optional.of(e));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      files.put(path, Optional.of(e));
    }
    if (files.isEmpty()) {
      Finding finding = Finding.of(Rules.INPUT_NO_MATCH, Rules.INPUT_NO_MATCH.message(Map.of()));
      results.accept(
          failed(
              path.toString(),
              1,
              finding.withHint("give a file, or a folder with captures in it")));
    }
    files.forEach(
        (file, failure) ->
            failure.ifPresentOrElse(
                e -> results.accept(unreadable(file.toString(), e)), () -> judgeFile(file)));
  }

  private static boolean isLines(Path file) {
    return hasEnding(file, ".jsonl") || hasEnding(file, ".ndjson");
  }

  private static boolean hasEnding(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /**
   * Judges the standard input, or another stream without a name: one JSON value, or a message a
   * line. Lines are judged as they come.
   */
  public void judge(InputStream stream) {
    conversation = conversations.get();
    Identity identity = Identity.of(options);
    Lines lines = new Lines(stream);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      byte[] first = lines.next();
      if (first != null && isObject(new String(first, StandardCharsets.UTF_8))) {
        SequenceInputStream whole =
            new SequenceInputStream(
                new ByteArrayInputStream(first),
                new SequenceInputStream(new ByteArrayInputStream(new byte[] {'\n'}), lines.rest()));
        judgeLines(STDIN, whole, identity);
        return;
      }
      if (first != null) {
        read.write(first);
        read.write('\n');
        lines.rest().transferTo(read);
      }
    } catch (IOException e) {
      results.accept(unreadable(STDIN, e));
      return;
    }
    JsonDocument whole = JsonDocument.parse(read.toByteArray());
    boolean single = whole.problems().isEmpty() && whole.root().isPresent();
    if (!single && hasObjectInALine(whole)) {
      judgeLines(STDIN, new ByteArrayInputStream(read.toByteArray()), identity);
    } else {
      judgeDocument(STDIN, 1, whole, identity);
    }
  }

  private static boolean isObject(String text) {
    return text.startsWith("{") && JsonDocument.parse(text).root().isPresent();
  }

  /** Returns whether some line is an object of its own; those inside a longer text are indented. */
  private static boolean hasObjectInALine(JsonDocument whole) {
    for (int line = 1; whole.lineCount() > 1 && line <= whole.lineCount(); line++) {
      String text = whole.text().substring(whole.lineStart(line), whole.lineEnd(line));
      if (isObject(text)) {
        return true;
      }
    }
    return false;
  }

  private void judgeFile(Path file) {
    // What one capture tells is not true of another's world.
    conversation = conversations.get();
    try {
      if (isLines(file)) {
        try (InputStream stream = Files.newInputStream(file)) {
          judgeLines(file.toString(), stream, Identity.of(file, options));
        }
      } else {
        JsonDocument document = JsonDocument.parse(Files.readAllBytes(file));
        judgeDocument(file.toString(), 1, document, Identity.of(file, options));
      }
    } catch (IOException e) {
      results.accept(unreadable(file.toString(), e));
    } catch (OutOfMemoryError e) {
      results.accept(tooLarge(file.toString(), 1));
    }
  }

  /** One message that does not fit; the others may. */
  private JudgedMessage tooLarge(String source, int line) {
    String message = Rules.INPUT_UNREADABLE.message(Map.of("found", "too large for the memory"));
    Finding finding =
        Finding.of(Rules.INPUT_UNREADABLE, message)
            .withPlace(Optional.of(new Place(line, 1, Optional.empty())))
            .withHint("give Java more: java -Xmx4g -jar …");
    return failed(source, line, finding);
  }

  private void judgeLines(String source, InputStream stream, Identity identity) {
    int number = 0;
    int messages = 0;
    Lines lines = new Lines(stream);
    boolean more = true;
    while (more) {
      number++;
      try {
        byte[] line = lines.next();
        more = line != null;
        if (more && judgeLine(source, number, line, identity)) {
          messages++;
        }
      } catch (IOException e) {
        results.accept(unreadable(source, e));
        return;
      } catch (OutOfMemoryError e) {
        messages++;
        results.accept(tooLarge(source, number));
        lines.skip();
      }
    }
    if (messages == 0) {
      results.accept(failed(source, 1, finding(Rules.JSON_EMPTY, "", 1, 1)));
    }
  }

  /** Judges a line, unless it is blank. */
  private boolean judgeLine(String source, int number, byte[] line, Identity identity) {
    JsonDocument document = JsonDocument.parse(line);
    boolean blank = document.problems().stream().anyMatch(p -> p.kind() == TextProblem.Kind.EMPTY);
    if (!blank) {
      judgeDocument(source, number, document, identity);
    }
    return !blank;
  }

  private void judgeDocument(String source, int line, JsonDocument document, Identity identity) {
    Optional<JsonNode> root = document.root();
    if (root.isPresent() && Envelope.isMeant(root.get())) {
      judgeEnvelope(source, line, document, root.get(), identity);
      return;
    }
    Payload payload = Payload.within(document, Pointers.ROOT, line);
    Optional<Report> report =
        message(identity, OptionalInt.empty(), payload).map(conversation::validate);
    results.accept(judged(source, line, report, payload, identity, Map.of()));
  }

  /** Returns what is to be judged, if it is known what it is. */
  private static Optional<Message> message(Identity identity, OptionalInt status, Payload payload) {
    return identity
        .operation()
        .flatMap(
            operation ->
                identity
                    .direction()
                    .map(
                        direction ->
                            new Message(operation, direction, identity.error(), status, payload)));
  }

  private void judgeEnvelope(
      String source, int line, JsonDocument document, JsonNode root, Identity identity) {
    Envelope envelope = Envelope.read(document, root, identity);
    Identity told =
        new Identity(
            envelope.operation().or(identity::operation),
            envelope.direction().or(identity::direction),
            envelope.error().or(options::error));
    if (envelope.fault().isPresent()) {
      Finding finding = finding(Rules.INPUT_ENVELOPE, envelope.fault().get(), line, 1);
      results.accept(
          new JudgedMessage(
              source,
              line,
              told.operation(),
              told.direction(),
              envelope.carried(),
              Report.failed("", finding)));
      return;
    }
    String base = Pointers.append(Pointers.ROOT, Envelope.PAYLOAD);
    Payload payload = Payload.within(document, base, line);
    Optional<Report> report =
        message(told, envelope.status(), payload)
            .map(message -> validated(message, document, line, envelope));
    results.accept(judged(source, line, report, payload, told, envelope.carried()));
  }

  private Report validated(Message message, JsonDocument document, int line, Envelope envelope) {
    if (envelope.context().isEmpty() && envelope.request().isEmpty()) {
      return conversation.validate(message);
    }
    try {
      CallContext known = EnvelopeContext.read(document, line, envelope, message.operation());
      return conversation.validate(message, known, EnvelopeContext.request(document, envelope));
    } catch (EnvelopeContext.UnusableException e) {
      return Report.failed("", e.finding());
    }
  }

  /** Returns a message with its report, or with why there is none. */
  private JudgedMessage judged(
      String source,
      int line,
      Optional<Report> validated,
      Payload payload,
      Identity identity,
      Map<String, String> carried) {
    Report report = validated.orElseGet(() -> validator.checkText(payload));
    if (validated.isPresent() && report.outcome() == Outcome.FAILED) {
      Finding finding = report.findings().get(0);
      if (finding.place().isEmpty()) {
        // There is no such operation, and the line is all that tells which message it is.
        Optional<Place> place = Optional.of(new Place(line, 1, Optional.empty()));
        report = Report.failed(report.subject(), finding.withPlace(place));
      }
    }
    if (report.findings().isEmpty() && validated.isEmpty()) {
      report = Report.failed("", unidentified(identity, payload, line));
    }
    return new JudgedMessage(
        source, line, identity.operation(), identity.direction(), carried, report);
  }

  private static Finding unidentified(Identity identity, Payload payload, int line) {
    String missing =
        identity.operation().isPresent()
            ? "the direction"
            : identity.direction().isPresent() ? "the operation" : "operation and direction";
    String message = Rules.INPUT_UNIDENTIFIED.message(Map.of("expected", missing));
    String hint =
        payload.isWhole()
            ? "say --operation NAME and --request or --response, or name the file so:"
                + " GetMembership.response.json"
            : "give the envelope \"operation\" and \"direction\"";
    return Finding.of(Rules.INPUT_UNIDENTIFIED, message)
        .withPlace(Optional.of(new Place(line, 1, Optional.empty())))
        .withHint(hint);
  }

  private static Finding finding(Rule rule, String found, int line, int column) {
    return Finding.of(rule, rule.message(Map.of("found", found)))
        .withPlace(Optional.of(new Place(line, column, Optional.empty())));
  }

  private JudgedMessage unreadable(String source, IOException e) {
    String reason =
        e instanceof NoSuchFileException
            ? "there is no such file"
            : e instanceof AccessDeniedException
                ? "permission denied"
                : e instanceof FileSystemLoopException
                    ? "a link leads back to a folder above it"
                    : String.valueOf(e.getMessage());
    String message = Rules.INPUT_UNREADABLE.message(Map.of("found", reason));
    return failed(source, 1, Finding.of(Rules.INPUT_UNREADABLE, message));
  }

  private JudgedMessage failed(String source, int line, Finding finding) {
    return new JudgedMessage(
        source,
        line,
        options.operation(),
        options.direction(),
        Map.of(),
        Report.failed("", finding));
  }
}
