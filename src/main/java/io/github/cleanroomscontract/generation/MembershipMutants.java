package io.github.cleanroomscontract.generation;

/** Ways to break what is documented of memberships. */
final class MembershipMutants {

  private static final String CREATE = "CreateMembership request";
  private static final String UPDATE = "UpdateMembership request";
  private static final String PAYMENT = "/paymentConfiguration";
  private static final String PAYS_NOTHING = "{'queryCompute':{'isResponsible':false}}";
  private static final String METRICS = "/isMetricsEnabled";

  private MembershipMutants() {}

  static void register(Mutants mutants) {
    mutants
        .in("update-membership.payment-not-empty", "UpdateMembershipPaymentConfiguration")
        .set("", "{}");
    settings(mutants);
    results(mutants);
    payers(mutants);
  }

  private static void settings(Mutants mutants) {
    mutants
        .in("membership-logs.need-collaboration-logs", CREATE, UPDATE)
        .set("/queryLogStatus", "'ENABLED'")
        .known("GetMembership")
        .known("GetCollaboration", "/collaboration/queryLogStatus", "'DISABLED'")
        .at("/queryLogStatus");
    mutants
        .in("membership-metrics.need-collaboration-metrics", CREATE)
        .set(METRICS, "true")
        .known("GetCollaboration", "/collaboration/isMetricsEnabled", "false")
        .at(METRICS);
    mutants
        .in("membership-metrics.runner-or-payer-only", CREATE)
        .set(METRICS, "true")
        .caller(Mutant.PARTNER)
        .knownMember(Mutant.PARTNER, PAYMENT, PAYS_NOTHING)
        .at(METRICS);
  }

  private static void results(Mutants mutants) {
    for (String kind :
        new String[] {"/defaultResultConfiguration", "/defaultJobResultConfiguration"}) {
      mutants
          .in("membership.result-config-receiver-only", CREATE)
          .having(kind)
          .caller(Mutant.PARTNER)
          .knownMember(Mutant.PARTNER, "/abilities", "['CAN_QUERY']", PAYMENT, PAYS_NOTHING)
          .at(kind);
      mutants
          .in("membership.result-config-receiver-only", UPDATE)
          .having(kind)
          .known("GetMembership", "/membership/memberAbilities", "['CAN_QUERY']")
          .at(kind);
    }
    String configuration = "MembershipProtectedQueryResultConfiguration";
    mutants
        .in("membership.query-result-role-needed", configuration)
        .where(place -> place.startsWith("/default"))
        .caller(Mutant.PARTNER)
        .known("GetMembership", "/membership/memberAbilities", "['CAN_RECEIVE_RESULTS']")
        .knownMember(
            Mutant.PARTNER, "/abilities", "['CAN_RECEIVE_RESULTS']", PAYMENT, PAYS_NOTHING);
  }

  private static void payers(Mutants mutants) {
    mutants
        .in("membership.payment-required-for-nonrunner-payer", CREATE)
        .caller(Mutant.PARTNER)
        .knownMember(Mutant.PARTNER, PAYMENT, "{'queryCompute':{'isResponsible':true}}");
    payer(mutants, "query", "QueryCompute", PAYS_NOTHING);
    payer(mutants, "job", "JobCompute", but("'jobCompute':{'isResponsible':false}"));
    machineLearning(mutants, "model-training", "ModelTraining");
    machineLearning(mutants, "model-inference", "ModelInference");
    machineLearning(mutants, "synthetic", "SyntheticDataGeneration");
  }

  /** Agrees to costs that the collaboration says are another's. */
  private static void payer(Mutants mutants, String rule, String shape, String costs) {
    mutants
        .in("membership." + rule + "-payer-agrees", "Membership" + shape + "PaymentConfig")
        .caller(Mutant.OWNER)
        .known("GetMembership")
        .knownMember(Mutant.OWNER, PAYMENT, costs)
        .at("/isResponsible");
  }

  private static void machineLearning(Mutants mutants, String rule, String shape) {
    String member = Character.toLowerCase(shape.charAt(0)) + shape.substring(1);
    String costs = "'machineLearning':{'" + member + "':{'isResponsible':false}}";
    payer(mutants, rule, shape, but(costs));
  }

  /** Returns that a member pays for queries, and what else it does not pay for. */
  private static String but(String costs) {
    return "{'queryCompute':{'isResponsible':true}," + costs + "}";
  }
}
