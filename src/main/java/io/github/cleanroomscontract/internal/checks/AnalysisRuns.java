package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.internal.facts.Facts.Kind;
import io.github.cleanroomscontract.internal.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What starting a query and starting a job have in common. */
final class AnalysisRuns {

  static final String SPARK = "SPARK";
  static final String CAN_RECEIVE_RESULTS = "CAN_RECEIVE_RESULTS";

  /** What a parameter may be called, and what is no sensitive value gone astray. */
  static final Pattern PARAMETER_NAME = Pattern.compile("[0-9A-Za-z_]{1,100}");

  private AnalysisRuns() {}

  /** Checks what exists on Spark only. */
  static void sparkOnly(Subject setting) {
    if (setting.present()) {
      setting.with(
          setting.world().engine(),
          World.ENGINE,
          (at, engine) -> {
            if (!engine.equals(SPARK)) {
              at.fails(engine);
            }
          });
    }
  }

  /** Does something with the template that a run names, at the ARN. */
  static void template(Subject run, BiConsumer<Subject, JsonNode> action) {
    Subject arn = run.at("analysisTemplateArn");
    if (arn.present()) {
      arn.with(arn.world().template(arn.text()), World.TEMPLATE, action);
    }
  }

  /** Checks that the template of a run has the format that it needs. */
  static void format(Subject run, String format) {
    template(
        run,
        (arn, template) -> {
          String found = template.path("format").asString("");
          if (!found.isEmpty() && !found.equals(format)) {
            arn.fails(found);
          }
        });
  }

  /** Checks that the parameters of a run are declared by its template, and of their types. */
  static void parametersMatch(Subject run) {
    Subject parameters = run.at("parameters");
    if (parameters.keys().isEmpty()) {
      return;
    }
    template(
        run,
        (arn, template) -> {
          if (template.path("analysisParameters").isArray()) {
            parameters.keys().stream()
                .filter(name -> PARAMETER_NAME.matcher(name).matches())
                .forEach(name -> parameterMatches(parameters.at(name), name, template));
          }
        });
  }

  private static void parameterMatches(Subject value, String name, JsonNode template) {
    Optional<JsonNode> declared =
        declared(template).filter(each -> each.path("name").asString("").equals(name)).findFirst();
    if (declared.isEmpty()) {
      value.fails("a name that the template does not have");
    } else {
      typed(value, declared.get().path("type").asString(""));
    }
  }

  /** Checks that a text can be a value of a type. */
  static void typed(Subject value, String type) {
    ParameterTypes.missed(type, value.text())
        .ifPresent(form -> value.fails("a value that is not " + form));
  }

  /** Checks that a run gives values to all parameters without default. */
  static void parametersComplete(Subject run) {
    template(
        run,
        (arn, template) -> {
          List<String> missing =
              declared(template)
                  .filter(each -> !each.has("defaultValue"))
                  .map(each -> each.path("name").asString(""))
                  .filter(name -> PARAMETER_NAME.matcher(name).matches())
                  .filter(name -> !run.at("parameters").has(name))
                  .toList();
          if (!missing.isEmpty()) {
            Subject parameters = run.at("parameters");
            (parameters.present() ? parameters : run).fails("no value for " + Words.and(missing));
          }
        });
  }

  private static Stream<JsonNode> declared(JsonNode template) {
    return template.path("analysisParameters").valueStream();
  }

  /** Checks that the account of a member output can receive results. */
  static void canReceive(Subject member) {
    member(
        member.at("accountId"),
        (account, summary) -> {
          if (!World.holds(summary.path("abilities"), CAN_RECEIVE_RESULTS)) {
            account.fails("a member without the ability " + CAN_RECEIVE_RESULTS);
          }
        });
  }

  /** Checks that the account that is to pay is one of those that were chosen for that. */
  static void isPayer(Subject payer, String cost) {
    member(
        payer,
        (account, summary) -> {
          boolean declined =
              account
                  .world()
                  .wholeMembership(account.text())
                  .filter(own -> refuses(own, cost))
                  .isPresent();
          if (declined || refuses(summary, cost)) {
            account.fails("a member that does not pay for it");
          }
        });
  }

  private static boolean refuses(JsonNode member, String cost) {
    JsonNode responsible = member.path("paymentConfiguration").path(cost).path("isResponsible");
    return responsible.isBoolean() && !responsible.asBoolean();
  }

  /** Checks that an account is an active member, and if it is, does something with its summary. */
  private static void member(Subject account, BiConsumer<Subject, JsonNode> action) {
    if (!account.node().isString()) {
      return;
    }
    World world = account.world();
    Optional<JsonNode> member = world.member(account.text());
    if (member.isEmpty() && world.allMembers().isPresent()) {
      account.fails("an account that is no member");
      return;
    }
    account.with(
        member,
        World.MEMBERS,
        (at, summary) -> {
          String status = summary.path("status").asString("");
          if (status.equals("ACTIVE")) {
            action.accept(at, summary);
          } else if (!status.isEmpty()) {
            at.fails("a member whose status is " + status);
          }
        });
  }

  /** Checks that the tables of a run allow its method of analysis, and not only the other one. */
  static void tablesAllow(Subject run, String other, String words) {
    tables(
        run,
        Kind.SCHEMA,
        World.TABLES,
        (at, tables) -> {
          for (JsonNode table : tables) {
            if (table.path("analysisMethod").asString("").equals(other)) {
              at.fails(quoted(table) + " allows " + words + " only");
            }
          }
        });
  }

  /** Checks that all tables of a run allow its receivers. */
  static void receiversAllowed(Subject start, Subject run) {
    List<Subject> receivers = new ArrayList<>();
    Subject output = start.at("resultConfiguration", "outputConfiguration");
    receivers(output, receivers);
    output.each("distribute", "locations").forEach(location -> receivers(location, receivers));
    if (receivers.isEmpty()) {
      return;
    }
    tables(
        run,
        Kind.SCHEMA_RULE,
        World.TABLE_RULES,
        (at, rules) -> receivers.forEach(receiver -> receiverAllowed(receiver, rules)));
  }

  private static void receivers(Subject output, List<Subject> receivers) {
    Stream.of(output.at("member", "accountId"), output.at("s3"))
        .filter(Subject::present)
        .forEach(receivers::add);
  }

  private static void receiverAllowed(Subject receiver, List<JsonNode> rules) {
    // An S3 output goes to the account that runs the analysis.
    Optional<String> account =
        receiver.node().isString() ? Optional.of(receiver.text()) : receiver.world().caller();
    receiver.with(
        account,
        World.CALLER,
        (at, id) -> {
          for (JsonNode rule : rules) {
            if (receiverLists(rule).anyMatch(list -> !list.isEmpty() && !World.holds(list, id))) {
              at.fails(quoted(rule) + " does not allow this one");
            }
          }
        });
  }

  /** The lists of receivers in the policies in force: the two taken together, or each. */
  private static Stream<JsonNode> receiverLists(JsonNode rule) {
    List<String> policies =
        rule.has("consolidatedPolicy")
            ? List.of("consolidatedPolicy")
            : List.of("policy", "collaborationPolicy");
    return policies.stream()
        .flatMap(policy -> rule.path(policy).path("v1").valueStream())
        .map(variant -> variant.path("allowedResultReceivers"));
  }

  /** Does something with what is known of the tables that a run reads. */
  static void tables(
      Subject run, Kind kind, String fact, BiConsumer<Subject, List<JsonNode>> action) {
    Subject text = run.at("queryString");
    if (!text.present()) {
      template(
          run,
          (arn, template) ->
              tables(arn, TablesRead.ofTemplate(arn.world(), template), kind, fact, action));
    } else if (!run.has("analysisTemplateArn")) {
      tables(text, TablesRead.ofText(text), kind, fact, action);
    }
  }

  /** Does something with what is known of tables, and tells if more would have to be known. */
  static void tables(
      Subject at,
      TablesRead tables,
      Kind kind,
      String fact,
      BiConsumer<Subject, List<JsonNode>> action) {
    action.accept(at, tables.known(kind));
    if (!tables.complete(kind)) {
      at.needs(fact);
    }
  }

  private static String quoted(JsonNode table) {
    return "the table \"" + table.path("name").asString("") + "\"";
  }
}
