package io.github.cleanroomscontract.internal.pojo;

import io.github.cleanroomscontract.internal.json.Json;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.TextPosition;
import io.github.cleanroomscontract.internal.json.TextProblem;
import io.github.cleanroomscontract.validation.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * What users give for a payload, as JSON: text, bytes, a stream, a file, a map of plain values, an
 * object of the AWS SDK. Stateless.
 */
public final class Payloads {

  private Payloads() {}

  /**
   * Returns a thing as a payload to judge, in lines of their own where the kit itself writes them.
   *
   * @param thing a CharSequence or bytes, whatever they hold; an InputStream, which is read to its
   *     end and left open; a Path; a Map or Collection of plain values; an object, builder or error
   *     of the AWS SDK; or a Payload
   * @throws IllegalArgumentException if it is something else, or cannot be read; the message says
   *     what is taken
   */
  public static Payload of(Object thing) {
    if (thing instanceof Payload payload) {
      return payload;
    }
    if (thing instanceof CharSequence text) {
      return Payload.of(text.toString());
    }
    if (thing instanceof byte[] bytes) {
      return Payload.of(bytes);
    }
    if (thing instanceof InputStream stream) {
      return read(stream);
    }
    if (thing instanceof Path file) {
      return read(file);
    }
    return Payload.of(written(thing, Json::indented));
  }

  /**
   * Returns a thing as JSON text: as it is, or in one line where the kit itself writes it.
   *
   * @param thing as for {@link #of}; bytes that are not UTF-8 come with replacement characters
   * @throws IllegalArgumentException if it is something else, or cannot be read
   */
  public static String json(Object thing) {
    return isWrittenByUs(thing) ? written(thing, Json::generator) : of(thing).text();
  }

  /**
   * Returns the members of a JSON object as plain values in their order: null, String, Boolean,
   * Integer, Long, BigInteger, Double, and maps and lists of them.
   *
   * @throws IllegalArgumentException if the text is not JSON, or no object
   */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> members(String json) {
    JsonDocument document = JsonDocument.parse(json);
    if (!document.problems().isEmpty()) {
      TextProblem first = document.problems().get(0);
      TextPosition position = document.position(first.offset());
      String what = first.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      throw new IllegalArgumentException(
          "the text is not JSON to be relied on: %s in line %d, column %d"
              .formatted(what, position.line(), position.column()));
    }
    JsonNode root = document.root().orElseThrow();
    if (!root.isObject()) {
      throw new IllegalArgumentException("the text is no JSON object");
    }
    return (Map<String, Object>) PlainJson.read(root);
  }

  private static boolean isWrittenByUs(Object thing) {
    return thing instanceof Map<?, ?>
        || thing instanceof Collection<?>
        || SdkObjects.isObject(thing);
  }

  private static String written(Object thing, Function<StringWriter, JsonGenerator> generators) {
    if (!isWrittenByUs(thing)) {
      throw new IllegalArgumentException(
          "a payload is text, bytes, a stream, a Path, a Map, or an object of the AWS SDK; found "
              + (thing == null ? "null" : thing.getClass().getName()));
    }
    StringWriter text = new StringWriter();
    // Not closed where something is thrown: closing would write the rest.
    JsonGenerator json = generators.apply(text);
    PlainJson.write(thing, json);
    json.close();
    return text.toString();
  }

  private static Payload read(InputStream stream) {
    try {
      return Payload.read(stream);
    } catch (IOException e) {
      throw new IllegalArgumentException("the stream of the payload cannot be read", e);
    }
  }

  private static Payload read(Path file) {
    Supplier<String> place = () -> file + " (" + file.toAbsolutePath() + ")";
    if (!Files.exists(file)) {
      throw new IllegalArgumentException("there is no file " + place.get());
    }
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(place.get() + " is a folder; a payload is one file");
    }
    try {
      return Payload.read(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + place.get(), e);
    }
  }
}
