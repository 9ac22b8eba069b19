package io.github.cleanroomscontract.generation;

import static io.github.cleanroomscontract.context.AnalyticsEngine.SPARK;

/** Ways to break what is documented of collaborations. */
final class CollaborationMutants {

  private static final String CREATE = "CreateCollaboration request";
  private static final String UPDATE = "UpdateCollaboration request";
  private static final String MEMBERS = "MemberList";
  private static final String CREATOR_PAYS = "/creatorPaymentConfiguration";
  private static final String MEMBER_PAYS = "/members/0/paymentConfiguration";
  private static final String ABILITIES = "/creatorMemberAbilities";
  private static final String ENGINE = "/analyticsEngine";
  private static final String OLD_ENGINE = "'CLEAN_ROOMS_SQL'";
  private static final String RETIRED = "engine.clean-rooms-sql-retired";
  private static final String RETIREMENT = "2025-07-29";
  private static final String RUNS_ALL = "['CAN_QUERY','CAN_RUN_JOB','CAN_RECEIVE_RESULTS']";
  private static final String NO_JOBS =
      "{'queryCompute':{'isResponsible':true},'jobCompute':{'isResponsible':false}}";

  private CollaborationMutants() {}

  static void register(Mutants mutants) {
    lists(mutants);
    members(mutants);
    engines(mutants);
    payers(mutants);
    owners(mutants);
    answers(mutants);
  }

  private static void lists(Mutants mutants) {
    mutants
        .in("allowed-result-regions.unique", "AllowedResultRegions")
        .set("", "['us-east-1','us-east-1']");
    mutants
        .in("auto-approved-change-types.unique", "AutoApprovedChangeTypeList")
        .set("", "['ADD_MEMBER','ADD_MEMBER']");
    mutants
        .in("ml-member-abilities.unique", "CustomMLMemberAbilities")
        .set("", "['CAN_RECEIVE_MODEL_OUTPUT','CAN_RECEIVE_MODEL_OUTPUT']");
    mutants
        .in("member-abilities.unique", "MemberAbilities")
        .where(place -> !place.startsWith("/changes/") && !place.startsWith("/creator"))
        .set("", "['CAN_RECEIVE_RESULTS','CAN_RECEIVE_RESULTS']");
    mutants
        .in("member-abilities.unique", "MemberAbilities")
        .where(place -> place.startsWith("/creator"))
        .set("", "['CAN_QUERY','CAN_RECEIVE_RESULTS','CAN_QUERY']");
  }

  private static void members(Mutants mutants) {
    mutants
        .in("members.unique-accounts", MEMBERS)
        .having("/0/accountId")
        .set("/-", "@/0")
        .at("/1/accountId");
    mutants
        .in("members.exclude-creator", MEMBERS)
        .having("/0/accountId")
        .set("/0/accountId", "'" + Mutant.OWNER + "'")
        .caller(Mutant.OWNER)
        .at("/0/accountId");
    mutants
        .in("single.query-runner", CREATE)
        .having("/members/0/accountId")
        .set("/members/0/memberAbilities", "['CAN_QUERY','CAN_RECEIVE_RESULTS']")
        .at("/members/0/memberAbilities");
    mutants.in("some.result-receiver", CREATE).set(ABILITIES, "['CAN_QUERY']");
    mutants
        .in("run-job.holder-also-queries", CREATE)
        .set(ABILITIES, "['CAN_RUN_JOB','CAN_RECEIVE_RESULTS']")
        .at(ABILITIES);
    mutants
        .in("run-job.holder-also-queries", "MemberSpecification")
        .set("/memberAbilities", "['CAN_RUN_JOB','CAN_RECEIVE_RESULTS']")
        .at("/memberAbilities");
    mutants
        .in("job-compute.payer-not-false-for-creator-runner", CREATE)
        .set(ABILITIES, RUNS_ALL)
        .set(CREATOR_PAYS, NO_JOBS)
        .at(CREATOR_PAYS + "/jobCompute/isResponsible");
    mutants
        .in("job-compute.payer-not-false-for-runner", "MemberSpecification")
        .set("/../.." + ABILITIES, "['CAN_RECEIVE_RESULTS']")
        .set("/memberAbilities", "['CAN_QUERY','CAN_RUN_JOB']")
        .set("/paymentConfiguration", NO_JOBS)
        .at("/paymentConfiguration/jobCompute/isResponsible");
  }

  private static void engines(Mutants mutants) {
    mutants.in(RETIRED, CREATE, UPDATE).set(ENGINE, OLD_ENGINE).at(ENGINE);
    mutants
        .in("engine.update-one-way", UPDATE)
        .until(RETIREMENT)
        .set(ENGINE, OLD_ENGINE)
        .engine(SPARK)
        .at(ENGINE);
    mutants
        .in("engine.update-one-way", UPDATE)
        .from(RETIREMENT)
        .set(ENGINE, OLD_ENGINE)
        .engine(SPARK)
        .besides(RETIRED, ENGINE)
        .at(ENGINE);
    mutants
        .in("run-job.requires-spark", CREATE)
        .until(RETIREMENT)
        .set(ENGINE, OLD_ENGINE)
        .set(ABILITIES, RUNS_ALL)
        .at(ABILITIES);
    mutants
        .in("run-job.requires-spark", CREATE)
        .from(RETIREMENT)
        .set(ENGINE, OLD_ENGINE)
        .set(ABILITIES, RUNS_ALL)
        .besides(RETIRED, ENGINE)
        .at(ABILITIES);
  }

  private static void payers(Mutants mutants) {
    String pays = "{'queryCompute':{'isResponsible':true}}";
    String query = "/queryCompute/isResponsible";
    mutants
        .in("query-compute.single-payer", CREATE)
        .having("/members/0")
        .set(CREATOR_PAYS, pays)
        .set(MEMBER_PAYS, pays)
        .at(MEMBER_PAYS + query);
    mutants
        .in("query-compute.not-false-for-runner", CREATE)
        .set(CREATOR_PAYS, "{'queryCompute':{'isResponsible':false}}")
        .at(CREATOR_PAYS + query);
    anotherPayer(mutants, "job-compute.single-payer", "'jobCompute':{'isResponsible':true}")
        .at(MEMBER_PAYS + "/jobCompute/isResponsible");
    anotherPayer(
            mutants,
            "ml.single-payer",
            "'machineLearning':{'modelTraining':{'isResponsible':true}}")
        .at(MEMBER_PAYS + "/machineLearning/modelTraining/isResponsible");
    anotherPayer(
            mutants,
            "ml.single-payer",
            "'machineLearning':{'modelInference':{'isResponsible':true}}")
        .at(MEMBER_PAYS + "/machineLearning/modelInference/isResponsible");
  }

  /** Makes two accounts pay for something, of which only one pays for queries. */
  private static Mutant anotherPayer(Mutants mutants, String rule, String cost) {
    return mutants
        .in(rule, CREATE)
        .having("/members/0")
        .set(CREATOR_PAYS, "{'queryCompute':{'isResponsible':true}," + cost + "}")
        .set(MEMBER_PAYS, "{'queryCompute':{'isResponsible':false}," + cost + "}");
  }

  private static void owners(Mutants mutants) {
    mutants
        .in("update-collaboration.owner-only", UPDATE)
        .caller(Mutant.PARTNER)
        .known("GetCollaboration");
    mutants
        .in("delete-collaboration.owner-only", "DeleteCollaboration request")
        .caller(Mutant.PARTNER)
        .known("GetCollaboration");
  }

  private static void answers(Mutants mutants) {
    String[] collaborations = {"Collaboration", "CollaborationSummary"};
    mutants
        .in("invited.has-no-membership", collaborations)
        .having("/membershipId")
        .set("/memberStatus", "'INVITED'")
        .at("/membershipId");
    mutants
        .in("membership.id-and-arn-together", collaborations)
        .having("/membershipId")
        .remove("/membershipArn");
    mutants
        .in("membership.id-and-arn-together", "MemberSummary")
        .having("/membershipId")
        .remove("/membershipArn");
  }
}
