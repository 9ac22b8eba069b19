package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.validation.Payload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Reads what one stream holds: one JSON text, or one a line. What cannot be read is a message that
 * failed, but for trouble with the stream itself. Not thread-safe.
 */
final class StreamReader {

  private final String source;
  private final Identity identity;
  private final CaptureOptions options;
  private final Importers importers;
  private final MessageJudge judge;
  private final Texts texts;

  /**
   * Creates a reader.
   *
   * @param source the name of what is read
   * @param identity what is known of it
   * @param judge judges its messages
   * @param texts takes what is read
   */
  StreamReader(
      String source, Identity identity, CaptureOptions options, MessageJudge judge, Texts texts) {
    this.source = source;
    this.identity = identity;
    this.options = options;
    this.importers = new Importers(options);
    this.judge = judge;
    this.texts = texts;
  }

  /** Reads one JSON text. */
  void readWhole(InputStream stream) throws IOException {
    try {
      byte[] whole = stream.readAllBytes();
      texts.add(text(1, whole.length, () -> JsonDocument.parse(whole)));
    } catch (OutOfMemoryError e) {
      texts.add(failed(1, Notices.tooLarge(1)));
    }
  }

  /** Reads a text a line. */
  void readLines(InputStream stream) throws IOException {
    readLines(new Lines(stream, texts::pause));
  }

  private void readLines(Lines lines) throws IOException {
    int number = 0;
    int messages = 0;
    boolean more = true;
    while (more) {
      number++;
      try {
        byte[] line = lines.next();
        more = line != null;
        if (more && !isBlank(line)) {
          messages++;
          texts.add(text(number, line.length, () -> JsonDocument.parse(line)));
        }
      } catch (OutOfMemoryError e) {
        messages++;
        texts.add(failed(number, Notices.tooLarge(number)));
        lines.skip();
      }
    }
    if (messages == 0) {
      texts.add(failed(1, Notices.at(Rules.JSON_EMPTY, "", 1, 1)));
    }
  }

  /** Reads what has no name to tell the two apart. Lines are handed on as they come. */
  void readEither(InputStream stream) throws IOException {
    Lines lines = new Lines(stream, texts::pause);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] first = lines.next();
    if (first != null && isObject(new String(first, StandardCharsets.UTF_8))) {
      lines.unread(first);
      readLines(lines);
      return;
    }
    if (first != null) {
      read.write(first);
      read.write('\n');
      lines.rest().transferTo(read);
    }
    byte[] all = read.toByteArray();
    JsonDocument whole = JsonDocument.parse(all);
    boolean single = whole.problems().isEmpty() && whole.root().isPresent();
    if (!single && hasObjectInALine(whole)) {
      readLines(new ByteArrayInputStream(all));
    } else {
      texts.add(text(1, all.length, () -> whole));
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

  /** Returns whether nothing but JSON's white space is in a line. */
  private static boolean isBlank(byte[] line) {
    for (byte each : line) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }

  private Text text(int line, long size, Supplier<JsonDocument> document) {
    return new Text(
        size, () -> read(line, document.get()), () -> failed(line, Notices.tooLarge(line)));
  }

  private List<Begun> read(int line, JsonDocument document) {
    Optional<JsonNode> root = document.root();
    if (root.isEmpty()) {
      Payload payload = Payload.within(document, Pointers.ROOT, line);
      return List.of(judge.begin(source, Captured.of(line, importers.broken(identity), payload)));
    }
    List<Begun> messages = new ArrayList<>();
    Source read = new Source(document, root.get(), line, identity);
    importers.read(read, message -> messages.add(judge.begin(source, message)));
    return messages;
  }

  private Begun failed(int line, Finding finding) {
    return CaptureReader.failed(source, line, options, finding);
  }
}
