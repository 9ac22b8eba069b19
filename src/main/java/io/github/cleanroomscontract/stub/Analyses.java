package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Protected queries and jobs, which go on by a step each time that one of them is read. */
final class Analyses implements Family {

  private static final String STATUS = "status";

  private static final List<String> RECEIVER =
      List.of("resultConfiguration", "outputConfiguration", "member", "accountId");

  private final World world;

  Analyses(World world) {
    this.world = world;
  }

  @Override
  public void create(Resource analysis, Ask ask) {
    analysis.members().put(STATUS, "SUBMITTED");
    receivers(analysis);
  }

  /** Nobody knows what was run, but something was. */
  @Override
  public void adopt(Resource analysis, Ask ask) {
    analysis.members().put(STATUS, "SUBMITTED");
    world
        .shape(analysis.kind())
        .ifPresent(
            shape ->
                world
                    .answers()
                    .learn(
                        analysis.members(),
                        shape,
                        "/sqlParameters/queryString",
                        "/jobParameters",
                        "/resultConfiguration"));
    receivers(analysis);
  }

  /** Writes down who receives the results, which lists show. */
  private void receivers(Resource analysis) {
    List<Object> accounts = new ArrayList<>();
    Object output =
        Trees.find(analysis.members(), List.of("resultConfiguration", "outputConfiguration"));
    Object distribution = Trees.find(output, List.of("distribute", "locations"));
    List<Object> places =
        distribution instanceof List<?> locations ? List.copyOf(locations) : List.of();
    for (Object place : distribution == null && output != null ? List.of(output) : places) {
      Object account = Trees.find(place, List.of("member", "accountId"));
      accounts.add(account == null ? world.settings().account() : account);
    }
    if (accounts.isEmpty()) {
      accounts.add(world.settings().account());
    }
    Map<String, Object> receiver = new LinkedHashMap<>();
    receiver.put("analysisType", "DIRECT_ANALYSIS");
    receiver.put(
        "configurationDetails",
        Map.of(
            "directAnalysisConfigurationDetails",
            Map.of("receiverAccountIds", accounts.stream().distinct().toList())));
    analysis.members().put("receiverConfigurations", List.of(receiver));
  }

  @Override
  public void goOn(Resource analysis) {
    switch (analysis.text(STATUS)) {
      case "SUBMITTED" -> analysis.members().put(STATUS, "STARTED");
      case "STARTED" -> succeed(analysis);
      case "CANCELLING" -> analysis.members().put(STATUS, "CANCELLED");
      default -> {
        // It has ended.
      }
    }
  }

  /** Ends an analysis with a result. */
  void succeed(Resource analysis) {
    analysis.members().put(STATUS, "SUCCESS");
    world.shape(analysis.kind()).ifPresent(shape -> result(analysis, shape));
    IntermediateTables.populatedBy(analysis, world);
  }

  private void result(Resource analysis, Shape shape) {
    String statistics = "/statistics/totalDurationInMillis";
    Object receiver = Trees.find(analysis.members(), RECEIVER);
    if (IntermediateTables.isPopulatedBy(analysis)) {
      // What comes out is the table.
      world.answers().learn(analysis.members(), shape, statistics);
      return;
    }
    if (receiver != null) {
      analysis
          .members()
          .put(
              "result",
              Map.of("output", Map.of("memberList", List.of(Map.of("accountId", receiver)))));
    }
    world.answers().learn(analysis.members(), shape, "/result", statistics);
  }

  /** Cancels an analysis, unless it has ended. */
  @Override
  public void update(Resource analysis, Map<String, Object> told, Ask ask) {
    if (analysis.is(STATUS, "SUBMITTED", "STARTED", "CANCELLING")) {
      analysis.members().put(STATUS, "CANCELLING");
    } else {
      throw Refusal.conflict(
          analysis.kind(), analysis.key(), "INVALID_STATE", "is " + analysis.text(STATUS));
    }
  }
}
