package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.context.AnalyticsEngine;

/** Ways to break what is documented of collaborations. */
final class CollaborationMutants {

  private static final String CREATE = "CreateCollaboration";
  private static final String UPDATE = "UpdateCollaboration";
  private static final String PAYS = "{'queryCompute':{'isResponsible':true}}";
  private static final String JOBS =
      "{'queryCompute':{'isResponsible':true},'jobCompute':{'isResponsible':true}}";
  private static final String MODELS =
      "{'queryCompute':{'isResponsible':true},"
          + "'machineLearning':{'modelTraining':{'isResponsible':true}}}";

  private CollaborationMutants() {}

  static void register(Mutants mutants) {

    mutants
        .request("allowed-result-regions.unique", CREATE)
        .set("/allowedResultRegions", "['us-east-1','us-east-1']")
        .at("/allowedResultRegions");
    mutants
        .request("auto-approved-change-types.unique", CREATE)
        .set("/autoApprovedChangeRequestTypes", "['ADD_MEMBER','ADD_MEMBER']")
        .at("/autoApprovedChangeRequestTypes");
    mutants
        .request("engine.clean-rooms-sql-retired", CREATE)
        .set("/analyticsEngine", "'CLEAN_ROOMS_SQL'")
        .at("/analyticsEngine");
    mutants
        .request("engine.clean-rooms-sql-retired", UPDATE)
        .set("/analyticsEngine", "'CLEAN_ROOMS_SQL'")
        .at("/analyticsEngine");
    mutants.request("patch.body-not-empty", UPDATE).remove("/name");
    mutants
        .request("job-compute.payer-not-false-for-creator-runner", CREATE)
        .set("/creatorMemberAbilities", "['CAN_QUERY','CAN_RUN_JOB','CAN_RECEIVE_RESULTS']")
        .set(
            "/creatorPaymentConfiguration",
            "{'queryCompute':{'isResponsible':true},'jobCompute':{'isResponsible':false}}")
        .at("/creatorPaymentConfiguration/jobCompute/isResponsible");
    mutants
        .request("job-compute.payer-not-false-for-runner", CREATE)
        .having("/members/0")
        .set("/creatorMemberAbilities", "['CAN_RECEIVE_RESULTS']")
        .set("/members/0/memberAbilities", "['CAN_QUERY','CAN_RUN_JOB']")
        .set(
            "/members/0/paymentConfiguration",
            "{'queryCompute':{'isResponsible':true},'jobCompute':{'isResponsible':false}}")
        .at("/members/0/paymentConfiguration/jobCompute/isResponsible");
    mutants
        .request("member-abilities.unique", CREATE)
        .set("/creatorMemberAbilities", "['CAN_QUERY','CAN_RECEIVE_RESULTS','CAN_QUERY']")
        .at("/creatorMemberAbilities");
    mutants
        .request("ml-member-abilities.unique", CREATE)
        .set(
            "/creatorMLMemberAbilities",
            "{'customMLMemberAbilities':['CAN_RECEIVE_MODEL_OUTPUT','CAN_RECEIVE_MODEL_OUTPUT']}")
        .at("/creatorMLMemberAbilities/customMLMemberAbilities");
    mutants
        .request("run-job.holder-also-queries", CREATE)
        .set("/creatorMemberAbilities", "['CAN_RUN_JOB','CAN_RECEIVE_RESULTS']")
        .at("/creatorMemberAbilities");
    mutants
        .request("members.unique-accounts", CREATE)
        .having("/members/0")
        .set(
            "/members/-",
            "{'accountId':'444455556666','memberAbilities':[],'displayName':'Example Publishing'}")
        .at("/members/1/accountId");
    mutants
        .request("members.exclude-creator", CREATE)
        .having("/members/0")
        .set("/members/0/accountId", "'111122223333'")
        .caller("111122223333")
        .at("/members/0/accountId");
    mutants
        .request("single.query-runner", CREATE)
        .having("/members/0")
        .set("/members/0/memberAbilities", "['CAN_QUERY']")
        .at("/members/0/memberAbilities");
    mutants.request("some.result-receiver", CREATE).set("/creatorMemberAbilities", "['CAN_QUERY']");
    mutants
        .request("tag-keys.no-aws-prefix", CREATE)
        .set("/tags", "{'aws:team':'insights'}")
        .at("/tags");
    mutants
        .request("query-compute.single-payer", CREATE)
        .having("/members/0")
        .set("/creatorPaymentConfiguration", PAYS)
        .set("/members/0/paymentConfiguration", PAYS)
        .at("/members/0/paymentConfiguration/queryCompute/isResponsible");
    mutants
        .request("query-compute.not-false-for-runner", CREATE)
        .set("/creatorPaymentConfiguration", "{'queryCompute':{'isResponsible':false}}")
        .at("/creatorPaymentConfiguration/queryCompute/isResponsible");
    mutants
        .request("engine.update-one-way", UPDATE)
        .set("/analyticsEngine", "'CLEAN_ROOMS_SQL'")
        .engine(AnalyticsEngine.SPARK)
        .besides("engine.clean-rooms-sql-retired")
        .at("/analyticsEngine");
    mutants
        .request("update-collaboration.owner-only", UPDATE)
        .caller("444455556666")
        .known("GetCollaboration");
    mutants
        .request("delete-collaboration.owner-only", "DeleteCollaboration")
        .caller("444455556666")
        .known("GetCollaboration");
    mutants
        .response("invited.has-no-membership", "GetCollaboration")
        .having("/collaboration/membershipId")
        .set("/collaboration/memberStatus", "'INVITED'")
        .at("/collaboration/membershipId");
    mutants
        .response("membership.id-and-arn-together", "GetCollaboration")
        .having("/collaboration/membershipId")
        .remove("/collaboration/membershipArn")
        .at("/collaboration");
    mutants
        .response("arn.ends-with-id", "GetCollaboration")
        .set(
            "/collaboration/arn",
            "'arn:aws:cleanrooms:us-east-1:111122223333:collaboration/another'")
        .at("/collaboration/arn");
    mutants
        .response("update-time.not-before-create-time", "GetCollaboration")
        .set("/collaboration/updateTime", "1700000000")
        .at("/collaboration/updateTime");
    mutants
        .response("create.echo", "CreateCollaboration")
        .answers("/name", "'Autumn campaign'")
        .at("/collaboration/name");

    mutants
        .request("run-job.requires-spark", CREATE)
        .set("/analyticsEngine", "'CLEAN_ROOMS_SQL'")
        .set("/creatorMemberAbilities", "['CAN_QUERY','CAN_RUN_JOB','CAN_RECEIVE_RESULTS']")
        .besides("engine.clean-rooms-sql-retired")
        .at("/creatorMemberAbilities");
    mutants
        .request("job-compute.single-payer", CREATE)
        .having("/members/0")
        .set("/creatorPaymentConfiguration", JOBS)
        .set(
            "/members/0/paymentConfiguration",
            JOBS.replace(
                "'queryCompute':{'isResponsible':true}", "'queryCompute':{'isResponsible':false}"))
        .at("/members/0/paymentConfiguration/jobCompute/isResponsible");
    mutants
        .request("ml.single-payer", CREATE)
        .having("/members/0")
        .set("/creatorPaymentConfiguration", MODELS)
        .set(
            "/members/0/paymentConfiguration",
            MODELS.replace(
                "'queryCompute':{'isResponsible':true}", "'queryCompute':{'isResponsible':false}"))
        .at("/members/0/paymentConfiguration/machineLearning/modelTraining/isResponsible");
  }
}
