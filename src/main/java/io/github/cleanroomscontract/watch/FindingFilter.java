package io.github.cleanroomscontract.watch;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.internal.text.Nearest;
import io.github.cleanroomscontract.rules.RuleBook;
import java.util.List;
import java.util.Optional;

/**
 * Says which findings are meant. Immutable.
 *
 * @param rule the rule's id
 * @param at the JSON Pointer of its place, in which {@code *} is any one segment; any place if
 *     empty
 * @param operation the operation's name; any operation if empty
 */
public record FindingFilter(String rule, Optional<String> at, Optional<String> operation) {

  /**
   * Creates a filter.
   *
   * @throws IllegalArgumentException if there is no such rule or operation, or the pointer is none:
   *     such a filter would never match, and nobody would notice
   */
  public FindingFilter {
    if (RuleBook.find(rule).isEmpty()) {
      List<String> ids = RuleBook.all().stream().map(each -> each.id()).toList();
      throw new IllegalArgumentException(
          "there is no rule \"" + rule + "\"" + meant(Nearest.to(rule, ids)));
    }
    if (operation.isPresent() && Catalogue.current().operation(operation.get()).isEmpty()) {
      List<String> names = Catalogue.current().operations().stream().map(Operation::name).toList();
      throw new IllegalArgumentException(
          "there is no operation \""
              + operation.get()
              + "\""
              + meant(Nearest.to(operation.get(), names)));
    }
    if (at.filter(pointer -> !pointer.isEmpty() && !pointer.startsWith("/")).isPresent()) {
      throw new IllegalArgumentException(
          "\"" + at.get() + "\" is no JSON Pointer: write \"/" + at.get().replace('.', '/') + "\"");
    }
  }

  private static String meant(Optional<String> nearest) {
    return nearest.map(near -> "; did you mean \"" + near + "\"?").orElse("");
  }

  /** Returns a filter for a rule, wherever it is broken. */
  public static FindingFilter of(String rule) {
    return new FindingFilter(rule, Optional.empty(), Optional.empty());
  }

  /** Returns a filter for a rule at a place. */
  public static FindingFilter of(String rule, String at) {
    return new FindingFilter(rule, Optional.of(at), Optional.empty());
  }

  /** Returns whether a finding of a call is meant. */
  boolean matches(Call call, Finding finding) {
    return matches(call.operationName().orElse(""), finding);
  }

  /** Returns whether a finding is meant that was found in a message of an operation. */
  public boolean matches(String operationName, Finding finding) {
    return finding.rule().id().equals(rule)
        && at.filter(pointer -> !fits(pointer, finding.pointer())).isEmpty()
        && operation.filter(name -> !name.equals(operationName)).isEmpty();
  }

  private static boolean fits(String pattern, String pointer) {
    String[] wanted = pattern.split("/", -1);
    String[] segments = pointer.split("/", -1);
    if (wanted.length != segments.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].equals("*") && !wanted[i].equals(segments[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns rule, place and operation, as far as they are told. */
  @Override
  public String toString() {
    return rule
        + at.map(pointer -> " at " + (pointer.isEmpty() ? "the top" : pointer)).orElse("")
        + operation.map(name -> " in " + name).orElse("");
  }
}
