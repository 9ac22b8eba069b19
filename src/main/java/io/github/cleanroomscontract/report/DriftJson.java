package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.internal.json.Json;
import io.github.cleanroomscontract.sdk.Difference;
import io.github.cleanroomscontract.sdk.SdkDrift;
import java.io.PrintWriter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * For programs: one object that says how an SDK differs from the schemas. Its members are {@code
 * sdk} and {@code schemas}, each with {@code modelDate}, {@code operations}, {@code members} and
 * {@code enumValues}, the SDK's also with {@code version}; {@code summary} with the numbers of
 * {@code differences}, {@code drift} and {@code explained}; and {@code differences}, a list of
 * objects with {@code kind}, {@code where}, {@code name} if it is of a part, {@code schemas} and
 * {@code sdk} if they have it, {@code drift}, and {@code since} or {@code reason} if explained.
 */
public final class DriftJson {

  private final SdkDrift drift;

  /** Creates the form of a comparison. */
  public DriftJson(SdkDrift drift) {
    this.drift = drift;
  }

  /** Writes the object, and flushes. */
  public void write(PrintWriter out) {
    JsonGenerator json = Json.generator(out);
    json.writeStartObject();
    json.writeObjectPropertyStart("sdk");
    json.writeStringProperty("version", drift.sdkVersion());
    json.writeStringProperty("modelDate", drift.modelDate().toString());
    counts(json, drift.sdk());
    json.writeEndObject();
    json.writeObjectPropertyStart("schemas");
    json.writeStringProperty("modelDate", Catalogue.MODEL_DATE.toString());
    counts(json, drift.schemas());
    json.writeEndObject();
    json.writeObjectPropertyStart("summary");
    json.writeNumberProperty("differences", drift.differences().size());
    json.writeNumberProperty("drift", drift.drift().size());
    json.writeNumberProperty("explained", drift.explained().size());
    json.writeEndObject();
    json.writeArrayPropertyStart("differences");
    drift.differences().forEach(difference -> write(json, difference));
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    out.println();
    out.flush();
  }

  private static void counts(JsonGenerator json, SdkDrift.Counts counts) {
    json.writeNumberProperty("operations", counts.operations());
    json.writeNumberProperty("members", counts.members());
    json.writeNumberProperty("enumValues", counts.enumValues());
  }

  private static void write(JsonGenerator json, Difference difference) {
    json.writeStartObject();
    json.writeStringProperty("kind", difference.kind().label());
    json.writeStringProperty("where", difference.where());
    text(json, "name", Optional.of(difference.name()).filter(name -> !name.isEmpty()));
    text(json, "schemas", difference.schemas());
    text(json, "sdk", difference.sdk());
    json.writeBooleanProperty("drift", difference.drift());
    text(json, "since", difference.since().map(Object::toString));
    text(json, "reason", difference.reason());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, Optional<String> value) {
    if (value.isPresent()) {
      json.writeStringProperty(name, value.get());
    }
  }
}
