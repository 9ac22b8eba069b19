package io.github.cleanroomscontract.discovery;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.replay.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which read operations there are, what each is about, and which tells what another needs: derived
 * from the catalogue, but for the little that it does not say. Immutable.
 *
 * <p>What an operation is about is its level: the members in its path, such as {@code
 * [membershipIdentifier, protectedQueryIdentifier]}.
 */
final class Atlas {

  /** The level of the account itself. */
  static final List<String> ACCOUNT = List.of();

  /** The level of whatever bears tags. */
  static final List<String> TAGGED = List.of("resourceArn");

  /** Members of paths that no list is of, and the members of entries that hold their values. */
  private static final Map<String, String> IN_ENTRIES =
      Map.of("analysisRuleType", "analysisRuleTypes", "type", "analysisRuleTypes");

  private static final String TOKEN = "nextToken";

  private final List<Operation> operations;
  private final Map<List<String>, Opener> openers = new LinkedHashMap<>();

  Atlas() {
    operations =
        Catalogue.current().operations().stream()
            .filter(operation -> Effect.of(operation) == Effect.READ)
            .toList();
    operations.forEach(this::open);
  }

  private void open(Operation operation) {
    List<String> level = level(operation);
    for (int i = 0; i < level.size(); i++) {
      List<String> inner = level.subList(0, i + 1);
      if (!inner.equals(TAGGED) && !openers.containsKey(inner)) {
        openers.put(List.copyOf(inner), opener(operation, level.subList(0, i), level.get(i)));
      }
    }
  }

  private Opener opener(Operation operation, List<String> outer, String member) {
    String path = operation.http().path();
    String around = path.substring(0, path.indexOf("/{" + member + "}"));
    Optional<Operation> list =
        operations.stream().filter(each -> each.http().path().equals(around)).findFirst();
    return new Opener(
        List.copyOf(outer),
        member,
        shape(operation, member),
        list,
        list.isPresent() ? source(member) : IN_ENTRIES.get(member));
  }

  private static String source(String member) {
    return member.endsWith("Identifier") ? "id" : member.endsWith("Arn") ? "arn" : member;
  }

  private static Shape shape(Operation operation, String member) {
    return operation.request().member(member).orElseThrow().shape();
  }

  /** Returns what an operation is about. */
  static List<String> level(Operation operation) {
    return operation.http().pathMembers();
  }

  /** Returns whether an operation's answers are the pages of a list. */
  static boolean isList(Operation operation) {
    return operation.request().member(TOKEN).isPresent();
  }

  /** Returns the members that a request needs besides those in its path. */
  static List<Member> more(Operation operation) {
    return operation.request().members().stream()
        .filter(Member::required)
        .filter(member -> !level(operation).contains(member.name()))
        .toList();
  }

  /** Returns all read operations, by name. */
  List<Operation> operations() {
    return operations;
  }

  /** Returns the operations of a level that need its path members alone, and are no lists. */
  List<Operation> reads(List<String> level) {
    return at(level, operation -> !isList(operation) && more(operation).isEmpty());
  }

  /** Returns the lists of a level. */
  List<Operation> lists(List<String> level) {
    return at(level, Atlas::isList);
  }

  /** Returns the other operations of a level: what they need more is known after its lists. */
  List<Operation> others(List<String> level) {
    return at(level, operation -> !isList(operation) && !more(operation).isEmpty());
  }

  private List<Operation> at(List<String> level, Predicate<Operation> kind) {
    return operations.stream()
        .filter(operation -> level(operation).equals(level))
        .filter(kind)
        .toList();
  }

  /** Returns how the resources of a level become known; of the account and of tags, nothing. */
  Optional<Opener> opener(List<String> level) {
    return Optional.ofNullable(openers.get(level));
  }

  /** Returns what a list makes known; empty if nothing is asked about its entries. */
  Optional<Opener> opened(Operation list) {
    return openers.values().stream()
        .filter(opener -> opener.list().equals(Optional.of(list)))
        .findFirst();
  }

  /** Returns what the entry of a resource makes known of what is in it. */
  List<Opener> inEntry(List<String> level) {
    return openers.values().stream()
        .filter(opener -> opener.outer().equals(level) && opener.list().isEmpty())
        .toList();
  }

  /**
   * Returns the level that the items of a batch name, which single reads ask about.
   *
   * @param outer the level of the batch
   * @param item what an item has to be
   */
  Optional<List<String>> named(List<String> outer, Shape item) {
    if (item.kind() == Shape.Kind.STRUCTURE) {
      List<String> level = new ArrayList<>(outer);
      item.members().forEach(member -> level.add(member.name()));
      return opener(level).map(Opener::level);
    }
    return openers.values().stream()
        .filter(opener -> opener.outer().equals(outer) && opener.list().isPresent())
        .filter(opener -> opener.shape().name().equals(item.name()))
        .map(Opener::level)
        .findFirst();
  }
}
