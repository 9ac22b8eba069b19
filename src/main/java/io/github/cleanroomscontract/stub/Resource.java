package io.github.cleanroomscontract.stub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that the stand-in remembers. Its members are all that is known of it in any view:
 * whole, in a list, or as other members of the collaboration see it.
 */
final class Resource {

  private final Kind kind;
  private final String key;
  private final Resource parent;
  private final long serial;
  private final Map<String, Object> members = new LinkedHashMap<>();
  private final Map<String, Object> tags = new LinkedHashMap<>();
  private final Map<Kind, Map<String, Resource>> children = new EnumMap<>(Kind.class);
  private boolean deleted;

  /**
   * Creates one of which nothing is known yet.
   *
   * @param kind its kind
   * @param key its id, or what else tells it apart
   * @param parent what it belongs to; null if it stands for itself
   * @param serial how many there were before
   */
  Resource(Kind kind, String key, Resource parent, long serial) {
    this.kind = kind;
    this.key = key;
    this.parent = parent;
    this.serial = serial;
  }

  Kind kind() {
    return kind;
  }

  String key() {
    return key;
  }

  Resource parent() {
    return parent;
  }

  long serial() {
    return serial;
  }

  /** Returns all that is known of it, to be changed. */
  Map<String, Object> members() {
    return members;
  }

  /** Returns a member that is a text; empty if there is none. */
  String text(String member) {
    return members.get(member) instanceof String text ? text : "";
  }

  boolean is(String member, String... values) {
    return List.of(values).contains(text(member));
  }

  /** Returns its tags, to be changed. */
  Map<String, Object> tags() {
    return tags;
  }

  /** Returns whether it, or what it belongs to, was deleted; memberships outlive that. */
  boolean deleted() {
    return deleted || parent != null && kind != Kind.MEMBERSHIP && parent.deleted();
  }

  void delete() {
    deleted = true;
  }

  void add(Resource child) {
    children.computeIfAbsent(child.kind, each -> new LinkedHashMap<>()).put(child.key, child);
  }

  /** Returns those that belong to it, in the order in which they were made. */
  List<Resource> children(Kind of) {
    return living(children.getOrDefault(of, Map.of()).values());
  }

  /** Returns the one of a kind that has a name, even if it is deleted. */
  Optional<Resource> child(Kind of, String name) {
    return Optional.ofNullable(children.getOrDefault(of, Map.of()).get(name));
  }

  /** Returns all that belongs to it. */
  List<Resource> children() {
    List<Resource> all = new ArrayList<>();
    children.values().forEach(each -> all.addAll(living(each.values())));
    return all;
  }

  static List<Resource> living(Collection<Resource> some) {
    return some.stream().filter(each -> !each.deleted()).toList();
  }

  /** Returns itself or the nearest around it that is of a kind. */
  Resource in(Kind of) {
    return kind == of ? this : parent.in(of);
  }
}
