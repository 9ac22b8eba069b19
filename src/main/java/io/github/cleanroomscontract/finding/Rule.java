package io.github.cleanroomscontract.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Something that the kit checks, or knows and cannot check. Immutable.
 *
 * @param id its stable, dotted id
 * @param kind what it takes to check it
 * @param severity how much a finding of it weighs, unless policy says otherwise
 * @param message what a finding of it says, with names in braces for what differs
 * @param reason why it is checked: what goes wrong otherwise; for a limit, why it cannot be
 * @param basis where the rule is stated
 * @param needs what has to be told for the rule to be checked; empty if nothing
 * @param direction the one direction that it speaks of, {@code request} or {@code response}
 * @param since the release that brought it, if that was later than the launch
 * @param until the release that ended it, if it is history
 */
public record Rule(
    String id,
    Kind kind,
    Severity severity,
    String message,
    String reason,
    String basis,
    String needs,
    Optional<String> direction,
    Optional<LocalDate> since,
    Optional<LocalDate> until) {

  /** Messages taken apart, since there are few of them and many findings. */
  private static final Map<String, List<String>> PARTS = new ConcurrentHashMap<>();

  /** What it takes to check a rule. */
  public enum Kind {
    /** About the text of a payload, or about an input of the kit. */
    INPUT,
    /** The published model: types, members, values, bounds. */
    MODEL,
    /** Documented beyond the model; a schema states it. */
    SCHEMA,
    /** Documented; several values of one payload are compared. */
    CROSS_FIELD,
    /** Documented; facts from outside the payload decide. */
    CONTEXT,
    /** Documented; only the service can know, so it is not checked. */
    LIMIT,
    /** Documented, but nothing can break it: what holds where a member is left out. */
    NOTE
  }

  /** Returns whether the rule holds on a day. */
  public boolean inForce(LocalDate day) {
    return since.filter(day::isBefore).isEmpty()
        && until.filter(end -> !day.isBefore(end)).isEmpty();
  }

  /** Returns whether the rule is one that the documentation states beyond the published model. */
  public boolean documented() {
    return kind != Kind.INPUT && kind != Kind.MODEL;
  }

  /** Returns whether a payload can break the rule, as far as the kit can tell. */
  public boolean checked() {
    return kind != Kind.LIMIT && kind != Kind.NOTE;
  }

  /** Returns the message with the names in braces replaced by what they stand for here. */
  public String message(Map<String, String> values) {
    return message(values::get);
  }

  /**
   * Returns the message with the names in braces replaced by what they stand for here.
   *
   * @param values returns what a name stands for; null if it stands for itself
   */
  public String message(UnaryOperator<String> values) {
    List<String> parts = PARTS.computeIfAbsent(message, Rule::parts);
    String[] text = parts.toArray(String[]::new);
    for (int i = 1; i < text.length; i += 2) {
      String value = values.apply(text[i]);
      text[i] = value == null ? '{' + text[i] + '}' : value;
    }
    return String.join("", text);
  }

  /** Returns the text before the first name in braces, that name, the text after it, and so on. */
  private static List<String> parts(String message) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    for (int open = message.indexOf('{'); open >= 0; open = message.indexOf('{', at)) {
      int close = message.indexOf('}', open);
      if (close < 0) {
        break;
      }
      parts.add(message.substring(at, open));
      parts.add(message.substring(open + 1, close));
      at = close + 1;
    }
    parts.add(message.substring(at));
    return List.copyOf(parts);
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return id;
  }
}
