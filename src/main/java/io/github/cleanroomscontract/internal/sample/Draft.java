package io.github.cleanroomscontract.internal.sample;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A structure in the making, whose members are brought to agree; what was wished for stays. */
final class Draft {

  private final Sampler sampler;
  private final Shape shape;
  private final Map<String, Object> members;
  private final Spot spot;
  private final Wish wish;
  private final boolean full;

  Draft(
      Sampler sampler,
      Shape shape,
      Map<String, Object> members,
      Spot spot,
      Wish wish,
      boolean full) {
    this.sampler = sampler;
    this.shape = shape;
    this.members = members;
    this.spot = spot;
    this.wish = wish;
    this.full = full;
  }

  String shape() {
    return shape.name();
  }

  boolean isRequest() {
    return sampler.direction() == Direction.REQUEST;
  }

  /** Returns the id that a resource of a kind has which is as much of its kind as this. */
  String idOf(String kind) {
    return sampler.id(kind, spot.serial());
  }

  /** Returns a time by what it is of, in seconds. */
  double time(String member) {
    return sampler.time(member, 0).doubleValue();
  }

  boolean full() {
    return full;
  }

  /** Returns the names of the members that are there. */
  List<String> names() {
    return List.copyOf(members.keySet());
  }

  int size() {
    return members.size();
  }

  /** Says that a documented rule refuses what was wished for, whatever else there is. */
  void refuse(String what) {
    sampler.refuse(what + " in " + shape);
  }

  /** Returns whether the contract is of that day, or of a later one. */
  boolean since(String date) {
    return !sampler.day().isBefore(LocalDate.parse(date));
  }

  /** Returns whether what was wished for is this member, or below it. */
  boolean pinned(String... path) {
    Wish at = wish;
    for (String segment : path) {
      at = at.below(segment);
    }
    return at.wished();
  }

  /** Returns whether something is going to be broken there, or below it. */
  boolean broken(String... path) {
    return sampler.isBreaking() && pinned(path);
  }

  /** If an item is going to be broken, leaves it alone in its list: the others may be about it. */
  void isolate(String list) {
    if (broken(list, "0")) {
      list(list).subList(1, list(list).size()).clear();
    }
  }

  /** Returns whether a union has a variant on the day. */
  boolean knowsVariant(String union, String variant) {
    return shape.member(union).flatMap(each -> each.shape().member(variant)).isPresent();
  }

  boolean has(String member) {
    return members.containsKey(member);
  }

  /** Returns whether there is such a member on the day. */
  boolean knows(String member) {
    return shape.member(member).isPresent();
  }

  boolean is(String member, String... values) {
    return members.get(member) instanceof String text && List.of(values).contains(text);
  }

  String text(String member) {
    return members.get(member) instanceof String text ? text : "";
  }

  /** Returns what an enum that is a member can be. */
  List<String> choices(String member) {
    return shape.member(member).orElseThrow().shape().enumTexts();
  }

  Object get(String member) {
    return members.get(member);
  }

  @SuppressWarnings("unchecked")
  List<Object> list(String member) {
    return members.get(member) instanceof List<?> list ? (List<Object>) list : List.of();
  }

  /** Sets a member; nothing happens where it does not exist on the day. */
  void set(String member, Object value) {
    if (!knows(member) || value.equals(members.get(member))) {
      return;
    }
    if (pinned(member)) {
      sampler.refuse(member + " of " + shape);
      return;
    }
    wanted(member);
    members.put(member, value);
  }

  /** Says so if a member was asked for not to be there. */
  private void wanted(String member) {
    if (sampler.unwanted(spot.member(shape, member))) {
      throw new ConflictException(member + " of " + shape + " cannot be left out");
    }
  }

  /** Sets a member if it is there. */
  void amend(String member, Object value) {
    if (has(member)) {
      set(member, value);
    }
  }

  /** Leaves a member out. */
  void remove(String member) {
    if (!has(member)) {
      return;
    }
    if (pinned(member) || shape.member(member).orElseThrow().required()) {
      sampler.refuse(member + " of " + shape);
      return;
    }
    members.remove(member);
  }

  /** Adds a member with what it must have, unless it is there, or does not exist on the day. */
  void need(String member) {
    Optional<Member> known = shape.member(member);
    if (known.isPresent() && !has(member)) {
      wanted(member);
      members.put(
          member, sampler.build(known.get().shape(), spot.member(shape, member), Wish.NONE, full));
    }
  }

  /** Adds one of some members, unless one is there. */
  void needOne(String... names) {
    for (String name : names) {
      if (has(name)) {
        return;
      }
    }
    for (String name : names) {
      if (knows(name)) {
        need(name);
        return;
      }
    }
  }

  /** Gives a list or map that size. */
  void resize(String member, int size) {
    Shape list = shape.member(member).orElseThrow().shape();
    if (size > list.maxSize().orElse(Long.MAX_VALUE)) {
      throw new ConflictException(size + " of " + member);
    }
    set(member, sampler.several(list, spot.member(shape, member), Wish.NONE, size, full));
  }

  /** Gives a list or map at least that size. */
  void atLeast(String member, int size) {
    need(member);
    boolean less =
        get(member) instanceof Map<?, ?> map ? map.size() < size : list(member).size() < size;
    if (less) {
      resize(member, size);
    }
  }

  /** Adds an item to a list. */
  void append(String member) {
    Shape list = shape.member(member).orElseThrow().shape();
    Spot next = spot.member(shape, member).item(list(member).size());
    list(member).add(sampler.build(list.item(), next, Wish.NONE, full));
  }

  /** Makes a union have a variant. */
  void choose(String union, String variant) {
    Shape inner = shape.member(union).orElseThrow().shape();
    if (has(union) && !(get(union) instanceof Map<?, ?> chosen && chosen.containsKey(variant))) {
      if (pinned(union)) {
        sampler.refuse(variant + " of " + inner);
        return;
      }
      Member member =
          inner.member(variant).orElseThrow(() -> new ConflictException(variant + " of " + inner));
      members.put(union, sampler.union(inner, spot.member(shape, union), member, Wish.NONE, full));
    }
  }

  /** Returns the structure or union that a member is, if it is there. */
  Optional<Draft> at(String... path) {
    Optional<Draft> found = Optional.of(this);
    for (String segment : path) {
      found = found.flatMap(draft -> draft.below(segment));
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  private Optional<Draft> below(String member) {
    return members.get(member) instanceof Map<?, ?> inner
        ? Optional.of(
            new Draft(
                sampler,
                shape.member(member).orElseThrow().shape(),
                (Map<String, Object>) inner,
                spot.member(shape, member),
                wish.below(member),
                full))
        : Optional.empty();
  }

  /** Returns the structures or unions that a list holds. */
  @SuppressWarnings("unchecked")
  List<Draft> items(String member) {
    List<Draft> items = new ArrayList<>();
    List<Object> list = list(member);
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof Map<?, ?> inner) {
        items.add(
            new Draft(
                sampler,
                shape.member(member).orElseThrow().shape().item(),
                (Map<String, Object>) inner,
                spot.member(shape, member).item(i),
                wish.below(member).below(String.valueOf(i)),
                full));
      }
    }
    return items;
  }
}
