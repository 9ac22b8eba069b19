package io.github.cleanroomscontract.generation;

/** Ways to break what is documented of privacy budgets. */
final class PrivacyBudgetMutants {

  private static final String CREATE = "CreatePrivacyBudgetTemplate request";
  private static final String UPDATE = "UpdatePrivacyBudgetTemplate request";
  private static final String TYPE = "/privacyBudgetType";
  private static final String PARAMETERS = "/parameters";
  private static final String ACCESS = PARAMETERS + "/accessBudget";
  private static final String PRIVACY = PARAMETERS + "/differentialPrivacy";
  private static final String FILTER = "/accessBudgetResourceArn";
  private static final String LIMIT = "BudgetParameter";
  private static final String DETAILS = "AccessBudgetDetails";

  private PrivacyBudgetMutants() {}

  static void register(Mutants mutants) {
    limits(mutants);
    templates(mutants);
    filters(mutants);
    budgets(mutants);
    details(mutants);
  }

  private static void limits(Mutants mutants) {
    mutants
        .in("access-budget.one-period-one-lifetime", "BudgetParameters")
        .set("", "[{'type':'CALENDAR_DAY','budget':5},{'type':'CALENDAR_WEEK','budget':5}]");
    mutants
        .in("access-budget.one-period-one-lifetime", "BudgetParameters")
        .set("", "[{'type':'LIFETIME','budget':5},{'type':'LIFETIME','budget':6}]");
    mutants
        .in("access-budget.lifetime-no-auto-refresh", LIMIT)
        .set("/type", "'LIFETIME'")
        .set("/autoRefresh", "'ENABLED'")
        .at("/autoRefresh");
    mutants.in("access-budget.min-one", LIMIT).set("/budget", "0").at("/budget");
    mutants
        .in("access-budget.no-template-auto-refresh", CREATE)
        .having(ACCESS)
        .set("/autoRefresh", "'CALENDAR_MONTH'")
        .at("/autoRefresh");
    mutants
        .in("access-budget.resource-in-membership", CREATE)
        .having(ACCESS)
        .set(
            ACCESS + "/resourceArn",
            """
            'arn:aws:cleanrooms:us-east-1:111122223333:\
            membership/another/configuredtableassociation/t'""")
        .at(ACCESS + "/resourceArn");
  }

  private static void templates(Mutants mutants) {
    mutants
        .in("budget.type-matches-parameters", CREATE)
        .having(ACCESS)
        .set(TYPE, "'DIFFERENTIAL_PRIVACY'")
        .set("/autoRefresh", "'NONE'")
        .at(PARAMETERS);
    mutants.in("dp-budget.needs-auto-refresh", CREATE).having(PRIVACY).remove("/autoRefresh");
    kind(mutants, "budget-update.type-matches-parameters", UPDATE);
    kind(mutants, "budget-template.type-matches-parameters-response", "PrivacyBudgetTemplate");
    kind(
        mutants,
        "collaboration-budget-template.type-matches-parameters-response",
        "CollaborationPrivacyBudgetTemplate");
    mutants
        .in("dp-update.names-something", "DifferentialPrivacyTemplateUpdateParameters")
        .set("", "{}");
  }

  /** Calls limits of access differential privacy. */
  private static void kind(Mutants mutants, String rule, String shape) {
    mutants.in(rule, shape).having(ACCESS).set(TYPE, "'DIFFERENTIAL_PRIVACY'").at(PARAMETERS);
  }

  private static void filters(Mutants mutants) {
    mutants
        .in(
            "budget-filter.needs-access-type",
            "ListPrivacyBudgets request",
            "ListCollaborationPrivacyBudgets request")
        .having(FILTER)
        .set(TYPE, "'DIFFERENTIAL_PRIVACY'")
        .at(TYPE);
    mutants
        .in(
            "collaboration-budget-filter.is-table-association",
            "ListCollaborationPrivacyBudgets request")
        .from("2026-06-30")
        .having(FILTER)
        .set(FILTER, "'arn:aws:cleanrooms:us-east-1:111122223333:membership/m/intermediatetable/t'")
        .at(FILTER);
  }

  private static void budgets(Mutants mutants) {
    summary(mutants, "budget-summary.type-matches-budget", "PrivacyBudgetSummary");
    summary(
        mutants,
        "collaboration-budget-summary.type-matches-budget",
        "CollaborationPrivacyBudgetSummary");
    mutants
        .in("access-budget.aggregate-is-minimum", "AccessBudget")
        .full()
        .set("/aggregateRemainingBudget", "7")
        .at("/aggregateRemainingBudget");
    String counts = "DifferentialPrivacyPrivacyBudgetAggregation";
    mutants
        .in("dp.remaining-le-max", counts)
        .full()
        .set("/remainingCount", "5000")
        .at("/remainingCount");
    mutants
        .in(
            "dp-aggregation.types-unique",
            counts + "List",
            "DifferentialPrivacyPreviewAggregationList")
        .full()
        .set("/-", "@/0")
        .at("/1/type");
  }

  private static void summary(Mutants mutants, String rule, String shape) {
    mutants
        .in(rule, shape)
        .having("/budget/accessBudget")
        .set("/type", "'DIFFERENTIAL_PRIVACY'")
        .at("/budget");
  }

  private static void details(Mutants mutants) {
    mutants
        .in("access-budget.remaining-le-budget", DETAILS)
        .set("/budget", "100")
        .at("/remainingBudget");
    mutants
        .in("access-budget.period-order", DETAILS)
        .full()
        .set("/endTime", "1700000000")
        .at("/endTime");
    mutants
        .in("access-budget-details.lifetime-no-auto-refresh", DETAILS)
        .set("/budgetType", "'LIFETIME'")
        .set("/autoRefresh", "'ENABLED'")
        .at("/autoRefresh");
    mutants
        .in("access-budget-details.one-period-one-lifetime", DETAILS + "List")
        .having("/0")
        .set("/-", "@/0");
  }
}
