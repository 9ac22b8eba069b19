package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.internal.json.Json;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;

/** A report for programs. */
final class CoverageJson {

  private CoverageJson() {}

  static String write(CoverageReport report, Verdict verdict) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.generator(text)) {
      json.writeStartObject();
      json.writeNumberProperty("format", 1);
      json.writeStringProperty("contract", report.day().toString());
      json.writeObjectPropertyStart("totals");
      figures(json, "operations", report.operationNames());
      figures(json, "members", report.members());
      figures(json, "variants", report.variants());
      figures(json, "enumValues", report.enumValues());
      figures(json, "errors", report.errors());
      json.writeEndObject();
      json.writeNumberProperty("lost", verdict.lost());
      verdict.floor().ifPresent(floor -> floor(json, floor, verdict));
      json.writeArrayPropertyStart("operations");
      report.operations().forEach(each -> operation(json, each));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static void floor(JsonGenerator json, CoverageFloor floor, Verdict verdict) {
    json.writeObjectPropertyStart("floor");
    json.writeStringProperty("text", floor.toString());
    json.writeBooleanProperty("met", verdict.shortfalls().isEmpty());
    verdict.putOff().ifPresent(why -> json.writeStringProperty("putOff", why));
    json.writeArrayPropertyStart("shortfalls");
    for (Shortfall shortfall : verdict.shortfalls()) {
      json.writeStartObject();
      json.writeStringProperty("demand", shortfall.demand());
      json.writeStringProperty("found", shortfall.found());
      names(json, "add", shortfall.remedies());
      json.writeNumberProperty("more", shortfall.more());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void figures(JsonGenerator json, String name, Tally tally) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("covered", tally.count());
    json.writeNumberProperty("total", tally.total());
    json.writeEndObject();
  }

  private static void operation(JsonGenerator json, OperationCoverage operation) {
    json.writeStartObject();
    json.writeStringProperty("operation", operation.operation());
    message(json, operation.request());
    message(json, operation.response());
    tally(json, "errors", operation.errors());
    json.writeEndObject();
  }

  private static void message(JsonGenerator json, MessageCoverage message) {
    json.writeObjectPropertyStart(message.direction().label());
    json.writeBooleanProperty("exercised", message.exercised());
    tally(json, "members", message.members());
    tally(json, "variants", message.variants());
    tally(json, "enumValues", message.enumValues());
    json.writeEndObject();
  }

  private static void tally(JsonGenerator json, String name, Tally tally) {
    json.writeObjectPropertyStart(name);
    names(json, "covered", tally.covered());
    names(json, "missing", tally.missing());
    json.writeEndObject();
  }

  static void names(JsonGenerator json, String name, Iterable<String> names) {
    json.writeArrayPropertyStart(name);
    names.forEach(json::writeString);
    json.writeEndArray();
  }
}
