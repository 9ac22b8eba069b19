package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Unchecked;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** The JSON form of a judged message, which the formats json and jsonl share. */
final class MessageJson {

  /** Names that this form uses itself; an envelope's members of these names stay behind. */
  private static final Set<String> OWN =
      Set.of("source", "line", "operation", "direction", "outcome", "findings", "unchecked");

  private MessageJson() {}

  static void write(JsonGenerator json, Entry entry, boolean unchecked) {
    JudgedMessage message = entry.message();
    json.writeStartObject();
    json.writeStringProperty("source", message.source());
    json.writeNumberProperty("line", message.line());
    text(json, "operation", message.operation());
    text(json, "direction", message.direction().map(Direction::label));
    for (Map.Entry<String, String> carried : message.carried().entrySet()) {
      if (!OWN.contains(carried.getKey())) {
        json.writeName(carried.getKey());
        json.writeRawValue(carried.getValue());
      }
    }
    json.writeStringProperty("outcome", message.report().outcome().label());
    json.writeArrayPropertyStart("findings");
    entry.findings().forEach(each -> write(json, each));
    json.writeEndArray();
    if (unchecked) {
      json.writeArrayPropertyStart("unchecked");
      message.report().unchecked().forEach(each -> write(json, each));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Unchecked unchecked) {
    json.writeStartObject();
    json.writeStringProperty("rule", unchecked.rule().id());
    json.writeStringProperty("pointer", unchecked.pointer());
    json.writeStringProperty("needs", unchecked.needs());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Weighed weighed) {
    Finding finding = weighed.finding();
    json.writeStartObject();
    json.writeStringProperty("rule", finding.rule().id());
    json.writeStringProperty("severity", finding.severity().label());
    json.writeStringProperty("pointer", finding.pointer());
    text(json, "member", finding.member());
    json.writeStringProperty("message", finding.message());
    text(json, "expected", finding.expected());
    text(json, "found", finding.found());
    text(json, "hint", finding.hint());
    Optional<Place> place = finding.place();
    if (place.isPresent()) {
      json.writeNumberProperty("line", place.get().line());
      json.writeNumberProperty("column", place.get().column());
    }
    if (weighed.known().isPresent()) {
      json.writeBooleanProperty("known", true);
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, Optional<String> value) {
    if (value.isPresent()) {
      json.writeStringProperty(name, value.get());
    }
  }
}
