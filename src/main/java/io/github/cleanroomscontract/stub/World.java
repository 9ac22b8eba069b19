package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All resources that the stand-in remembers. Not thread-safe. */
final class World {

  private final Settings settings;
  private final Answers answers;
  private final Map<Kind, Map<String, Resource>> byId = new EnumMap<>(Kind.class);
  private final Map<String, Resource> byArn = new HashMap<>();
  private final Map<Kind, Family> families = new EnumMap<>(Kind.class);
  private final Map<Kind, Optional<Shape>> shapes = new EnumMap<>(Kind.class);
  private long made;

  World(Settings settings, Answers answers) {
    this.settings = settings;
    this.answers = answers;
  }

  Settings settings() {
    return settings;
  }

  Answers answers() {
    return answers;
  }

  /** Says what is special about a kind. */
  void register(Kind kind, Family family) {
    families.put(kind, family);
  }

  /** Returns what is special about a kind. */
  Family family(Kind kind) {
    return families.getOrDefault(kind, Family.PLAIN);
  }

  /** Returns what a kind looks like as a whole, if there is the kind on the day of the contract. */
  Optional<Shape> shape(Kind kind) {
    return shapes.computeIfAbsent(
        kind,
        each ->
            settings
                .catalogue()
                .operation("Get" + each.label())
                .map(Operation::response)
                .flatMap(Answers::subject)
                .map(Member::shape));
  }

  /** Returns a new id, always the same for the same calls before. */
  String newId() {
    made++;
    byte[] name = ("stand-in " + made).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString();
  }

  /** Returns the resources of a kind that are not deleted, in the order in which they were made. */
  List<Resource> all(Kind kind) {
    return Resource.living(every(kind));
  }

  /** Returns the resources of a kind, deleted ones included. */
  Collection<Resource> every(Kind kind) {
    return byId.getOrDefault(kind, Map.of()).values();
  }

  /** Returns a resource, which may be deleted. */
  Optional<Resource> find(Kind kind, Resource parent, String key) {
    return kind.named()
        ? parent.child(kind, key)
        : Optional.ofNullable(byId.getOrDefault(kind, Map.of()).get(key));
  }

  /** Returns a resource by its ARN; it may be deleted. */
  Optional<Resource> find(String arn) {
    return Optional.ofNullable(byArn.get(arn));
  }

  /** Returns the resource of a kind that a request names. */
  Resource named(Kind kind, Ask ask) {
    Resource parent = kind == Kind.MEMBERSHIP ? null : parent(kind, ask);
    return get(kind, parent, ask.text(kind.identifier()), ask);
  }

  /** Returns what those of a kind belong to which a request is about; null if to nothing. */
  Resource parent(Kind kind, Ask ask) {
    return kind.parent() == null ? null : named(kind.parent(), ask);
  }

  /**
   * Returns a resource, which is made up if it was never created and the stand-in does so.
   *
   * @param parent what it has to belong to; null if that does not matter
   * @throws Refusal if there is none
   */
  Resource get(Kind kind, Resource parent, String key, Ask ask) {
    Optional<Resource> found = find(kind, parent, key);
    boolean elsewhere = found.isPresent() && parent != null && found.get().parent() != parent;
    if (elsewhere || found.isPresent() && found.get().deleted()) {
      throw Refusal.notFound(ask, kind, key);
    }
    return found.orElseGet(
        () -> {
          if (settings.unknown() == UnknownResources.NOT_FOUND) {
            throw Refusal.notFound(ask, kind, key);
          }
          return adopt(kind, parent, key, ask);
        });
  }

  /** Makes up a resource that was never created. */
  Resource adopt(Kind kind, Resource parent, String key, Ask ask) {
    Family family = family(kind);
    Resource adopted = add(kind, key, parent == null ? family.parentOfAdopted(ask) : parent);
    family.adopt(adopted, ask);
    return finish(adopted);
  }

  /** Makes a resource of what is told of it. */
  Resource create(Kind kind, String key, Resource parent, Map<String, Object> told, Ask ask) {
    Resource created = add(kind, key, parent);
    created.members().putAll(told);
    family(kind).create(created, ask);
    return finish(created);
  }

  private Resource finish(Resource resource) {
    shape(resource.kind()).ifPresent(shape -> answers.learn(resource.members(), shape));
    family(resource.kind()).made(resource);
    return resource;
  }

  private Resource add(Kind kind, String key, Resource parent) {
    Resource resource = new Resource(kind, key, parent, ++made);
    if (parent != null) {
      parent.add(resource);
    }
    if (!kind.named()) {
      byId.computeIfAbsent(kind, each -> new LinkedHashMap<>()).put(key, resource);
    }
    Map<String, Object> members = resource.members();
    if (!kind.named()) {
      members.put("id", key);
    }
    members.put("createTime", settings.now());
    members.put("updateTime", members.get("createTime"));
    members.put("creatorAccountId", settings.account());
    for (Resource around = parent; around != null; around = around.parent()) {
      Arns.refer(resource, around);
    }
    Arns.of(resource, settings)
        .ifPresent(
            arn -> {
              members.put("arn", arn);
              byArn.put(arn, resource);
            });
    return resource;
  }

  /** Makes up the membership of another account. */
  Resource foreign(Resource collaboration, String id, String account) {
    Resource membership = add(Kind.MEMBERSHIP, id, collaboration);
    rename(membership, membership.text("arn").replace(settings.account(), account));
    return membership;
  }

  /** Says that a resource is known by another ARN than those of its kind are given. */
  void rename(Resource resource, String arn) {
    byArn.remove(resource.text("arn"));
    resource.members().put("arn", arn);
    byArn.put(arn, resource);
  }

  /** Returns the caller's membership of a collaboration. */
  Optional<Resource> ownMembership(Resource collaboration) {
    return collaboration.children(Kind.MEMBERSHIP).stream().filter(this::own).findFirst();
  }

  /** Returns whether a membership is the caller's. */
  boolean own(Resource membership) {
    return membership.text("arn").contains(":" + settings.account() + ":");
  }

  /** Returns those of a kind that the members of a collaboration have. */
  static List<Resource> ofMembers(Resource collaboration, Kind kind) {
    List<Resource> all = new ArrayList<>();
    collaboration
        .children(Kind.MEMBERSHIP)
        .forEach(membership -> all.addAll(membership.children(kind)));
    return all;
  }

  /** Says that a resource was changed now. */
  void touch(Resource resource) {
    resource.members().put("updateTime", settings.now());
  }
}
