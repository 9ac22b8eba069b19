package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.json.TextProblem;
import io.github.cleanroomscontract.validation.Payload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Judges what one stream holds: one JSON text, or one a line. What cannot be read is a message that
 * failed, but for trouble with the stream itself. Not thread-safe.
 */
final class StreamJudge {

  private final String source;
  private final Identity identity;
  private final CaptureOptions options;
  private final Importers importers;
  private final MessageJudge judge;
  private final Consumer<JudgedMessage> results;

  /**
   * Creates a judge.
   *
   * @param source the name of what is read
   * @param identity what is known of it
   */
  StreamJudge(
      String source,
      Identity identity,
      CaptureOptions options,
      MessageJudge judge,
      Consumer<JudgedMessage> results) {
    this.source = source;
    this.identity = identity;
    this.options = options;
    this.importers = new Importers(options);
    this.judge = judge;
    this.results = results;
  }

  /** Judges one JSON text. */
  void judgeWhole(InputStream stream) throws IOException {
    try {
      judge(1, JsonDocument.parse(stream.readAllBytes()));
    } catch (OutOfMemoryError e) {
      fail(1, Notices.tooLarge(1));
    }
  }

  /** Judges a text a line. */
  void judgeLines(InputStream stream) throws IOException {
    int number = 0;
    int messages = 0;
    Lines lines = new Lines(stream);
    boolean more = true;
    while (more) {
      number++;
      try {
        byte[] line = lines.next();
        more = line != null;
        if (more && judgeLine(number, line)) {
          messages++;
        }
      } catch (OutOfMemoryError e) {
        messages++;
        fail(number, Notices.tooLarge(number));
        lines.skip();
      }
    }
    if (messages == 0) {
      fail(1, Notices.at(Rules.JSON_EMPTY, "", 1, 1));
    }
  }

  /** Judges what has no name to tell the two apart. Lines are judged as they come. */
  void judgeEither(InputStream stream) throws IOException {
    Lines lines = new Lines(stream);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] first = lines.next();
    if (first != null && isObject(new String(first, StandardCharsets.UTF_8))) {
      judgeLines(
          new SequenceInputStream(
              new ByteArrayInputStream(first),
              new SequenceInputStream(new ByteArrayInputStream(new byte[] {'\n'}), lines.rest())));
      return;
    }
    if (first != null) {
      read.write(first);
      read.write('\n');
      lines.rest().transferTo(read);
    }
    JsonDocument whole = JsonDocument.parse(read.toByteArray());
    boolean single = whole.problems().isEmpty() && whole.root().isPresent();
    if (!single && hasObjectInALine(whole)) {
      judgeLines(new ByteArrayInputStream(read.toByteArray()));
    } else {
      judge(1, whole);
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

  /** Judges a line, unless it is blank. */
  private boolean judgeLine(int number, byte[] line) {
    JsonDocument document = JsonDocument.parse(line);
    boolean blank = document.problems().stream().anyMatch(p -> p.kind() == TextProblem.Kind.EMPTY);
    if (!blank) {
      judge(number, document);
    }
    return !blank;
  }

  private void judge(int line, JsonDocument document) {
    Optional<JsonNode> root = document.root();
    if (root.isPresent()) {
      Source read = new Source(document, root.get(), line, identity);
      importers.read(read, message -> results.accept(judge.judge(source, message)));
    } else {
      Payload payload = Payload.within(document, Pointers.ROOT, line);
      results.accept(judge.judge(source, Captured.of(line, importers.broken(identity), payload)));
    }
  }

  private void fail(int line, Finding finding) {
    results.accept(
        new JudgedMessage(
            source,
            line,
            options.operation(),
            options.direction(),
            Map.of(),
            Report.failed("", finding)));
  }
}
