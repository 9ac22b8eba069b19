package io.github.cleanroomscontract.finding;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that the kit checks.
 *
 * @param id its stable, dotted id
 * @param severity how much a finding of it weighs, unless policy says otherwise
 * @param message what a finding of it says, with names in braces for what differs
 * @param reason why it is checked: what goes wrong otherwise
 * @param basis where the rule is stated
 * @param needs what has to be told for the rule to be checked; empty if nothing
 */
public record Rule(
    String id, Severity severity, String message, String reason, String basis, String needs) {

  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

  /** Returns the message with the names in braces replaced by what they stand for here. */
  public String message(Map<String, String> values) {
    // In one pass, since what is put in may hold braces of its own.
    return NAME.matcher(message)
        .replaceAll(
            match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return id;
  }
}
