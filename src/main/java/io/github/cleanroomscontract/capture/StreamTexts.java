package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.json.TextPosition;
import io.github.cleanroomscontract.validation.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Makes texts and messages of what one stream holds. Thread-safe. */
final class StreamTexts {

  private final String source;
  private final Identity identity;
  private final CaptureOptions options;
  private final Importers importers;
  private final MessageJudge judge;

  /**
   * Creates it.
   *
   * @param source the name of what is read
   * @param identity what is known of it
   * @param judge judges its messages
   */
  StreamTexts(
      String source,
      Identity identity,
      CaptureOptions options,
      Importers importers,
      MessageJudge judge) {
    this.source = source;
    this.identity = identity;
    this.options = options;
    this.importers = importers;
    this.judge = judge;
  }

  /**
   * Returns a text of its own.
   *
   * @param line the line that it begins at
   * @param size its bytes
   * @param document reads it
   */
  Text text(int line, long size, Supplier<JsonDocument> document) {
    return text(line, size, document, importers::read);
  }

  /**
   * Returns a text that is read in a certain way.
   *
   * @param line the line that it begins at
   * @param size its bytes
   * @param document reads it
   * @param reading hands on its messages
   */
  Text text(
      int line,
      long size,
      Supplier<JsonDocument> document,
      BiConsumer<Source, Consumer<Captured>> reading) {
    return new Text(size, () -> read(line, document.get(), reading), () -> tooLarge(line));
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

  /** Returns the message that a document is which is not JSON. */
  Begun broken(int line, JsonDocument document) {
    Payload payload = Payload.within(document, Pointers.ROOT, line);
    return judge.begin(source, Captured.of(line, importers.broken(identity), payload));
  }

  /** Returns what does not fit into the memory as a message that failed. */
  Begun tooLarge(int line) {
    return failed(line, Notices.tooLarge(line));
  }

  /** Returns what follows a text as a message that failed. */
  Begun trailing(TextPosition position) {
    return judge.begin(source, Importers.trailing(identity, position));
  }

  /** Returns what cannot be read as a message that failed. */
  Begun failed(int line, Finding finding) {
    return CaptureReader.failed(source, line, options, finding);
  }
}
