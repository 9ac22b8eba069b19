package io.github.cleanroomscontract.internal.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the members of privacy budgets and their templates agree on. */
final class PrivacyBudgetAgreements {

  private static final long MOST = 1_000_000;
  private static final String TYPE = "privacyBudgetType";

  private PrivacyBudgetAgreements() {}

  static void register(Agreements agreements) {
    for (String shape :
        List.of(
            "CreatePrivacyBudgetTemplate request",
            "UpdatePrivacyBudgetTemplate request",
            "PrivacyBudgetTemplate",
            "CollaborationPrivacyBudgetTemplate")) {
      agreements.add(shape, each -> kind(each, TYPE, "parameters"));
    }
    for (String shape : List.of("PrivacyBudgetSummary", "CollaborationPrivacyBudgetSummary")) {
      agreements.add(shape, each -> kind(each, "type", "budget"));
    }
    agreements.add("CreatePrivacyBudgetTemplate request", PrivacyBudgetAgreements::refresh);
    for (String shape :
        List.of("ListPrivacyBudgets request", "ListCollaborationPrivacyBudgets request")) {
      agreements.add(shape, PrivacyBudgetAgreements::filter);
    }
    agreements.add(
        "DifferentialPrivacyTemplateUpdateParameters",
        update -> update.needOne("epsilon", "usersNoisePerQuery"));
    agreements.add("BudgetParameter", each -> lifetime(each, "type"));
    agreements.add("AccessBudgetDetails", each -> lifetime(each, "budgetType"));
    agreements.add("BudgetParameter", PrivacyBudgetAgreements::atLeastOne);
    agreements.add("AccessBudgetDetails", PrivacyBudgetAgreements::remaining);
    for (String direction : List.of("ParametersInput", "ParametersOutput", "UpdateParameters")) {
      agreements.add(
          "AccessBudgetsPrivacyTemplate" + direction,
          each -> oneLifetime(each.items("budgetParameters"), "type"));
    }
    agreements.add("AccessBudget", each -> oneLifetime(each.items("details"), "budgetType"));
    agreements.add("AccessBudget", PrivacyBudgetAgreements::least);
    for (String holder :
        List.of("DifferentialPrivacyPrivacyBudget", "DifferentialPrivacyPrivacyImpact")) {
      agreements.add(holder, each -> functions(each.items("aggregations")));
    }
    agreements.add(
        "DifferentialPrivacyPrivacyBudgetAggregation",
        counts -> atMost(counts, "remainingCount", "maxCount"));
  }

  private static void kind(Draft holder, String type, String union) {
    if (holder.pinned(union) && holder.at(union).isPresent()) {
      boolean access = holder.at(union, "accessBudget").isPresent();
      holder.set(type, access ? "ACCESS_BUDGET" : "DIFFERENTIAL_PRIVACY");
    } else {
      holder.choose(
          union, holder.is(type, "ACCESS_BUDGET") ? "accessBudget" : "differentialPrivacy");
    }
  }

  private static void refresh(Draft template) {
    if (template.broken("membershipIdentifier")) {
      // Limits for access name a resource of the membership.
      template.set(TYPE, "DIFFERENTIAL_PRIVACY");
      template.choose("parameters", "differentialPrivacy");
    }
    if (template.is(TYPE, "ACCESS_BUDGET")) {
      template.amend("autoRefresh", "NONE");
    } else {
      template.need("autoRefresh");
    }
  }

  private static void filter(Draft request) {
    if (request.has("accessBudgetResourceArn")) {
      if (request.pinned(TYPE) && request.is(TYPE, "DIFFERENTIAL_PRIVACY")) {
        request.remove("accessBudgetResourceArn");
      } else {
        request.set(TYPE, "ACCESS_BUDGET");
      }
    }
  }

  private static void lifetime(Draft limit, String type) {
    if (limit.is(type, "LIFETIME")) {
      if (limit.pinned("autoRefresh")) {
        limit.set(type, "CALENDAR_MONTH");
      } else {
        limit.remove("autoRefresh");
      }
    }
  }

  /** Each function has one count. */
  private static void functions(List<Draft> counts) {
    if (counts.isEmpty()) {
      return;
    }
    List<String> others = new ArrayList<>(counts.get(0).choices("type"));
    others.remove(counts.get(0).text("type"));
    for (int i = 1; i < counts.size(); i++) {
      counts.get(i).set("type", others.get(i - 1));
    }
  }

  /** Of two limits one is for the whole life. */
  private static void oneLifetime(List<Draft> limits, String type) {
    for (int i = 1; i < limits.size(); i++) {
      Draft limit = limits.get(i);
      if (!limits.get(0).is(type, "LIFETIME")) {
        limit.set(type, "LIFETIME");
        limit.remove("autoRefresh");
      } else if (limit.is(type, "LIFETIME")) {
        limit.set(type, "CALENDAR_MONTH");
      }
    }
  }

  private static void atLeastOne(Draft limit) {
    if (limit.isRequest()
        && limit.get("budget") instanceof Number budget
        && budget.intValue() < 1) {
      limit.set("budget", 1L);
    }
  }

  private static void remaining(Draft details) {
    atMost(details, "remainingBudget", "budget");
  }

  private static void atMost(Draft holder, String part, String whole) {
    if (holder.get(part) instanceof Number rest
        && holder.get(whole) instanceof Number all
        && rest.doubleValue() > all.doubleValue()) {
      if (holder.pinned(part) && whole.equals("budget") && rest.longValue() > MOST) {
        throw new ConflictException("more left than there can be");
      }
      holder.set(
          holder.pinned(part) ? whole : part, holder.get(holder.pinned(part) ? part : whole));
    }
  }

  private static void least(Draft budget) {
    boolean one = budget.pinned("details", "0", "remainingBudget");
    if (one && budget.list("details").size() == 1) {
      budget.append("details");
    }
    List<Draft> details = budget.items("details");
    if (one) {
      // What is wrong about one limit is not to touch what all of them leave.
      details.get(1).set("budget", 500L);
      details.get(1).set("remainingBudget", 120L);
      oneLifetime(details, "budgetType");
    }
    if (budget.broken("details", "0", "remainingBudget")) {
      details = details.subList(1, details.size());
    }
    Object told = budget.get("aggregateRemainingBudget");
    if (budget.pinned("aggregateRemainingBudget")) {
      if (((Number) told).longValue() > MOST) {
        throw new ConflictException("more left than there can be");
      }
      for (Draft each : details) {
        each.set("remainingBudget", told);
        remaining(each);
      }
      return;
    }
    details.stream()
        .map(each -> each.get("remainingBudget"))
        .filter(Number.class::isInstance)
        .min(Comparator.comparingDouble(each -> ((Number) each).doubleValue()))
        .ifPresent(least -> budget.set("aggregateRemainingBudget", least));
  }
}
