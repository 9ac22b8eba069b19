package io.github.cleanroomscontract.discovery;

import io.github.cleanroomscontract.catalogue.Shape;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Values that answers tell, and that are asked for next. */
final class Values {

  private Values() {}

  /**
   * Returns the text, or each of a list of texts, that a request may hold: what the contract
   * forbids is a finding in the answer, and no reason to ask for it.
   */
  static List<String> of(JsonNode told, Shape shape) {
    List<String> values = new ArrayList<>();
    (told.isArray() ? told.values() : List.of(told))
        .forEach(
            each -> {
              String text = each.isString() ? each.asString() : "";
              if (!values.contains(text) && fits(text, shape)) {
                values.add(text);
              }
            });
    return values;
  }

  private static boolean fits(String text, Shape shape) {
    if (shape.kind() == Shape.Kind.ENUM) {
      return shape.enumValues().stream().anyMatch(each -> each.value().equals(text));
    }
    return shape.fits(text);
  }
}
