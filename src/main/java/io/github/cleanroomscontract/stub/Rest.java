package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What is the same for resources of all kinds: create, get, list, update, delete. */
final class Rest {

  private final World world;

  Rest(World world) {
    this.world = world;
  }

  Map<String, Object> create(Kind kind, Ask ask) {
    Resource parent = world.parent(kind, ask);
    Map<String, Object> told = told(kind, ask);
    String key = kind.named() ? ask.text(kind.identifier()) : world.newId();
    if (kind.named()) {
      world
          .find(kind, parent, key)
          .filter(before -> !before.deleted())
          .ifPresent(
              before -> {
                throw Refusal.conflict(kind, key, "ALREADY_EXISTS", "exists already");
              });
    }
    world.family(kind).unique(parent, told, ask);
    Resource created = world.create(kind, key, parent, told, ask);
    if (ask.input().get("tags") instanceof Map<?, ?> tags) {
      tags.forEach((name, value) -> created.tags().put((String) name, value));
    }
    return about(created, ask);
  }

  Map<String, Object> get(Kind kind, Ask ask) {
    Resource found = world.named(kind, ask);
    world.family(kind).goOn(found);
    return about(found, ask);
  }

  Map<String, Object> update(Kind kind, Ask ask) {
    Resource found = world.named(kind, ask);
    Map<String, Object> told = told(kind, ask);
    world.family(kind).update(found, told, ask);
    world.touch(found);
    return about(found, ask);
  }

  Map<String, Object> delete(Kind kind, Ask ask) {
    Resource found = world.named(kind, ask);
    Family family = world.family(kind);
    if (ask.declares("ConflictException") && family.needed(found)) {
      throw Refusal.conflict(
          kind, found.key(), "SUBRESOURCES_EXIST", "has something below it, or is used");
    }
    found.delete();
    family.gone(found);
    return Map.of();
  }

  /** Lists those of a kind below what the request names; of memberships, the caller's. */
  Map<String, Object> list(Kind kind, Ask ask) {
    if (kind == Kind.MEMBERSHIP) {
      return list(ask, world.all(kind).stream().filter(world::own).toList());
    }
    Resource parent = world.parent(kind, ask);
    return list(ask, parent == null ? world.all(kind) : parent.children(kind));
  }

  /** Returns the page of some resources that a request asks for. */
  Map<String, Object> list(Ask ask, List<Resource> all) {
    Shape entry = Answers.entries(ask.operation().response()).shape().item();
    List<Resource> some = all.stream().filter(Filters.of(ask)).toList();
    boolean latestFirst = !some.isEmpty() && some.get(0).kind().runs();
    ToLongFunction<Resource> number = latestFirst ? each -> -each.serial() : Resource::serial;
    return Pages.page(
        ask,
        latestFirst ? reversed(some) : some,
        number,
        each -> world.answers().view(each, entry));
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }

  /** Returns the output that is about a resource. */
  Map<String, Object> about(Resource resource, Ask ask) {
    Map<String, Object> output = new LinkedHashMap<>();
    Member subject = Answers.subject(ask.operation().response()).orElseThrow();
    output.put(subject.name(), world.answers().view(resource, subject.shape()));
    return output;
  }

  private Map<String, Object> told(Kind kind, Ask ask) {
    return Echo.of(ask, world.shape(kind).orElseThrow());
  }
}
