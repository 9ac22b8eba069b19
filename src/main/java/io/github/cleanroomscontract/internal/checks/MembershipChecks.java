package io.github.cleanroomscontract.internal.checks;

import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** What is documented of memberships beyond their schemas. */
final class MembershipChecks {

  private static final String CREATE = "CreateMembership request";
  private static final String UPDATE = "UpdateMembership request";

  private MembershipChecks() {}

  static void register(Checks.Registry registry) {
    payer(registry, "query", "QueryCompute", "queryCompute");
    payer(registry, "job", "JobCompute", "jobCompute");
    payer(registry, "model-training", "ModelTraining", "machineLearning", "modelTraining");
    payer(registry, "model-inference", "ModelInference", "machineLearning", "modelInference");
    payer(
        registry,
        "synthetic",
        "SyntheticDataGeneration",
        "machineLearning",
        "syntheticDataGeneration");
    registry.request(
        "membership.payment-required-for-nonrunner-payer", CREATE, MembershipChecks::payment);
    registry.request(
        "membership-metrics.need-collaboration-metrics",
        CREATE,
        MembershipChecks::collaborationMetrics);
    registry.request(
        "membership-metrics.runner-or-payer-only", CREATE, MembershipChecks::ownMetrics);
    for (String operation : new String[] {CREATE, UPDATE}) {
      registry.request(
          "membership-logs.need-collaboration-logs",
          operation,
          request -> {
            logs(request, "queryLogStatus");
            logs(request, "jobLogStatus");
          });
      registry.request(
          "membership.result-config-receiver-only",
          operation,
          request -> {
            resultReceiver(request.at("defaultResultConfiguration"));
            resultReceiver(request.at("defaultJobResultConfiguration"));
          });
    }
    registry.request(
        "membership.query-result-role-needed",
        "MembershipProtectedQueryResultConfiguration",
        MembershipChecks::resultRole);
  }

  /** Registers that a member pays what the collaboration says. */
  private static void payer(Checks.Registry registry, String rule, String shape, String... cost) {
    registry.request(
        "membership." + rule + "-payer-agrees",
        "Membership" + shape + "PaymentConfig",
        config -> agrees(config.at("isResponsible"), cost));
  }

  private static void agrees(Subject responsible, String... cost) {
    if (responsible.isTrue() || responsible.isFalse()) {
      Callers.withMember(
          responsible,
          (at, member) -> {
            JsonNode told = member.path("paymentConfiguration");
            for (String name : cost) {
              told = told.path(name);
            }
            told = told.path("isResponsible");
            if (told.isBoolean() && told.asBoolean() != at.isTrue()) {
              at.fails(told.toString());
            }
          });
    }
  }

  private static void payment(Subject request) {
    if (request.has("collaborationIdentifier") && !request.has("paymentConfiguration")) {
      Callers.withMember(
          request,
          (at, member) -> {
            if (pays(member) && !World.holds(member.path("abilities"), "CAN_QUERY")) {
              at.fails();
            }
          });
    }
  }

  private static void collaborationMetrics(Subject request) {
    Subject metrics = request.at("isMetricsEnabled");
    if (metrics.isTrue()) {
      withCollaboration(
          metrics,
          (at, collaboration) -> {
            JsonNode enabled = collaboration.path("isMetricsEnabled");
            if (enabled.isBoolean() && !enabled.asBoolean()) {
              at.fails();
            }
          });
    }
  }

  private static void ownMetrics(Subject request) {
    Subject metrics = request.at("isMetricsEnabled");
    if (metrics.isTrue()) {
      Callers.withMember(
          metrics,
          (at, member) -> {
            if (!pays(member) && !runs(member)) {
              at.fails();
            }
          });
    }
  }

  private static void logs(Subject request, String name) {
    Subject status = request.at(name);
    if (status.is("ENABLED")) {
      withCollaboration(
          status,
          (at, collaboration) -> {
            if (collaboration.path(name).asString("").equals("DISABLED")) {
              at.fails(name);
            }
          });
    }
  }

  private static void resultReceiver(Subject configuration) {
    if (configuration.present()) {
      Callers.withAbilities(
          configuration,
          (at, abilities) -> {
            if (!World.holds(abilities, "CAN_RECEIVE_RESULTS")) {
              at.fails();
            }
          });
    }
  }

  private static void resultRole(Subject configuration) {
    if (configuration.has("outputConfiguration") && !configuration.has("roleArn")) {
      Callers.withAbilities(
          configuration,
          (at, abilities) -> {
            if (!World.holds(abilities, "CAN_QUERY")) {
              at.fails();
            }
          });
    }
  }

  private static void withCollaboration(Subject at, BiConsumer<Subject, JsonNode> action) {
    at.with(at.world().collaboration(), World.COLLABORATION, action);
  }

  private static boolean pays(JsonNode member) {
    return member.path("paymentConfiguration").findValues("isResponsible").stream()
        .anyMatch(responsible -> responsible.asBoolean(false));
  }

  private static boolean runs(JsonNode member) {
    JsonNode abilities = member.path("abilities");
    return World.holds(abilities, "CAN_QUERY") || World.holds(abilities, "CAN_RUN_JOB");
  }
}
