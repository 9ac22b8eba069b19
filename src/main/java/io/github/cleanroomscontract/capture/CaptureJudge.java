package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.json.JsonDocument;
import io.github.cleanroomscontract.json.Pointers;
import io.github.cleanroomscontract.json.TextProblem;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Message;
import io.github.cleanroomscontract.validation.Payload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
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
  private final CaptureOptions options;
  private final Consumer<JudgedMessage> results;

  /**
   * Creates a judge.
   *
   * @param validator what judges the messages
   * @param options what the user says of them
   * @param results is given each message, in the order of the input
   */
  public CaptureJudge(
      ContractValidator validator, CaptureOptions options, Consumer<JudgedMessage> results) {
    this.validator = validator;
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
              String name = file.getFileName().toString();
              if (name.endsWith(".json") || name.endsWith(".jsonl")) {
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

  /**
   * Judges the standard input, or another stream without a name: one JSON value, or a message a
   * line.
   */
  public void judge(InputStream stream) {
    byte[] bytes;
    try {
      bytes = stream.readAllBytes();
    } catch (IOException e) {
      results.accept(unreadable(STDIN, e));
      return;
    }
    JsonDocument whole = JsonDocument.parse(bytes);
    boolean single = whole.problems().isEmpty() && whole.root().isPresent();
    if (!single && hasObjectInALine(whole)) {
      judgeLines(STDIN, new ByteArrayInputStream(bytes), identity());
    } else {
      judgeDocument(STDIN, 1, whole, identity());
    }
  }

  /** Returns whether some line is an object of its own; those inside a longer text are indented. */
  private static boolean hasObjectInALine(JsonDocument whole) {
    for (int line = 1; whole.lineCount() > 1 && line <= whole.lineCount(); line++) {
      String text = whole.text().substring(whole.lineStart(line), whole.lineEnd(line));
      if (text.startsWith("{") && JsonDocument.parse(text).root().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Identity identity() {
    return new Identity(options.operation(), options.direction(), options.error());
  }

  private void judgeFile(Path file) {
    try {
      if (file.toString().endsWith(".jsonl")) {
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
      // One message that does not fit; the others may.
      results.accept(unreadable(file.toString(), new IOException("too large for the memory", e)));
    }
  }

  private void judgeLines(String source, InputStream stream, Identity identity) {
    int number = 0;
    int messages = 0;
    Lines lines = new Lines(stream);
    try {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        number++;
        JsonDocument document = JsonDocument.parse(line);
        boolean blank =
            document.problems().stream().anyMatch(p -> p.kind() == TextProblem.Kind.EMPTY);
        if (!blank) {
          messages++;
          judgeDocument(source, number, document, identity);
        }
      }
    } catch (IOException e) {
      results.accept(unreadable(source, e));
      return;
    }
    if (messages == 0) {
      results.accept(failed(source, 1, finding(Rules.JSON_EMPTY, "", 1, 1)));
    }
  }

  private void judgeDocument(String source, int line, JsonDocument document, Identity identity) {
    Optional<JsonNode> root = document.root();
    if (root.isPresent() && Envelope.isMeant(root.get())) {
      judgeEnvelope(source, line, document, root.get(), identity);
      return;
    }
    Payload payload = Payload.within(document, Pointers.ROOT, line);
    Message message = null;
    if (identity.operation().isPresent() && identity.direction().isPresent()) {
      message =
          new Message(
              identity.operation().get(),
              identity.direction().get(),
              identity.error(),
              OptionalInt.empty(),
              payload);
    }
    results.accept(judged(source, line, message, payload, identity, Map.of()));
  }

  private void judgeEnvelope(
      String source, int line, JsonDocument document, JsonNode root, Identity identity) {
    Envelope envelope = Envelope.read(document, root);
    Identity told =
        new Identity(
            envelope.operation().or(identity::operation),
            envelope.direction().or(identity::direction),
            envelope.error().or(identity::error));
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
    Message message = null;
    if (told.operation().isPresent() && told.direction().isPresent()) {
      message =
          new Message(
              told.operation().get(),
              told.direction().get(),
              told.error(),
              envelope.status(),
              payload);
    }
    results.accept(judged(source, line, message, payload, told, envelope.carried()));
  }

  /** Judges a message, or says why that cannot be done if there is none. */
  private JudgedMessage judged(
      String source,
      int line,
      Message message,
      Payload payload,
      Identity identity,
      Map<String, String> carried) {
    Report report = message == null ? validator.checkText(payload) : validator.validate(message);
    if (report.findings().isEmpty() && message == null) {
      report = Report.failed("", unidentified(identity, line));
    }
    return new JudgedMessage(
        source, line, identity.operation(), identity.direction(), carried, report);
  }

  private static Finding unidentified(Identity identity, int line) {
    String missing =
        identity.operation().isPresent()
            ? "the direction"
            : identity.direction().isPresent() ? "the operation" : "operation and direction";
    Finding finding =
        Finding.of(
            Rules.INPUT_UNIDENTIFIED,
            Rules.INPUT_UNIDENTIFIED.message(Map.of("expected", missing)));
    return finding
        .withPlace(Optional.of(new Place(line, 1, Optional.empty())))
        .withHint(
            "say --operation NAME and --request or --response, or name the file so:"
                + " GetMembership.response.json");
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
