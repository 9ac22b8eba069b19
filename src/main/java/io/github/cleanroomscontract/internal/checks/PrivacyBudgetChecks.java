package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.internal.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is documented of privacy budgets and their templates beyond their schemas. */
final class PrivacyBudgetChecks {

  private static final Pattern MEMBERSHIP_RESOURCE =
      Pattern.compile("arn:[^/]*:membership/([^/]+)/[^/]+/[^/]+");

  private PrivacyBudgetChecks() {}

  static void register(Checks.Registry registry) {
    registry.request(
        "access-budget.resource-in-membership",
        "CreatePrivacyBudgetTemplate request",
        PrivacyBudgetChecks::resourceInMembership);
    registry.response(
        "access-budget.aggregate-is-minimum",
        "AccessBudget",
        PrivacyBudgetChecks::aggregateIsMinimum);
    registry.response(
        "access-budget.remaining-le-budget",
        "AccessBudgetDetails",
        at -> notAbove(at.at("remainingBudget"), at.at("budget")));
    registry.response(
        "access-budget.period-order", "AccessBudgetDetails", PrivacyBudgetChecks::periodOrder);
    registry.response(
        "dp.remaining-le-max",
        "DifferentialPrivacyPrivacyBudgetAggregation",
        at -> notAbove(at.at("remainingCount"), at.at("maxCount")));
    for (String list :
        List.of(
            "DifferentialPrivacyPrivacyBudgetAggregationList",
            "DifferentialPrivacyPreviewAggregationList")) {
      registry.response("dp-aggregation.types-unique", list, at -> Names.unique(at, "type"));
    }
  }

  private static void resourceInMembership(Subject template) {
    String membership = template.at("membershipIdentifier").text();
    Subject arn = template.at("parameters", "accessBudget", "resourceArn");
    Matcher matcher = MEMBERSHIP_RESOURCE.matcher(arn.text());
    if (!membership.isEmpty() && matcher.matches() && !matcher.group(1).equals(membership)) {
      arn.fails();
    }
  }

  private static void aggregateIsMinimum(Subject budget) {
    List<Optional<Double>> remaining =
        budget.each("details").map(details -> details.at("remainingBudget").number()).toList();
    Subject aggregate = budget.at("aggregateRemainingBudget");
    Optional<Double> told = aggregate.number();
    if (told.isEmpty() || remaining.isEmpty() || remaining.contains(Optional.<Double>empty())) {
      return;
    }
    double least = remaining.stream().mapToDouble(Optional::orElseThrow).min().orElseThrow();
    if (told.get() != least) {
      aggregate.fails(Words.number(told.get()) + " is told, the least is " + Words.number(least));
    }
  }

  private static void notAbove(Subject rest, Subject whole) {
    Optional<Double> left = rest.number();
    Optional<Double> all = whole.number();
    if (left.isPresent() && all.isPresent() && left.get() > all.get()) {
      rest.fails(Words.number(left.get()) + " of " + Words.number(all.get()) + " are left");
    }
  }

  private static void periodOrder(Subject details) {
    Optional<Double> start = details.at("startTime").time();
    Subject endTime = details.at("endTime");
    Optional<Double> end = endTime.time();
    if (start.isPresent() && end.isPresent() && end.get() <= start.get()) {
      endTime.fails();
    }
  }
}
