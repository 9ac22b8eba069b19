package io.github.cleanroomscontract.scenario;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the identifiers of a binding in place of those of an input: wherever a member has the name
 * of one that stands for an identifier, and in lists that have its plural. Not thread-safe.
 */
final class Filling {

  private final Binding binding;
  private final Operation operation;
  private final Set<String> broken;
  private final Set<String> missing = new TreeSet<>();
  private final Set<String> used = new TreeSet<>();
  private String json = "";

  /**
   * Creates one for an input.
   *
   * @param broken the pointers of what has to stay as it is
   */
  Filling(Binding binding, String operation, Set<String> broken) {
    this.binding = binding;
    this.operation = Catalogue.current().operation(operation).orElseThrow();
    this.broken = broken;
  }

  Filling fill(JsonNode input) {
    fill(input, operation.request(), Pointers.ROOT);
    json = input.toString();
    return this;
  }

  private void fill(JsonNode value, Shape shape, String at) {
    boolean structure = shape.kind() == Shape.Kind.STRUCTURE || shape.kind() == Shape.Kind.UNION;
    if (value instanceof ObjectNode members && structure) {
      for (String name : List.copyOf(members.propertyNames())) {
        shape.member(name).ifPresent(member -> fill(members, member, Pointers.append(at, name)));
      }
    } else if (value instanceof ArrayNode items && shape.kind() == Shape.Kind.LIST) {
      for (int i = 0; i < items.size(); i++) {
        fill(items.get(i), shape.item(), Pointers.append(at, i));
      }
    }
  }

  private void fill(ObjectNode holder, Member member, String at) {
    JsonNode value = holder.get(member.name());
    if (broken.contains(at)) {
      return;
    }
    if (value.isString()) {
      bound(member.name(), member.shape()).ifPresent(text -> holder.put(member.name(), text));
    } else if (member.shape().kind() == Shape.Kind.LIST && !value.isEmpty()) {
      plural(holder, member, value, at);
    } else {
      fill(value, member.shape(), at);
    }
  }

  /** The one identifier that is known stands for all in a list. */
  private void plural(ObjectNode holder, Member member, JsonNode items, String at) {
    Shape item = member.shape().item();
    String name = member.name().replaceFirst("s$", "");
    Optional<String> text =
        item.kind() == Shape.Kind.STRING
                && !name.equals(member.name())
                && broken.stream().noneMatch(each -> Pointers.within(each, at))
            ? bound(name, item)
            : Optional.empty();
    if (text.isPresent()) {
      holder.putArray(member.name()).add(text.get());
    } else {
      fill(items, member.shape(), at);
    }
  }

  private Optional<String> bound(String member, Shape shape) {
    Optional<String> name =
        Placeholders.name(operation, member, shape).filter(each -> isOf(shape, each));
    Optional<String> text = name.flatMap(binding::identifier);
    if (text.isPresent()) {
      used.add(name.get());
    } else {
      name.filter(each -> Placeholders.all().get(each).needed()).ifPresent(missing::add);
    }
    return text;
  }

  private static boolean isOf(Shape shape, String name) {
    Placeholders.Placeholder stands = Placeholders.all().get(name);
    return stands != null && stands.shape().equals(shape.name());
  }

  /** Returns the names that have to be bound and are not. */
  Set<String> missing() {
    return missing;
  }

  /** Returns the names whose identifiers are in the input. */
  Set<String> used() {
    return used;
  }

  /** Returns the input. */
  String json() {
    return json;
  }
}
