package io.github.cleanroomscontract.internal.sample;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A place that payloads can have.
 *
 * @param path the members, variants, keys and positions that lead to it
 * @param shape what has to stand there
 * @param optional whether it is a member that can be left out, or a variant
 * @param spot what made-up values that stand there depend on
 */
public record Place(List<String> path, Shape shape, boolean optional, Spot spot) {

  /** Returns every place that payloads of a shape can have; of items and entries, the first. */
  public static Stream<Place> all(Shape root) {
    return new Place(List.of(), root, false, Spot.of("", 0)).andBelow();
  }

  private Stream<Place> andBelow() {
    return Stream.concat(
        Stream.of(this),
        switch (shape.kind()) {
          case STRUCTURE, UNION ->
              shape.members().stream().flatMap(member -> below(member).andBelow());
          case LIST -> below("0", shape.item()).andBelow();
          case MAP -> entry(Sampler.key(shape, 0)).andBelow();
          default -> Stream.empty();
        });
  }

  private Place below(Member member) {
    return new Place(
        step(member.name()), member.shape(), !member.required(), spot.member(shape, member.name()));
  }

  private Place below(String segment, Shape inner) {
    return new Place(step(segment), inner, false, spot.item(0));
  }

  private Place entry(String key) {
    return new Place(step(key), shape.value(), false, spot.entry(0, key));
  }

  private List<String> step(String segment) {
    List<String> longer = new ArrayList<>(path);
    longer.add(segment);
    return List.copyOf(longer);
  }

  /** Returns the JSON Pointer of it. */
  public String pointer() {
    String pointer = Pointers.ROOT;
    for (String segment : path) {
      pointer = Pointers.append(pointer, segment);
    }
    return pointer;
  }

  /** Returns a name for people: members with dots between. */
  public String name() {
    return path.isEmpty() ? "the payload" : String.join(".", path);
  }
}
