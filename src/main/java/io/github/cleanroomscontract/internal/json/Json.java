package io.github.cleanroomscontract.internal.json;

import java.io.InputStream;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Parsers and generators. A bare factory serves: setting up a whole mapper costs a fresh JVM about
 * a tenth of a second.
 */
public final class Json {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  // Depth is for the reader to judge, which can tell the place, and lengths for
                  // the contract: the text is in memory already.
                  .maxNestingDepth(JsonDocument.MAX_DEPTH + 1)
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

  /** Returns a parser of bytes, which need not be closed. */
  static JsonParser parser(InputStream stream) {
    return FACTORY.createParser(ObjectReadContext.empty(), stream);
  }

  /** Returns a generator of compact JSON that leaves the writer open when closed. */
  public static JsonGenerator generator(Writer writer) {
    return generator(writer, ObjectWriteContext.empty());
  }

  /** Returns a generator of JSON for people, which leaves the writer open when closed. */
  public static JsonGenerator indented(Writer writer) {
    return generator(
        writer,
        new ObjectWriteContext.Base() {
          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }

          @Override
          public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter(
                    Separators.createDefaultInstance()
                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
          }
        });
  }

  private static JsonGenerator generator(Writer writer, ObjectWriteContext context) {
    JsonGenerator generator = FACTORY.createGenerator(context, writer);
    generator.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
    return generator;
  }
}
