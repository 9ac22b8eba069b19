package io.github.cleanroomscontract.stub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrivacyBudgetsTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";
  private static final String OF_MEMBERSHIP = "{'membershipIdentifier':'" + ID + "'%s}";
  private static final String PRIVACY =
      ",'privacyBudgetType':'DIFFERENTIAL_PRIVACY','autoRefresh':'CALENDAR_MONTH','parameters':"
          + "{'differentialPrivacy':{'epsilon':3,'usersNoisePerQuery':40}}";
  private static final String ARN =
      "arn:aws:cleanrooms:us-east-1:111122223333:membership/"
          + ID
          + "/configuredtableassociation/"
          + ID;
  private static final String ACCESS =
      ",'privacyBudgetType':'ACCESS_BUDGET','parameters':{'accessBudget':{'resourceArn':'"
          + ARN
          + "','budgetParameters':[{'type':'CALENDAR_DAY','budget':7,'autoRefresh':'ENABLED'},"
          + "{'type':'LIFETIME','budget':5}]}}";

  private final Caller caller = new Caller(ContractStub.create());

  private Caller.Answered budgets(String more) {
    return caller.call("ListPrivacyBudgets", OF_MEMBERSHIP.formatted(more));
  }

  @Test
  void aTemplateOfPrivacyHasABudget() {
    Caller.Answered template =
        caller.call("CreatePrivacyBudgetTemplate", OF_MEMBERSHIP.formatted(PRIVACY));

    Caller.Answered budgets = budgets(",'privacyBudgetType':'DIFFERENTIAL_PRIVACY'");
    assertThat(budgets.at("privacyBudgetSummaries.0.privacyBudgetTemplateId"))
        .isEqualTo(template.at("privacyBudgetTemplate.id"));
    assertThat(budgets.at("privacyBudgetSummaries.0.budget.differentialPrivacy.epsilon"))
        .isEqualTo(3);
    assertThat(budgets(",'privacyBudgetType':'DIFFERENTIAL_PRIVACY'")).isEqualTo(budgets);
    assertThat(budgets(",'privacyBudgetType':'ACCESS_BUDGET'").each("privacyBudgetSummaries", "id"))
        .isEmpty();
    Object collaboration = template.at("privacyBudgetTemplate.collaborationId");
    assertThat(
            caller
                .call(
                    "ListCollaborationPrivacyBudgets",
                    "{'collaborationIdentifier':'%s','privacyBudgetType':'DIFFERENTIAL_PRIVACY'}",
                    collaboration)
                .each("collaborationPrivacyBudgetSummaries", "creatorAccountId"))
        .containsExactly("111122223333");
  }

  @Test
  void aTemplateOfAccessHasABudgetOfWhatIsLeast() {
    Caller.Answered template =
        caller.call("CreatePrivacyBudgetTemplate", OF_MEMBERSHIP.formatted(ACCESS));
    assertThat(template.at("privacyBudgetTemplate.autoRefresh")).isEqualTo("NONE");

    Caller.Answered budgets =
        budgets(",'privacyBudgetType':'ACCESS_BUDGET','accessBudgetResourceArn':'" + ARN + "'");

    assertThat(budgets.at("privacyBudgetSummaries.0.budget.accessBudget.aggregateRemainingBudget"))
        .isEqualTo(5);
    assertThat(budgets.each("privacyBudgetSummaries.0.budget.accessBudget.details", "budgetType"))
        .containsExactly("CALENDAR_DAY", "LIFETIME");
    String other = ARN.substring(0, ARN.length() - 1) + "d";
    assertThat(
            budgets(
                    ",'privacyBudgetType':'ACCESS_BUDGET','accessBudgetResourceArn':'"
                        + other
                        + "'")
                .each("privacyBudgetSummaries", "id"))
        .isEmpty();
  }

  @Test
  void thereIsOneTemplateOfAKind() {
    caller.call("CreatePrivacyBudgetTemplate", OF_MEMBERSHIP.formatted(PRIVACY));
    caller.call("CreatePrivacyBudgetTemplate", OF_MEMBERSHIP.formatted(ACCESS));

    for (String again : new String[] {PRIVACY, ACCESS}) {
      assertThat(
              caller
                  .fail("CreatePrivacyBudgetTemplate", OF_MEMBERSHIP.formatted(again))
                  .at("reason"))
          .isEqualTo("ALREADY_EXISTS");
    }
  }

  @Test
  void anUpdateSaysOnlyWhatChanges() {
    Object id =
        caller
            .call("CreatePrivacyBudgetTemplate", OF_MEMBERSHIP.formatted(PRIVACY))
            .at("privacyBudgetTemplate.id");

    Caller.Answered updated =
        caller.call(
            "UpdatePrivacyBudgetTemplate",
            OF_MEMBERSHIP.formatted(
                ",'privacyBudgetTemplateIdentifier':'"
                    + id
                    + "','privacyBudgetType':'DIFFERENTIAL_PRIVACY','parameters':"
                    + "{'differentialPrivacy':{'epsilon':4}}"));

    assertThat(updated.at("privacyBudgetTemplate.parameters.differentialPrivacy").toString())
        .isEqualTo("{epsilon=4, usersNoisePerQuery=40}");
  }

  @Test
  void anUpdateDoesNotChangeTheType() {
    Object id =
        caller
            .call("CreatePrivacyBudgetTemplate", OF_MEMBERSHIP.formatted(PRIVACY))
            .at("privacyBudgetTemplate.id");

    Caller.Answered refused =
        caller.fail(
            "UpdatePrivacyBudgetTemplate",
            OF_MEMBERSHIP.formatted(
                ",'privacyBudgetTemplateIdentifier':'"
                    + id
                    + "','privacyBudgetType':'ACCESS_BUDGET'"));

    assertThat(refused.each("fieldList", "name")).containsExactly("privacyBudgetType");
  }

  @Test
  void aPreviewChangesNothing() {
    Caller.Answered preview =
        caller.call(
            "PreviewPrivacyImpact",
            OF_MEMBERSHIP.formatted(
                ",'parameters':{'differentialPrivacy':{'epsilon':3,'usersNoisePerQuery':40}}"));

    assertThat(preview.at("privacyImpact.differentialPrivacy.aggregations.0.maxCount"))
        .isEqualTo(120);
    assertThat(
            budgets(",'privacyBudgetType':'DIFFERENTIAL_PRIVACY'")
                .each("privacyBudgetSummaries", "id"))
        .isEmpty();
  }
}
