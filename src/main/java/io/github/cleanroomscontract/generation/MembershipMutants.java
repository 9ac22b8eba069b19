package io.github.cleanroomscontract.generation;

/** Ways to break what is documented of memberships. */
final class MembershipMutants {

  private static final String CREATE = "CreateMembership";

  private MembershipMutants() {}

  static void register(Mutants mutants) {

    mutants
        .request("update-membership.payment-not-empty", "UpdateMembership")
        .set("/membershipPaymentConfiguration", "{}")
        .remove("/queryLogStatus")
        .at("/membershipPaymentConfiguration");
    mutants
        .request("membership-logs.need-collaboration-logs", CREATE)
        .set("/queryLogStatus", "'ENABLED'")
        .known("GetCollaboration", "/collaboration/queryLogStatus", "'DISABLED'")
        .at("/queryLogStatus");
    mutants
        .request("membership-metrics.need-collaboration-metrics", CREATE)
        .set("/isMetricsEnabled", "true")
        .known("GetCollaboration", "/collaboration/isMetricsEnabled", "false")
        .at("/isMetricsEnabled");
    mutants
        .request("membership-metrics.runner-or-payer-only", CREATE)
        .set("/isMetricsEnabled", "true")
        .caller("444455556666")
        .known(
            "ListMembers",
            "/memberSummaries",
            member("[]", "{'queryCompute':{'isResponsible':false}}"))
        .at("/isMetricsEnabled");
    mutants
        .request("membership.query-payer-agrees", CREATE)
        .set("/paymentConfiguration", "{'queryCompute':{'isResponsible':true}}")
        .caller("444455556666")
        .known(
            "ListMembers",
            "/memberSummaries",
            member("[]", "{'queryCompute':{'isResponsible':false}}"))
        .at("/paymentConfiguration/queryCompute/isResponsible");
    mutants
        .request("membership.job-payer-agrees", CREATE)
        .set(
            "/paymentConfiguration",
            "{'queryCompute':{'isResponsible':false},'jobCompute':{'isResponsible':true}}")
        .caller("444455556666")
        .known(
            "ListMembers",
            "/memberSummaries",
            member(
                "[]",
                "{'queryCompute':{'isResponsible':false},'jobCompute':{'isResponsible':false}}"))
        .at("/paymentConfiguration/jobCompute/isResponsible");
    payer(mutants, "model-training", "modelTraining");
    payer(mutants, "model-inference", "modelInference");
    payer(mutants, "synthetic", "syntheticDataGeneration");
    mutants
        .request("membership.payment-required-for-nonrunner-payer", CREATE)
        .caller("444455556666")
        .known(
            "ListMembers",
            "/memberSummaries",
            member("[]", "{'queryCompute':{'isResponsible':true}}"));
    mutants
        .request("membership.result-config-receiver-only", CREATE)
        .having("/defaultResultConfiguration")
        .caller("444455556666")
        .known(
            "ListMembers",
            "/memberSummaries",
            member("[]", "{'queryCompute':{'isResponsible':false}}"))
        .at("/defaultResultConfiguration");
    mutants
        .request("membership.query-result-role-needed", CREATE)
        .having("/defaultResultConfiguration")
        .remove("/defaultResultConfiguration/roleArn")
        .caller("444455556666")
        .known(
            "ListMembers",
            "/memberSummaries",
            member("['CAN_RECEIVE_RESULTS']", "{'queryCompute':{'isResponsible':false}}"))
        .at("/defaultResultConfiguration");
  }

  private static void payer(Mutants mutants, String rule, String cost) {
    String yes =
        "{'queryCompute':{'isResponsible':false},'machineLearning':{'"
            + cost
            + "':{'isResponsible':true}}}";
    mutants
        .request("membership." + rule + "-payer-agrees", CREATE)
        .set("/paymentConfiguration", yes)
        .caller("444455556666")
        .known("ListMembers", "/memberSummaries", member("[]", yes.replace("true", "false")))
        .at("/paymentConfiguration/machineLearning/" + cost + "/isResponsible");
  }

  private static String member(String abilities, String payment) {
    return "[{'accountId':'444455556666','status':'INVITED','displayName':'Example Publishing',"
        + "'abilities':"
        + abilities
        + ",'createTime':1772442000,'updateTime':1772443860,'paymentConfiguration':"
        + payment
        + "}]";
  }
}
