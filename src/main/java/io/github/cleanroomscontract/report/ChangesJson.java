package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.changes.Change;
import io.github.cleanroomscontract.changes.ChangePage;
import io.github.cleanroomscontract.changes.ConstraintChange;
import io.github.cleanroomscontract.changes.UpdatedOperation;
import io.github.cleanroomscontract.internal.json.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * Change pages for programs: {@code {"date","added":[{"operation"}],"updated":[{"operation",
 * "request":[…],"response":[…]}],"constraints":[…]}}. A change has {@code change} (member, variant,
 * values-added, values-removed), {@code path}, and what applies of {@code type}, {@code values} and
 * {@code members}, which holds what is inside a new member in the same form.
 */
public final class ChangesJson {

  private ChangesJson() {}

  /** Writes one page as an object. */
  public static void write(PrintWriter out, ChangePage page) {
    try (JsonGenerator json = Json.generator(out)) {
      write(json, page);
    }
    out.println();
  }

  /** Writes several pages as a list. */
  public static void write(PrintWriter out, List<ChangePage> pages) {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartArray();
      pages.forEach(page -> write(json, page));
      json.writeEndArray();
    }
    out.println();
  }

  private static void write(JsonGenerator json, ChangePage page) {
    json.writeStartObject();
    json.writeStringProperty("date", page.date().toString());
    json.writeArrayPropertyStart("added");
    for (String name : page.added()) {
      json.writeStartObject();
      json.writeStringProperty("operation", name);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("updated");
    for (UpdatedOperation operation : page.updated()) {
      json.writeStartObject();
      json.writeStringProperty("operation", operation.name());
      changes(json, "request", operation.request());
      changes(json, "response", operation.response());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("constraints");
    for (ConstraintChange change : page.constraints()) {
      json.writeStartObject();
      json.writeStringProperty("where", change.where());
      json.writeStringProperty("what", change.what());
      json.writeStringProperty("before", change.before());
      json.writeStringProperty("after", change.after());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void changes(JsonGenerator json, String name, List<Change> changes) {
    json.writeArrayPropertyStart(name);
    for (Change change : changes) {
      json.writeStartObject();
      json.writeStringProperty(
          "change", change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      json.writeStringProperty("path", change.path());
      if (!change.type().isEmpty()) {
        json.writeStringProperty("type", change.type());
      }
      if (!change.values().isEmpty()) {
        json.writeArrayPropertyStart("values");
        change.values().forEach(json::writeString);
        json.writeEndArray();
      }
      if (!change.below().isEmpty()) {
        changes(json, "members", change.below());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
