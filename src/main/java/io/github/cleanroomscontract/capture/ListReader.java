package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.internal.json.ElementReader;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.json.TextPosition;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Reads captures that are lists, element by element. Not thread-safe. */
final class ListReader {

  private final Importers importers;
  private final Map<String, ListImporter> lists;
  private final StreamTexts made;
  private final Texts texts;

  ListReader(Importers importers, StreamTexts made, Texts texts) {
    this.importers = importers;
    this.lists = importers.lists();
    this.made = made;
    this.texts = texts;
  }

  /** Returns whether what is read may be a list at all. */
  boolean isPossible() {
    return !lists.isEmpty();
  }

  /** Reads a text to its end, if it has a list; otherwise returns false. */
  boolean read(ElementReader elements) throws IOException {
    Optional<ListImporter> list = elements.find(lists.keySet()).map(lists::get);
    if (list.isPresent()) {
      read(list.get(), elements);
    }
    return list.isPresent();
  }

  private void read(ListImporter importer, ElementReader elements) throws IOException {
    int count = 0;
    ElementReader.Element element = elements.next();
    while (element != null) {
      read(importer, element, Pointers.append(importer.list(), count));
      count++;
      element = elements.next();
    }
    Optional<ElementReader.Surroundings> around = elements.surroundings();
    if (around.isPresent()) {
      readSurroundings(importer, around.get(), count == 0);
    } else {
      texts.add(made.tooLarge(1));
    }
  }

  private void read(ListImporter importer, ElementReader.Element element, String pointer) {
    int line = element.start().line();
    int column = element.start().column();
    if (element.text().isPresent()) {
      byte[] bytes = element.text().get();
      texts.add(
          made.text(
              line,
              bytes.length,
              () -> JsonDocument.parse(bytes).from(column),
              (read, messages) -> Importers.readElement(importer, read, pointer, messages)));
    } else {
      texts.add(made.tooLarge(line));
    }
  }

  private void readSurroundings(
      ListImporter importer, ElementReader.Surroundings around, boolean empty) {
    JsonDocument document = around.document();
    if (document.root().isPresent()) {
      texts.add(
          made.text(
              1,
              0,
              () -> document,
              (read, messages) ->
                  importers.readSurroundings(
                      importer, read, offset -> inWhole(around, offset), empty, messages)));
    } else {
      texts.add(made.broken(1, document).placed(place -> inWhole(around, place)));
    }
  }

  private static TextPosition inWhole(ElementReader.Surroundings around, int offset) {
    TextPosition position = around.document().position(offset);
    return around.inWhole(position.line(), position.column());
  }

  /** Nothing is shown of a text that is not JSON, since it is not known what it holds. */
  private static Place inWhole(ElementReader.Surroundings around, Place place) {
    TextPosition position = around.inWhole(place.line(), place.column());
    return new Place(position.line(), position.column(), Optional.empty());
  }
}
