package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.rules.RuleBook;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Enum values that no message may have at a place, since a documented rule refuses there what the
 * model has: nobody can be asked to exercise them. A test holds this against the generated cases.
 */
final class RefusedValues {

  private static final Map<Pattern, String> RULES =
      Map.of(
          Pattern.compile("(Create|Update)Collaboration request/analyticsEngine=CLEAN_ROOMS_SQL"),
          "engine.clean-rooms-sql-retired",
          Pattern.compile(
              ".*/changes/\\*/specification/member/memberAbilities/\\*=CAN_(QUERY|RUN_JOB)"),
          "change-member.abilities-restricted");

  private RefusedValues() {}

  /**
   * Returns whether a value is refused.
   *
   * @param message the shape of the message, such as {@code CreateCollaboration request}
   * @param part the value's name, with its place
   * @param day the day of the contract
   */
  static boolean contain(String message, String part, LocalDate day) {
    return RULES.entrySet().stream()
        .filter(each -> each.getKey().matcher(message + part).matches())
        .anyMatch(each -> RuleBook.find(each.getValue()).orElseThrow().inForce(day));
  }
}
