package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.internal.json.Locator;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Reads captures that are a list of what was captured, so that long ones can be read element by
 * element. Stateless.
 */
interface ListImporter extends Importer {

  /** Returns the pointer of the list. */
  String list();

  /** Returns what its elements are called. */
  String elements();

  /** Returns the pointers of the parts of an element whose places are asked for. */
  List<String> parts();

  /** Reads an element, and hands on its messages in their order. */
  void read(ListElement element, Consumer<Captured> messages);

  /** Reads a list that is in memory, and hands on its messages in their order. */
  default void readList(Source source, Consumer<Captured> messages) {
    JsonNode list = source.root().at(list());
    if (list.isEmpty()) {
      messages.accept(none(source));
    }
    Locator locator = new Locator(source.document());
    for (int i = 0; i < list.size(); i++) {
      want(locator, Pointers.append(list(), i));
    }
    for (int i = 0; i < list.size(); i++) {
      String pointer = Pointers.append(list(), i);
      read(new ListElement(source, list.get(i), pointer, pointer, locator), messages);
    }
  }

  /**
   * Reads an element alone, and hands on its messages in their order.
   *
   * @param base its pointer in the text
   * @param pointer its pointer in the capture
   */
  default void readElement(
      Source source, String base, String pointer, Consumer<Captured> messages) {
    Locator locator = new Locator(source.document());
    want(locator, base);
    read(new ListElement(source, source.root().at(base), base, pointer, locator), messages);
  }

  private void want(Locator locator, String base) {
    locator.want(base);
    parts().forEach(part -> locator.want(base + part));
  }

  /** Returns what is said of a list without elements. */
  default Captured none(Source source) {
    return source.refused(source.firstLine(), "it holds no " + elements());
  }
}
