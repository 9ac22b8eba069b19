package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.ElementReader;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.json.TextPosition;
import io.github.cleanroomscontract.validation.Payload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Reads what one stream holds: one JSON text, or one a line. What cannot be read is a message that
 * failed, but for trouble with the stream itself. Not thread-safe.
 */
final class StreamReader {

  /**
   * So many bytes are a long text. Shorter ones are read at once, which takes half the time, and
   * tells of a text that is no capture of its form as a whole.
   */
  private static final int LONG = 1 << 20;

  /** A way to read a stream. */
  private interface Reading {

    void read(InputStream stream) throws IOException;
  }

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
    readLong(stream, this::readAtOnce);
  }

  private void readAtOnce(InputStream stream) throws IOException {
    byte[] whole = stream.readAllBytes();
    texts.add(text(1, whole.length, () -> JsonDocument.parse(whole)));
  }

  /** Reads element by element what is long and has a list, and anything else in another way. */
  private void readLong(InputStream stream, Reading otherwise) throws IOException {
    try {
      byte[] beginning = stream.readNBytes(LONG);
      if (beginning.length < LONG) {
        otherwise.read(new ByteArrayInputStream(beginning));
      } else {
        readLong(beginning, stream, otherwise);
      }
    } catch (OutOfMemoryError e) {
      texts.add(failed(1, Notices.tooLarge(1)));
    }
  }

  private void readLong(byte[] beginning, InputStream stream, Reading otherwise)
      throws IOException {
    Map<String, ListImporter> lists = importers.lists();
    InputStream all = after(beginning, stream);
    try (ElementReader elements = new ElementReader(all)) {
      Optional<String> list = elements.find(lists.keySet());
      if (list.isPresent()) {
        readElements(lists.get(list.get()), elements);
        return;
      }
      Optional<byte[]> read = elements.rest();
      if (read.isPresent()) {
        otherwise.read(after(read.get(), all));
      } else {
        texts.add(failed(1, Notices.tooLarge(1)));
      }
    }
  }

  private static InputStream after(byte[] beginning, InputStream stream) {
    return new SequenceInputStream(new ByteArrayInputStream(beginning), stream);
  }

  private void readElements(ListImporter importer, ElementReader elements) throws IOException {
    int count = 0;
    ElementReader.Element element = elements.next();
    while (element != null) {
      int line = element.start().line();
      int column = element.start().column();
      String pointer = Pointers.append(importer.list(), count);
      if (element.text().isPresent()) {
        byte[] bytes = element.text().get();
        texts.add(
            text(
                line,
                bytes.length,
                () -> JsonDocument.parse(bytes).from(column),
                (read, messages) -> Importers.readElement(importer, read, pointer, messages)));
      } else {
        texts.add(failed(line, Notices.tooLarge(line)));
      }
      count++;
      element = elements.next();
    }
    Optional<ElementReader.Surroundings> around = elements.surroundings();
    if (around.isPresent()) {
      readSurroundings(importer, around.get(), count == 0);
    } else {
      texts.add(failed(1, Notices.tooLarge(1)));
    }
  }

  private void readSurroundings(
      ListImporter importer, ElementReader.Surroundings around, boolean empty) {
    JsonDocument document = around.document();
    if (document.root().isPresent()) {
      Source read = new Source(document, document.root().get(), 1, identity);
      importers.readSurroundings(
          importer,
          read,
          around::position,
          empty,
          message -> texts.add(judge.begin(source, message)));
    } else {
      TextPosition position = around.position(document.problems().get(0).offset());
      Finding finding = broken(1, document).end().report().findings().get(0);
      Place place = new Place(position.line(), position.column(), Optional.empty());
      texts.add(failed(position.line(), finding.withPlace(Optional.of(place))));
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
    byte[] beginning = firstLine(stream);
    String read = new String(beginning, StandardCharsets.UTF_8);
    InputStream all = after(beginning, stream);
    if (isObject(read.lines().findFirst().orElse(""))) {
      readLinesOrWhole(all);
    } else {
      readLong(all, this::readLinesOrWhole);
    }
  }

  /** Returns the first line, or as much of it as is no long text, and what was read with it. */
  private static byte[] firstLine(InputStream stream) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 13];
    boolean ended = false;
    while (!ended && read.size() < LONG) {
      int count = stream.read(some);
      ended = count < 0;
      for (int i = 0; i < count; i++) {
        ended |= some[i] == '\n';
      }
      read.write(some, 0, Math.max(0, count));
    }
    return read.toByteArray();
  }

  private void readLinesOrWhole(InputStream stream) throws IOException {
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
    return text(line, size, document, importers::read);
  }

  private Text text(
      int line,
      long size,
      Supplier<JsonDocument> document,
      BiConsumer<Source, Consumer<Captured>> reading) {
    return new Text(
        size,
        () -> read(line, document.get(), reading),
        () -> failed(line, Notices.tooLarge(line)));
  }

  private List<Begun> read(
      int line, JsonDocument document, BiConsumer<Source, Consumer<Captured>> reading) {
    Optional<JsonNode> root = document.root();
    if (root.isEmpty()) {
      return List.of(broken(line, document));
    }
    List<Begun> messages = new ArrayList<>();
    Source read = new Source(document, root.get(), line, identity);
    reading.accept(read, message -> messages.add(judge.begin(source, message)));
    return messages;
  }

  private Begun broken(int line, JsonDocument document) {
    Payload payload = Payload.within(document, Pointers.ROOT, line);
    return judge.begin(source, Captured.of(line, importers.broken(identity), payload));
  }

  private Begun failed(int line, Finding finding) {
    return CaptureReader.failed(source, line, options, finding);
  }
}
