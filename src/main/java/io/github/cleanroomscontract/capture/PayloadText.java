package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.internal.json.DerivedText;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Locator.Span;
import io.github.cleanroomscontract.internal.json.ObjectText;
import io.github.cleanroomscontract.validation.Payload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A value of a capture as the API has it: without the members that a tool put in, and with values
 * written anew that it wrote in its own way. All else stays to the letter. Not thread-safe.
 */
final class PayloadText {

  private final JsonDocument document;
  private final Span whole;
  private final Set<String> dropped = new HashSet<>();
  private final List<String> added = new ArrayList<>();
  private final TreeMap<Integer, Map.Entry<Span, String>> replaced = new TreeMap<>();

  PayloadText(JsonDocument document, Span whole) {
    this.document = document;
    this.whole = whole;
  }

  /** Leaves out a member of the value, which is an object. */
  void drop(String name) {
    dropped.add(name);
  }

  /** Adds a member to the value, which is an object. */
  void add(String member) {
    added.add(member);
  }

  /** Puts another text in the place of a stretch. */
  void replace(Span span, String by) {
    replaced.put(span.start(), Map.entry(span, by));
  }

  /** Returns the payload. */
  Payload payload(int firstLine) {
    DerivedText text = build();
    return Payload.of(text.text()).derivedFrom(text, firstLine);
  }

  private DerivedText build() {
    DerivedText.Builder text = DerivedText.of(document);
    if (dropped.isEmpty() && added.isEmpty()) {
      copy(text, whole.start(), whole.end());
      return text.build();
    }
    List<ObjectText.Entry> members = ObjectText.members(document.text(), whole.start());
    int at = whole.start() + 1;
    text.copy(whole.start(), at);
    boolean first = true;
    for (String member : added) {
      text.made((first ? "" : ",") + member, whole);
      first = false;
    }
    boolean gap = !first;
    for (ObjectText.Entry member : members) {
      if (dropped.contains(member.name())) {
        gap = true;
      } else {
        if (gap) {
          text.made(first ? "" : ",", whole);
          at = member.start();
        }
        copy(text, at, member.value().end());
        at = member.value().end();
        first = false;
        gap = false;
      }
    }
    copy(text, gap ? whole.end() - 1 : at, whole.end());
    return text.build();
  }

  private void copy(DerivedText.Builder text, int from, int to) {
    int at = from;
    for (Map.Entry<Span, String> each : replaced.subMap(from, to).values()) {
      text.copy(at, each.getKey().start());
      text.replaced(each.getValue(), each.getKey());
      at = each.getKey().end();
    }
    text.copy(at, to);
  }
}
