package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.ElementReader;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.TextPosition;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads what one stream holds: one JSON text, or one a line. What cannot be read is a message that
 * failed, but for trouble with the stream itself. Not thread-safe.
 */
final class StreamReader {

  /** So many bytes are a long text; most shorter ones are no lists, and would be read twice. */
  private static final int LONG = 1 << 20;

  /** A way to read a stream. */
  private interface Reading {

    void read(InputStream stream) throws IOException;
  }

  /** A way to read what follows a text. */
  private interface After {

    void read(ElementReader.Following following, InputStream rest) throws IOException;
  }

  private final StreamTexts made;
  private final Texts texts;
  private final ListReader lists;

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
    Importers importers = new Importers(options);
    this.made = new StreamTexts(source, identity, options, importers, judge);
    this.texts = texts;
    this.lists = new ListReader(importers, made, texts);
  }

  /** Reads one JSON text. */
  void readWhole(InputStream stream) throws IOException {
    readLong(stream, this::readAtOnce, this::readNothing);
  }

  private void readAtOnce(InputStream stream) throws IOException {
    byte[] whole = stream.readAllBytes();
    texts.add(made.text(1, whole.length, () -> JsonDocument.parse(whole)));
  }

  /** After a text nothing should follow; what is wrong with the stream shows at its end. */
  private void readNothing(ElementReader.Following following, InputStream rest) throws IOException {
    InputStream stream = new BufferedInputStream(rest);
    if (following.sound()) {
      int line = following.start().line();
      int column = following.start().column();
      int next = stream.read();
      while (next == ' ' || next == '\t' || next == '\r' || next == '\n') {
        line += next == '\n' ? 1 : 0;
        column = next == '\n' ? 1 : Math.min(column, Integer.MAX_VALUE - 1) + 1;
        next = stream.read();
      }
      if (next >= 0) {
        texts.add(made.trailing(new TextPosition(line, column)));
      }
    }
    stream.transferTo(OutputStream.nullOutputStream());
  }

  /**
   * Reads element by element what is long and has a list, and anything else in another way.
   *
   * @param otherwise reads it from its beginning
   * @param after reads what follows
   */
  private void readLong(InputStream stream, Reading otherwise, After after) throws IOException {
    try {
      byte[] beginning = stream.readNBytes(LONG);
      InputStream all = startingWith(beginning, stream);
      if (beginning.length < LONG || !lists.isPossible() || !ElementReader.isReadable(beginning)) {
        otherwise.read(all);
        return;
      }
      try (ElementReader elements = new ElementReader(all)) {
        boolean list = lists.read(elements);
        Optional<byte[]> whole = list ? Optional.empty() : elements.whole();
        if (whole.isPresent()) {
          otherwise.read(startingWith(whole.get(), all));
          return;
        }
        if (!list) {
          texts.add(made.tooLarge(1));
        }
        ElementReader.Following following = elements.following();
        after.read(following, startingWith(following.bytes(), all));
      }
    } catch (OutOfMemoryError e) {
      texts.add(made.tooLarge(1));
    }
  }

  /** Returns a stream that begins with some bytes, and goes on with another that stays open. */
  private static InputStream startingWith(byte[] beginning, InputStream stream) {
    return new SequenceInputStream(
        new ByteArrayInputStream(beginning), new Packed.Unclosed(stream));
  }

  /** Reads a text a line. */
  void readLines(InputStream stream) throws IOException {
    if (readLines(new Lines(stream, texts::pause), 1) == 0) {
      texts.add(made.failed(1, Notices.at(Rules.JSON_EMPTY, "", 1, 1)));
    }
  }

  /** Returns how many lines held a text. */
  private int readLines(Lines lines, int first) throws IOException {
    int number = first - 1;
    int messages = 0;
    boolean more = true;
    while (more) {
      number++;
      try {
        byte[] line = lines.next();
        more = line != null;
        if (more && !isBlank(line)) {
          messages++;
          texts.add(made.text(number, line.length, () -> JsonDocument.parse(line)));
        }
      } catch (OutOfMemoryError e) {
        messages++;
        texts.add(made.tooLarge(number));
        lines.skip();
      }
    }
    return messages;
  }

  /** Reads what has no name to tell the two apart. Lines are handed on as they come. */
  void readEither(InputStream stream) throws IOException {
    byte[] beginning = firstLine(stream);
    String read = new String(beginning, StandardCharsets.UTF_8);
    InputStream all = startingWith(beginning, stream);
    if (isObject(read.lines().findFirst().orElse(""))) {
      readLinesOrWhole(all);
    } else {
      readLong(all, this::readLinesOrWhole, this::readLinesAfter);
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
      readLines(lines, 1);
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
      texts.add(made.text(1, all.length, () -> whole));
    }
  }

  /** A list may have been a line of many, or stand among them. */
  private void readLinesAfter(ElementReader.Following following, InputStream rest)
      throws IOException {
    Lines lines = new Lines(rest, texts::pause);
    int number = following.start().line();
    if (following.cut()) {
      lines.skip();
      number++;
    }
    boolean told = !following.sound();
    int column = following.start().column();
    byte[] line = lines.next();
    while (line != null && !isObject(new String(line, StandardCharsets.UTF_8))) {
      if (!told && !isBlank(line)) {
        texts.add(made.trailing(new TextPosition(number, column + blanks(line))));
        told = true;
      }
      number++;
      column = 1;
      line = lines.next();
    }
    if (line != null) {
      lines.unread(line);
      readLines(lines, number);
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
    return blanks(line) == line.length;
  }

  /** Returns with how much of JSON's white space a line begins. */
  private static int blanks(byte[] line) {
    int count = 0;
    while (count < line.length
        && (line[count] == ' ' || line[count] == '\t' || line[count] == '\r')) {
      count++;
    }
    return count;
  }
}
