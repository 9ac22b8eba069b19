package io.github.cleanroomscontract.internal.checks;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is documented of collaborations beyond their schemas. */
final class CollaborationChecks {

  private static final String CREATE = "CreateCollaboration request";
  private static final String[] QUERY_COMPUTE = {"queryCompute"};
  private static final String[] JOB_COMPUTE = {"jobCompute"};
  private static final String[] MODEL_TRAINING = {"machineLearning", "modelTraining"};
  private static final String[] MODEL_INFERENCE = {"machineLearning", "modelInference"};

  private CollaborationChecks() {}

  static void register(Checks.Registry registry) {
    registry.request("members.exclude-creator", "MemberList", CollaborationChecks::creator);
    registry.request(
        "members.unique-accounts", "MemberList", members -> Names.unique(members, "accountId"));
    registry.request("single.query-runner", CREATE, CollaborationChecks::queryRunner);
    registry.request("some.result-receiver", CREATE, CollaborationChecks::resultReceiver);
    registry.request(
        "query-compute.single-payer", CREATE, at -> singlePayer(at, "queries", QUERY_COMPUTE));
    registry.request(
        "job-compute.single-payer", CREATE, at -> singlePayer(at, "jobs", JOB_COMPUTE));
    registry.request(
        "ml.single-payer",
        CREATE,
        at -> {
          singlePayer(at, "training models", MODEL_TRAINING);
          singlePayer(at, "inference with trained models", MODEL_INFERENCE);
        });
    registry.request(
        "query-compute.not-false-for-runner", CREATE, CollaborationChecks::runnerExempt);
    registry.request(
        "engine.update-one-way", "UpdateCollaboration request", CollaborationChecks::engine);
    registry.request(
        "update-collaboration.owner-only", "UpdateCollaboration request", Callers::ownerOnly);
    registry.request(
        "delete-collaboration.owner-only", "DeleteCollaboration request", Callers::ownerOnly);
    registry.request(
        "synthetic-data.payer-configured",
        "CreateAnalysisTemplate request",
        CollaborationChecks::syntheticDataPayer);
  }

  /** An account that a new collaboration is made for: the creator, or one that is invited. */
  private record Participant(Subject abilities, Subject mlAbilities, Subject payment) {

    boolean can(String ability) {
      return abilities.holds(ability);
    }

    Subject responsible(String... cost) {
      return payment.at(cost).at("isResponsible");
    }
  }

  private static List<Participant> participants(Subject request) {
    Participant creator =
        new Participant(
            request.at("creatorMemberAbilities"),
            request.at("creatorMLMemberAbilities", "customMLMemberAbilities"),
            request.at("creatorPaymentConfiguration"));
    Stream<Participant> invited =
        request
            .each("members")
            .map(
                member ->
                    new Participant(
                        member.at("memberAbilities"),
                        member.at("mlMemberAbilities", "customMLMemberAbilities"),
                        member.at("paymentConfiguration")));
    return Stream.concat(Stream.of(creator), invited).toList();
  }

  private static void creator(Subject members) {
    if (members.items().isEmpty()) {
      return;
    }
    members.with(
        members.world().caller(),
        World.CALLER,
        (list, caller) ->
            list.each()
                .map(member -> member.at("accountId"))
                .filter(account -> account.is(caller))
                .forEach(Subject::fails));
  }

  private static void queryRunner(Subject request) {
    participants(request).stream()
        .filter(participant -> participant.can("CAN_QUERY"))
        .skip(1)
        .forEach(participant -> participant.abilities().fails());
  }

  private static void resultReceiver(Subject request) {
    List<Participant> participants = participants(request);
    boolean told =
        request.at("members").node().isArray()
            && participants.stream().allMatch(each -> each.abilities().node().isArray());
    // Who takes part in machine learning only may receive what comes of that instead.
    boolean received =
        participants.stream()
            .anyMatch(
                each -> each.can("CAN_RECEIVE_RESULTS") || !each.mlAbilities().items().isEmpty());
    if (told && !received) {
      request.fails();
    }
  }

  private static void singlePayer(Subject request, String what, String... cost) {
    participants(request).stream()
        .map(participant -> participant.responsible(cost))
        .filter(Subject::isTrue)
        .skip(1)
        .forEach(another -> another.fails(what));
  }

  private static void runnerExempt(Subject request) {
    List<Participant> participants = participants(request);
    boolean paid = participants.stream().anyMatch(each -> each.responsible(QUERY_COMPUTE).isTrue());
    if (!paid) {
      participants.stream()
          .filter(participant -> participant.can("CAN_QUERY"))
          .map(participant -> participant.responsible(QUERY_COMPUTE))
          .filter(Subject::isFalse)
          .forEach(Subject::fails);
    }
  }

  private static void engine(Subject request) {
    Subject wanted = request.at("analyticsEngine");
    if (wanted.is("CLEAN_ROOMS_SQL")) {
      wanted.with(
          wanted.world().engine(),
          World.ENGINE,
          (at, engine) -> {
            if (!at.is(engine)) {
              at.fails(engine);
            }
          });
    }
  }

  private static void syntheticDataPayer(Subject request) {
    Subject parameters = request.at("syntheticDataParameters");
    if (parameters.present()) {
      parameters.with(
          parameters.world().allMembers(),
          World.MEMBERS,
          (at, members) -> {
            if (members.stream().noneMatch(CollaborationChecks::paysForSyntheticData)) {
              at.fails();
            }
          });
    }
  }

  private static boolean paysForSyntheticData(JsonNode member) {
    return member
        .path("paymentConfiguration")
        .path("machineLearning")
        .path("syntheticDataGeneration")
        .path("isResponsible")
        .asBoolean(false);
  }
}
