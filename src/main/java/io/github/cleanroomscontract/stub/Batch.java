package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers to requests for several things, of which some may not be there. */
final class Batch {

  private static final String ERRORS = "errors";

  private Batch() {}

  /**
   * Returns what was found of some things, and errors for the others.
   *
   * @param asked the member of the request that lists them
   * @param find finds one, or refuses to
   * @param key what an error says of one that was asked for
   */
  static Map<String, Object> of(
      Ask ask,
      String asked,
      Function<Object, Resource> find,
      Function<Object, Map<String, Object>> key,
      Answers answers) {
    List<Object> found = new ArrayList<>();
    List<Object> errors = new ArrayList<>();
    Member list =
        ask.operation().response().members().stream()
            .filter(member -> !member.name().equals(ERRORS))
            .findFirst()
            .orElseThrow();
    Shape entry = list.shape().item();
    for (Object each : ask.list(asked)) {
      try {
        found.add(answers.view(find.apply(each), entry));
      } catch (Refusal e) {
        Map<String, Object> error = new LinkedHashMap<>(key.apply(each));
        error.put("code", e.error());
        error.put("message", e.getMessage());
        errors.add(error);
      }
    }
    Map<String, Object> output = new LinkedHashMap<>();
    output.put(list.name(), found);
    output.put(ERRORS, errors);
    return output;
  }
}
