package io.github.cleanroomscontract.internal.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the members of queries agree on. */
final class QueryAgreements {

  private static final String TEMPLATE = "analysisTemplateArn";

  private QueryAgreements() {}

  static void register(Agreements agreements) {
    agreements.add("ProtectedQuerySQLParameters", QueryAgreements::source);
    agreements.add("ProtectedQueryDistributeOutputConfiguration", QueryAgreements::locations);
    agreements.add(
        "StartProtectedQuery request",
        start ->
            start
                .at("resultConfiguration", "outputConfiguration", "intermediateTable")
                .ifPresent(table -> table.refuse("an intermediate table as output")));
    agreements.add("ProtectedQuery", QueryAgreements::outcome);
    agreements.add("ProtectedQuery", query -> output(query, "memberList"));
    agreements.add("ProtectedQuery", QueryAgreements::places);
    agreements.add("ProtectedQuery", QueryAgreements::distribution);
    agreements.add(
        "DifferentialPrivacySensitivityParameters",
        bounds -> {
          if (bounds.get("minColumnValue") instanceof Number least
              && bounds.get("maxColumnValue") instanceof Number most
              && least.doubleValue() > most.doubleValue()) {
            bounds.remove(bounds.pinned("minColumnValue") ? "maxColumnValue" : "minColumnValue");
          }
        });
    agreements.add(
        "ReceiverConfiguration",
        receiver -> {
          if (receiver.has("configurationDetails")) {
            receiver.set("analysisType", "DIRECT_ANALYSIS");
          }
        });
    agreements.add("WorkerComputeConfiguration", workers -> range(workers, 2, 400));
  }

  /** By the documentation fewer or more workers are not to be had. */
  static void range(Draft workers, long least, long most) {
    if (workers.isRequest() && workers.get("number") instanceof Number number) {
      workers.set("number", Math.max(least, Math.min(most, number.longValue())));
    }
  }

  private static void source(Draft sql) {
    if (sql.isRequest()) {
      boolean template = (sql.pinned(TEMPLATE) || sql.pinned("parameters")) && sql.knows(TEMPLATE);
      if (template) {
        sql.need(TEMPLATE);
        sql.remove("queryString");
      } else {
        sql.need("queryString");
        sql.remove(TEMPLATE);
        sql.remove("parameters");
      }
    } else if (sql.has("parameters")) {
      sql.need(TEMPLATE);
    }
    if (sql.is("queryString", "")) {
      sql.set("queryString", StringsByName.SQL);
    }
  }

  /** One place in S3 is enough, and the others are members. */
  private static void locations(Draft distribution) {
    List<Object> locations = distribution.list("locations");
    for (int i = 1; i < locations.size(); i++) {
      Map<String, Object> member = new LinkedHashMap<>();
      member.put("accountId", MadeUp.partner(i));
      locations.set(i, new LinkedHashMap<>(Map.of("member", member)));
    }
  }

  private static void outcome(Draft query) {
    outcome(query, "FAILED", "TIMED_OUT", "CANCELLED");
  }

  /** Brings the status of a run, its result and its error to agree. */
  static void outcome(Draft run, String... failed) {
    boolean error = run.pinned("error");
    if (run.pinned("status") && !run.is("status", "SUCCESS")) {
      run.remove("result");
    }
    if (run.pinned("status") && !run.is("status", failed) || run.has("result") && !error) {
      run.remove("error");
    }
    if (error) {
      run.remove("result");
    }
    if (run.has("error") && !run.is("status", failed)) {
      run.set("status", failed[0]);
    }
    if (run.has("result")) {
      run.set("status", "SUCCESS");
    }
  }

  /** Brings what was configured and what came out to be of one kind. */
  static void output(Draft run, String members) {
    if (run.broken("resultConfiguration")) {
      run.remove("result");
    } else if (run.broken("result")) {
      run.remove("resultConfiguration");
    }
    if (run.at("result", "output").isEmpty()
        || run.at("resultConfiguration", "outputConfiguration").isEmpty()) {
      return;
    }
    Draft result = run.at("result").orElseThrow();
    Draft configuration = run.at("resultConfiguration").orElseThrow();
    String configured = configuration.at("outputConfiguration").orElseThrow().names().get(0);
    String output = result.at("output").orElseThrow().names().get(0);
    String expected = configured.equals("member") ? members : configured;
    if (output.equals(expected)) {
      return;
    }
    if (configuration.pinned() && !result.pinned() && !result.knowsVariant("output", expected)) {
      run.remove("result");
    } else if (configuration.pinned()) {
      result.choose("output", expected);
    } else if (result.pinned()) {
      configuration.choose("outputConfiguration", output.equals(members) ? "member" : output);
    } else {
      result.choose("output", expected);
    }
  }

  static void places(Draft run) {
    run.at("resultConfiguration", "outputConfiguration", "s3")
        .ifPresent(
            s3 -> run.at("result", "output", "s3").ifPresent(output -> place(run, output, s3)));
  }

  private static void place(Draft run, Draft output, Draft s3) {
    String prefix = s3.text("keyPrefix");
    String location =
        "s3://"
            + s3.text("bucket")
            + "/"
            + (prefix.isEmpty() ? "" : prefix.replaceFirst("^/+", "") + "/");
    if (output.text("location").startsWith(location)) {
      return;
    }
    if (output.pinned("location")) {
      run.remove("resultConfiguration");
    } else {
      output.set("location", location + "results.csv");
    }
  }

  private static void distribution(Draft query) {
    Draft output = query.at("result", "output", "distribute").orElse(null);
    Draft configured =
        query.at("resultConfiguration", "outputConfiguration", "distribute").orElse(null);
    if (output == null || configured == null) {
      return;
    }
    boolean s3 = false;
    List<Object> members = new ArrayList<>();
    for (Draft location : configured.items("locations")) {
      if (location.at("s3").isPresent()) {
        s3 = true;
        output.need("s3");
        place(query, output.at("s3").orElseThrow(), location.at("s3").orElseThrow());
      }
      location
          .at("member")
          .ifPresent(
              member ->
                  members.add(new LinkedHashMap<>(Map.of("accountId", member.text("accountId")))));
    }
    if (!s3) {
      output.remove("s3");
    }
    if (members.isEmpty()) {
      output.remove("memberList");
    } else {
      output.set("memberList", members);
    }
  }
}
