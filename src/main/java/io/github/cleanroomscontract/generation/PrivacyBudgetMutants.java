package io.github.cleanroomscontract.generation;

/** Ways to break what is documented of privacy budgets. */
final class PrivacyBudgetMutants {

  private static final String CREATE = "CreatePrivacyBudgetTemplate";
  private static final String UPDATE = "UpdatePrivacyBudgetTemplate";
  private static final String LIST = "ListPrivacyBudgets";
  private static final String LIMITS = "/parameters/accessBudget/budgetParameters";
  private static final String ONE = "/privacyBudgetSummaries/0/";
  private static final String DETAILS = ONE + "budget/accessBudget/details";
  private static final String COUNTS = ONE + "budget/differentialPrivacy/aggregations";

  private PrivacyBudgetMutants() {}

  static void register(Mutants mutants) {

    mutants
        .request("access-budget.one-period-one-lifetime", CREATE)
        .having(LIMITS)
        .set(LIMITS, "[{'type':'CALENDAR_DAY','budget':5},{'type':'CALENDAR_WEEK','budget':5}]")
        .at(LIMITS);
    mutants
        .request("access-budget.lifetime-no-auto-refresh", CREATE)
        .having(LIMITS)
        .set(LIMITS, "[{'type':'LIFETIME','budget':5,'autoRefresh':'ENABLED'}]")
        .at(LIMITS + "/0/autoRefresh");
    mutants
        .request("access-budget.min-one", CREATE)
        .having(LIMITS)
        .set(LIMITS + "/0/budget", "0")
        .at(LIMITS + "/0/budget");
    mutants
        .request("access-budget.no-template-auto-refresh", CREATE)
        .having(LIMITS)
        .set("/autoRefresh", "'CALENDAR_MONTH'")
        .at("/autoRefresh");
    mutants
        .request("access-budget.resource-in-membership", CREATE)
        .having(LIMITS)
        .set(
            "/parameters/accessBudget/resourceArn",
            "'arn:aws:cleanrooms:us-east-1:111122223333:membership/another/configuredtableassociation/t'")
        .at("/parameters/accessBudget/resourceArn");
    mutants
        .request("budget.type-matches-parameters", CREATE)
        .having(LIMITS)
        .set("/privacyBudgetType", "'DIFFERENTIAL_PRIVACY'")
        .set("/autoRefresh", "'NONE'")
        .at("/parameters");
    mutants
        .request("dp-budget.needs-auto-refresh", CREATE)
        .having("/parameters/differentialPrivacy")
        .remove("/autoRefresh");
    mutants
        .request("budget-update.type-matches-parameters", UPDATE)
        .having("/parameters/accessBudget")
        .set("/privacyBudgetType", "'DIFFERENTIAL_PRIVACY'")
        .at("/parameters");
    mutants
        .request("dp-update.names-something", UPDATE)
        .having("/parameters/differentialPrivacy")
        .set("/parameters/differentialPrivacy", "{}")
        .at("/parameters/differentialPrivacy");
    mutants
        .response("budget-template.type-matches-parameters-response", "GetPrivacyBudgetTemplate")
        .having("/privacyBudgetTemplate/parameters/accessBudget")
        .set("/privacyBudgetTemplate/privacyBudgetType", "'DIFFERENTIAL_PRIVACY'")
        .at("/privacyBudgetTemplate/parameters");
    mutants
        .response(
            "collaboration-budget-template.type-matches-parameters-response",
            "GetCollaborationPrivacyBudgetTemplate")
        .having("/collaborationPrivacyBudgetTemplate/parameters/accessBudget")
        .set("/collaborationPrivacyBudgetTemplate/privacyBudgetType", "'DIFFERENTIAL_PRIVACY'")
        .at("/collaborationPrivacyBudgetTemplate/parameters");
    mutants
        .request("budget-filter.needs-access-type", LIST)
        .having("/accessBudgetResourceArn")
        .set("/privacyBudgetType", "'DIFFERENTIAL_PRIVACY'")
        .at("/privacyBudgetType");
    mutants
        .request(
            "collaboration-budget-filter.is-table-association", "ListCollaborationPrivacyBudgets")
        .from("2026-06-30")
        .having("/accessBudgetResourceArn")
        .set(
            "/accessBudgetResourceArn",
            "'arn:aws:cleanrooms:us-east-1:111122223333:membership/m/intermediatetable/t'")
        .at("/accessBudgetResourceArn");
    mutants
        .response("budget-summary.type-matches-budget", LIST)
        .having(ONE + "budget/accessBudget")
        .set(ONE + "type", "'DIFFERENTIAL_PRIVACY'")
        .at(ONE + "budget");
    mutants
        .response(
            "collaboration-budget-summary.type-matches-budget", "ListCollaborationPrivacyBudgets")
        .having("/collaborationPrivacyBudgetSummaries/0/budget/accessBudget")
        .set("/collaborationPrivacyBudgetSummaries/0/type", "'DIFFERENTIAL_PRIVACY'")
        .at("/collaborationPrivacyBudgetSummaries/0/budget");
    mutants
        .response("access-budget.remaining-le-budget", LIST)
        .having(DETAILS)
        .set(DETAILS + "/0/budget", "100")
        .at(DETAILS + "/0/remainingBudget");
    mutants
        .response("access-budget.aggregate-is-minimum", LIST)
        .having(DETAILS)
        .set(ONE + "budget/accessBudget/aggregateRemainingBudget", "7")
        .at(ONE + "budget/accessBudget/aggregateRemainingBudget");
    mutants
        .response("access-budget.period-order", LIST)
        .having(DETAILS)
        .set(DETAILS + "/0/endTime", "1700000000")
        .at(DETAILS + "/0/endTime");
    mutants
        .response("access-budget-details.lifetime-no-auto-refresh", LIST)
        .having(DETAILS)
        .set(DETAILS + "/0/budgetType", "'LIFETIME'")
        .set(DETAILS + "/0/autoRefresh", "'ENABLED'")
        .at(DETAILS + "/0/autoRefresh");
    mutants
        .response("access-budget-details.one-period-one-lifetime", LIST)
        .having(DETAILS)
        .set(
            DETAILS + "/-",
            "{'startTime':1772442000,'remainingBudget':400,'budget':500,'budgetType':'CALENDAR_WEEK'}")
        .at(DETAILS);
    mutants
        .response("dp.remaining-le-max", LIST)
        .having(COUNTS)
        .set(COUNTS + "/0/remainingCount", "5000")
        .at(COUNTS + "/0/remainingCount");
    mutants
        .response("dp-aggregation.types-unique", LIST)
        .having(COUNTS)
        .set(COUNTS + "/-", "{'type':'AVG','maxCount':10,'remainingCount':5}")
        .set(COUNTS + "/0/type", "'AVG'")
        .at(COUNTS + "/1/type");
  }
}
