package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.internal.json.Json;
import io.github.cleanroomscontract.replay.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes what is kept of a run as JSON, the form of which only ever gets more members. */
final class RunWriter {

  static final String FORM = "cleanrooms-conformance";
  static final int VERSION = 1;

  private final JsonGenerator json;

  private RunWriter(JsonGenerator json) {
    this.json = json;
  }

  static void write(RunRecord run, Writer out) throws IOException {
    try (JsonGenerator json = Json.indented(out)) {
      new RunWriter(json).run(run);
    }
    out.write("\n");
  }

  private void run(RunRecord run) {
    json.writeStartObject();
    json.writeStringProperty("form", FORM);
    json.writeNumberProperty("version", VERSION);
    json.writeStringProperty("started", run.started().toString());
    json.writeNumberProperty("milliseconds", run.took().toMillis());
    json.writeStringProperty("endpoint", run.endpoint());
    json.writeStringProperty("contract", run.contract());
    optional("stopped", run.stopped());
    json.writeArrayPropertyStart("left");
    run.left().forEach(json::writeString);
    json.writeEndArray();
    summary(run);
    json.writeArrayPropertyStart("operations");
    run.operations().forEach(this::operation);
    json.writeEndArray();
    json.writeEndObject();
  }

  /** For those who read only this; what is read back comes from the operations. */
  private void summary(RunRecord run) {
    json.writeObjectPropertyStart("summary");
    json.writeNumberProperty("operations", run.operations().size());
    json.writeNumberProperty("calls", run.calls());
    for (Verdict verdict : Verdict.values()) {
      json.writeNumberProperty(verdict.label(), run.count(verdict));
    }
    json.writeEndObject();
  }

  private void operation(OperationRecord operation) {
    json.writeStartObject();
    json.writeStringProperty("operation", operation.operation());
    json.writeStringProperty("verdict", operation.verdict().label());
    json.writeNumberProperty("calls", operation.calls());
    json.writeArrayPropertyStart("reasons");
    for (Reason reason : operation.reasons()) {
      json.writeStartObject();
      json.writeStringProperty("verdict", reason.verdict().label());
      json.writeStringProperty("reason", reason.text());
      json.writeNumberProperty("calls", reason.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("findings");
    operation.observations().forEach(this::observation);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void observation(Observation each) {
    json.writeStartObject();
    json.writeStringProperty("verdict", each.verdict().label());
    json.writeStringProperty("rule", each.rule());
    json.writeStringProperty("severity", each.severity().label());
    json.writeStringProperty("direction", each.direction());
    json.writeStringProperty("pointer", each.pointer());
    optional("member", each.member());
    json.writeStringProperty("what", each.what());
    json.writeStringProperty("message", each.message());
    optional("example", each.example());
    json.writeStringProperty("source", each.source());
    json.writeNumberProperty("count", each.count());
    optional("known", each.known());
    json.writeBooleanProperty("counts", each.counts());
    optional("firstSeen", each.firstSeen().map(Object::toString));
    json.writeBooleanProperty("new", each.isNew());
    json.writeEndObject();
  }

  private void optional(String name, Optional<String> text) {
    text.ifPresent(each -> json.writeStringProperty(name, each));
  }
}
