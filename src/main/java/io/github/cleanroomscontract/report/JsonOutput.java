package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.internal.json.Json;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/** For programs: one object with all messages and the sums. */
public final class JsonOutput implements Output {

  private final PrintWriter out;
  private final JsonGenerator json;
  private final boolean unchecked;

  /** Creates an output that writes to {@code out}, with or without the rules not checked. */
  public JsonOutput(PrintWriter out, boolean unchecked) {
    this.out = out;
    this.unchecked = unchecked;
    this.json = Json.generator(out);
    json.writeStartObject();
    json.writeArrayPropertyStart("messages");
  }

  @Override
  public void message(Entry entry) {
    MessageJson.write(json, entry, unchecked);
  }

  @Override
  public void end(Summary summary) {
    json.writeEndArray();
    json.writeObjectPropertyStart("summary");
    json.writeNumberProperty("messages", summary.total());
    json.writeNumberProperty("valid", summary.valid());
    json.writeNumberProperty("invalid", summary.invalid());
    json.writeNumberProperty("drift", summary.drift());
    json.writeNumberProperty("known", summary.known());
    json.writeNumberProperty("skipped", summary.skipped());
    json.writeNumberProperty("failed", summary.failed());
    json.writeNumberProperty("knownFindings", summary.knownFindings());
    json.writeEndObject();
    json.writeEndObject();
    json.close();
    out.println();
    out.flush();
  }
}
