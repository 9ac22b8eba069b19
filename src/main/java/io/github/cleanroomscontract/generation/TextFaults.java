package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.generation.GeneratedCase.Expected;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.sample.ConflictException;
import io.github.cleanroomscontract.internal.sample.Place;
import io.github.cleanroomscontract.internal.sample.Sampler;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Texts that are not JSON, or that clients read differently. */
final class TextFaults {

  private final Message message;
  private final Sampler sampler;

  TextFaults(Message message, Sampler sampler) {
    this.message = message;
    this.sampler = sampler;
  }

  /** Returns whether a rule speaks of texts. */
  static boolean concern(String rule) {
    return rule.startsWith("json.");
  }

  Stream<GeneratedCase> stream() {
    return Stream.concat(
        whole().stream(), Place.all(message.shape()).flatMap(place -> at(place).stream()));
  }

  private List<GeneratedCase> whole() {
    Object payload = sampler.payload(message.shape(), false);
    String json = Trees.json(payload);
    String beginning = json.substring(0, json.length() - 1);
    String around = "[".repeat(JsonDocument.MAX_DEPTH);
    return List.of(
        unread(Rules.JSON_EMPTY, "an empty text", ""),
        unread(Rules.JSON_EMPTY, "a text of white space", " \n"),
        unread(Rules.JSON_SYNTAX, "with a comma too many", beginning + ",}"),
        unread(Rules.JSON_SYNTAX, "with an apostrophe", beginning + "'}"),
        unread(Rules.JSON_TRUNCATED, "without its end", beginning),
        unread(Rules.JSON_DEPTH, "nested too deep", around + json + around.replace('[', ']')),
        read(Rules.JSON_BYTE_ORDER_MARK, "after a byte order mark", "\uFEFF" + json, payload),
        read(Rules.JSON_TRAILING_TEXT, "twice, one after the other", json + "\n" + json, payload));
  }

  private GeneratedCase unread(Rule rule, String name, String text) {
    return message.unread(name, new Expected(rule.id(), Pointers.ROOT), name, text);
  }

  private GeneratedCase read(Rule rule, String name, String text, Object payload) {
    return message.read(name, new Expected(rule.id(), Pointers.ROOT), name, text, payload);
  }

  private List<GeneratedCase> at(Place place) {
    Object payload;
    try {
      payload =
          sampler.payload(
              message.shape(),
              place.path(),
              false,
              (with, shape, spot) -> with.value(shape, spot, true));
    } catch (ConflictException e) {
      // A documented rule refuses all that have the place, and would be told as well.
      return List.of();
    }
    Object before = Trees.get(payload, place.path());
    return switch (place.shape().kind()) {
      case STRUCTURE, UNION, MAP ->
          before instanceof Map<?, ?> members && !members.isEmpty()
              ? List.of(twice(place, payload, members))
              : List.of();
      case INTEGER, NUMBER, TIMESTAMP -> List.of(beyond(place, payload));
      default -> List.of();
    };
  }

  private GeneratedCase twice(Place place, Object payload, Map<?, ?> members) {
    Map.Entry<?, ?> first = members.entrySet().iterator().next();
    String json = Trees.json(members);
    String again = Trees.json(Map.of(first.getKey(), first.getValue()));
    String both = json.substring(0, json.length() - 1) + "," + again.substring(1);
    String name = place.name() + " with " + first.getKey() + " twice";
    return made(Rules.JSON_DUPLICATE_KEY, name, place, payload, both);
  }

  private GeneratedCase beyond(Place place, Object payload) {
    String name = place.name() + " beyond what a double can hold";
    return made(Rules.JSON_NUMBER, name, place, payload, "1e999");
  }

  private GeneratedCase made(Rule rule, String name, Place place, Object payload, String json) {
    Object text = Trees.with(payload, place.path(), Trees.raw(json));
    Expected expected = new Expected(rule.id(), place.pointer());
    return message.read(name, expected, name, Trees.json(text), payload);
  }
}
