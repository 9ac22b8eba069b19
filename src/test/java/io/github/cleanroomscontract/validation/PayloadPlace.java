package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.Json;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;

/**
 * A place that payloads of some shape can have.
 *
 * @param name what stands there, by the shape that holds it: {@code S3Location.bucket}
 * @param pointer where it is
 * @param shape what has to stand there
 * @param around puts a value there, into a payload that is minimal and valid otherwise
 */
record PayloadPlace(String name, String pointer, Shape shape, UnaryOperator<Object> around) {

  /** Every place that payloads of the shape can have; items and entries count once. */
  static List<PayloadPlace> all(Shape root) {
    List<PayloadPlace> places = new ArrayList<>();
    new PayloadPlace(root.name(), "", root, UnaryOperator.identity()).collect(places);
    return places;
  }

  private void collect(List<PayloadPlace> places) {
    places.add(this);
    switch (shape.kind()) {
      case STRUCTURE -> {
        Map<String, Object> others = Specimen.structure(shape, false);
        for (Member member : shape.members()) {
          String key = member.name();
          below(key, member.shape(), value -> Specimen.with(others, key, value)).collect(places);
        }
      }
      case UNION -> {
        for (Member variant : shape.members()) {
          String key = variant.name();
          below(key, variant.shape(), value -> Specimen.with(Map.of(), key, value)).collect(places);
        }
      }
      case LIST -> {
        List<Object> others = Specimen.list(shape, (int) shape.minSize().orElse(1) - 1);
        below(others.size(), shape.item(), value -> append(others, value)).collect(places);
      }
      case MAP -> {
        Map<String, Object> others = Specimen.map(shape, (int) shape.minSize().orElse(1) - 1);
        String key = Sample.of(shape.key()).special(shape.key());
        below(key, shape.value(), value -> Specimen.with(others, key, value)).collect(places);
      }
      default -> {
        // Nothing below.
      }
    }
  }

  private PayloadPlace below(Object segment, Shape inner, UnaryOperator<Object> step) {
    return new PayloadPlace(
        shape.name() + "." + segment,
        pointer + "/" + segment.toString().replace("~", "~0").replace("/", "~1"),
        inner,
        value -> around.apply(step.apply(value)));
  }

  private static List<Object> append(List<Object> items, Object last) {
    List<Object> copy = new ArrayList<>(items);
    copy.add(last);
    return copy;
  }

  /** The text of a payload that has the value at this place. */
  String json(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = Json.generator(text)) {
      write(generator, around.apply(value));
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, Object value) {
    if (value instanceof Map<?, ?> members) {
      generator.writeStartObject();
      members.forEach(
          (name, member) -> {
            generator.writeName((String) name);
            write(generator, member);
          });
      generator.writeEndObject();
    } else if (value instanceof List<?> items) {
      generator.writeStartArray();
      items.forEach(item -> write(generator, item));
      generator.writeEndArray();
    } else if (value instanceof String string) {
      generator.writeString(string);
    } else {
      // Numbers, booleans and null look alike in Java and in JSON.
      generator.writeRawValue(String.valueOf(value));
    }
  }
}
