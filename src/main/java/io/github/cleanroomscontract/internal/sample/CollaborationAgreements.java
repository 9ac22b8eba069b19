package io.github.cleanroomscontract.internal.sample;

import java.util.ArrayList;
import java.util.List;

/** What the members of collaborations and of memberships agree on. */
final class CollaborationAgreements {

  private static final String RECEIVES = "CAN_RECEIVE_RESULTS";
  private static final String QUERIES = "CAN_QUERY";
  private static final String RUNS = "CAN_RUN_JOB";

  private CollaborationAgreements() {}

  static void register(Agreements agreements) {
    for (String shape : List.of("Collaboration", "CollaborationSummary", "MemberSummary")) {
      agreements.add(shape, CollaborationAgreements::membership);
    }
    agreements.add("CreateCollaboration request", CollaborationAgreements::create);
    for (String request : List.of("CreateCollaboration request", "UpdateCollaboration request")) {
      agreements.add(request, collaboration -> collaboration.amend("analyticsEngine", "SPARK"));
    }
    agreements.add(
        "UpdateMembershipPaymentConfiguration",
        costs -> {
          if (costs.isRequest() || costs.size() == 0) {
            costs.needOne("queryCompute", "jobCompute", "machineLearning");
          }
        });
  }

  private static void membership(Draft collaboration) {
    if (collaboration.shape().startsWith("Collaboration")) {
      boolean member =
          collaboration.pinned("membershipId") || collaboration.pinned("membershipArn");
      if (collaboration.is("memberStatus", "INVITED")) {
        if (member && !collaboration.pinned("memberStatus")) {
          collaboration.set("memberStatus", "ACTIVE");
        } else {
          collaboration.remove("membershipId");
          collaboration.remove("membershipArn");
        }
      }
    }
    if (collaboration.pinned("membershipArn")
        && !collaboration.text("membershipArn").endsWith(collaboration.idOf("membership"))) {
      collaboration.refuse("an ARN of another membership");
    }
    if (collaboration.has("membershipId") || collaboration.has("membershipArn")) {
      collaboration.need("membershipId");
      collaboration.need("membershipArn");
    }
  }

  private static void create(Draft request) {
    request.isolate("creatorMemberAbilities");
    request.items("members").forEach(member -> member.isolate("memberAbilities"));
    alsoQueries(request.list("creatorMemberAbilities"));
    request.items("members").forEach(member -> alsoQueries(member.list("memberAbilities")));
    abilities(request);
    payment(request);
  }

  private static void alsoQueries(List<Object> abilities) {
    if (abilities.contains(RUNS) && !abilities.contains(QUERIES)) {
      abilities.add(QUERIES);
    }
  }

  /** The creator queries, and the first member receives. */
  private static void abilities(Draft request) {
    List<Draft> members = request.items("members");
    // Who is not to pay does not query, or somebody else would have to.
    boolean queried = request.pinned("creatorPaymentConfiguration", "queryCompute");
    boolean received = false;
    for (Draft member : members) {
      if (member.pinned("memberAbilities")) {
        queried |= member.list("memberAbilities").contains(QUERIES);
        received |= member.list("memberAbilities").contains(RECEIVES);
      }
    }
    if (request.pinned("creatorMemberAbilities")) {
      received |= request.list("creatorMemberAbilities").contains(RECEIVES);
      queried |= request.list("creatorMemberAbilities").contains(QUERIES);
    } else {
      List<Object> abilities = new ArrayList<>();
      if (!queried) {
        abilities.add(QUERIES);
        queried = true;
      }
      if (!received) {
        abilities.add(RECEIVES);
        received = true;
      }
      request.set("creatorMemberAbilities", abilities);
    }
    for (Draft member : members) {
      if (!member.pinned("memberAbilities")) {
        List<Object> abilities = new ArrayList<>();
        if (!received) {
          abilities.add(RECEIVES);
          received = true;
        }
        member.set("memberAbilities", abilities);
      }
    }
    if (!received && !request.has("creatorMLMemberAbilities")) {
      request.refuse("nobody who receives results");
    }
  }

  /** What costs is the creator's, unless that is said of another. */
  private static void payment(Draft request) {
    List<Draft> payers = new ArrayList<>();
    request.at("creatorPaymentConfiguration").ifPresent(payers::add);
    request
        .items("members")
        .forEach(member -> member.at("paymentConfiguration").ifPresent(payers::add));
    for (String[] cost :
        new String[][] {
          {"queryCompute"},
          {"jobCompute"},
          {"machineLearning", "modelTraining"},
          {"machineLearning", "modelInference"},
          {"machineLearning", "syntheticDataGeneration"}
        }) {
      List<Draft> costs = payers.stream().flatMap(each -> each.at(cost).stream()).toList();
      Draft wished =
          costs.stream().filter(each -> each.pinned("isResponsible")).findFirst().orElse(null);
      boolean paid =
          wished != null
              && Boolean.TRUE.equals(wished.get("isResponsible"))
              && !wished.broken("isResponsible");
      for (Draft each : costs) {
        if (each != wished) {
          each.set("isResponsible", !paid);
          paid = true;
        }
      }
    }
  }
}
