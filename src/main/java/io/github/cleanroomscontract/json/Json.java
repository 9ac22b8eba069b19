package io.github.cleanroomscontract.json;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Parsers and generators. A bare factory serves: setting up a whole mapper costs a fresh JVM about
 * a tenth of a second.
 */
public final class Json {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(JsonDocument.MAX_DEPTH)
                  // Lengths are for the contract to judge; the text is in memory already.
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private Json() {}

  /** Returns a parser whose locations count UTF-16 units. */
  static JsonParser parser(String text) {
    return FACTORY.createParser(ObjectReadContext.empty(), text);
  }

  /** Returns a generator of compact JSON that leaves the writer open when closed. */
  public static JsonGenerator generator(Writer writer) {
    JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), writer);
    generator.configure(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET, false);
    return generator;
  }
}
