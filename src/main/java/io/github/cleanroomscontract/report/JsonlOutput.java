package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.internal.json.Json;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/** For programs: one object a message, a line each, written as soon as it is known. */
public final class JsonlOutput implements Output {

  private final PrintWriter out;
  private final boolean unchecked;

  /** Creates an output that writes to {@code out}, with or without the rules not checked. */
  public JsonlOutput(PrintWriter out, boolean unchecked) {
    this.out = out;
    this.unchecked = unchecked;
  }

  @Override
  public void message(Entry entry) {
    try (JsonGenerator json = Json.generator(out)) {
      MessageJson.write(json, entry, unchecked);
    }
    out.print('\n');
    out.flush();
  }

  @Override
  public void end(Summary summary) {
    out.flush();
  }
}
