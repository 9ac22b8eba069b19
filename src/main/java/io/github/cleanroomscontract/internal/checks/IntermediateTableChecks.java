package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.internal.facts.Facts.Kind;
import io.github.cleanroomscontract.internal.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is documented of intermediate tables beyond their schemas. */
final class IntermediateTableChecks {

  private static final String CAN_QUERY = "CAN_QUERY";
  private static final String SQL = "SQL";
  private static final double SECONDS_A_DAY = 86_400;

  /** The settings for further analyses, from the laxest to the strictest. */
  private static final List<String> STRICTNESS = List.of("NOT_ALLOWED", "ALLOWED", "REQUIRED");

  private static final List<String> OWNER_ONLY =
      List.of(
          "CreateIntermediateTableAnalysisRule",
          "DeleteIntermediateTable",
          "DeleteIntermediateTableAnalysisRule",
          "GetIntermediateTable",
          "PopulateIntermediateTable",
          "UpdateIntermediateTable",
          "UpdateIntermediateTableAnalysisRule");

  private IntermediateTableChecks() {}

  static void register(Checks.Registry registry) {
    registry.request(
        "intermediate.created-by-runner",
        "CreateIntermediateTable request",
        IntermediateTableChecks::createdByRunner);
    registry.request(
        "intermediate-populate.template-format",
        "PopulationAnalysisSqlParameters",
        IntermediateTableChecks::templateFormat);
    for (String operation : OWNER_ONLY) {
      registry.request(
          "intermediate.owner-only",
          operation + " request",
          IntermediateTableChecks::calledByOwner);
    }
    registry.request(
        "intermediate-disallow.by-data-provider",
        "DisallowIntermediateTable request",
        IntermediateTableChecks::disallowedByDataProvider);
    registry.request(
        "populate.payer-is-candidate",
        "PopulateIntermediateTable request",
        IntermediateTableChecks::payerIsCandidate);
    registry.request(
        "populate.parameters-override-defaults",
        "PopulateIntermediateTable request",
        IntermediateTableChecks::parametersAreDeclared);
    registry.request(
        "intermediate-update.columns-unique",
        "IntermediateTableColumnList",
        at -> Names.unique(at, "name"));
    registry.request(
        "intermediate-update.existing-columns-only",
        "IntermediateTableColumnList",
        IntermediateTableChecks::columnsExist);
    inherited(registry);
    registry.response(
        "intermediate.expiration-follows-retention",
        "IntermediateTable",
        IntermediateTableChecks::expirationFollowsRetention);
  }

  /** What the rules of base tables demand of the rule of a table that is made from them. */
  private static void inherited(Checks.Registry registry) {
    String rule = "IntermediateTableAnalysisRuleCustom";
    registry.request(
        "intermediate-inherited.additional-analyses-not-weaker",
        rule,
        at -> inherited(at, "additionalAnalyses", IntermediateTableChecks::notWeaker));
    registry.request(
        "intermediate-inherited.additional-analyses-subset",
        rule,
        at -> inherited(at, "allowedAdditionalAnalyses", IntermediateTableChecks::subset));
    registry.request(
        "intermediate-inherited.receivers-subset",
        rule,
        at -> inherited(at, "allowedResultReceivers", IntermediateTableChecks::subset));
    registry.request(
        "intermediate-inherited.disallowed-columns-superset",
        rule,
        at -> inherited(at, "disallowedOutputColumns", IntermediateTableChecks::superset));
  }

  private static void createdByRunner(Subject call) {
    Subject membership = call.at("membershipIdentifier");
    Optional<JsonNode> abilities =
        call.world()
            .membership()
            .map(known -> known.path("memberAbilities"))
            .filter(JsonNode::isArray);
    membership.with(
        abilities,
        World.MEMBERSHIP,
        (at, held) -> {
          if (!World.holds(held, CAN_QUERY)) {
            at.fails(held.isEmpty() ? "none" : sorted(World.texts(held)));
          }
        });
  }

  private static void templateFormat(Subject sql) {
    Subject arn = sql.at("analysisTemplateArn");
    if (!arn.text().isEmpty()) {
      arn.with(
          arn.world().template(arn.text()),
          World.TEMPLATE,
          (at, template) -> {
            String format = template.path("format").asString(SQL);
            if (!format.equals(SQL)) {
              at.fails(format);
            }
          });
    }
  }

  private static void calledByOwner(Subject call) {
    Subject table = call.at("intermediateTableIdentifier");
    if (!table.text().isEmpty()) {
      table.with(
          table.world().intermediateTable(),
          World.INTERMEDIATE_TABLE,
          (at, known) -> {
            String owner = known.path("membershipId").asString("");
            Subject membership = call.at("membershipIdentifier");
            boolean otherMembership =
                !owner.isEmpty() && !membership.text().isEmpty() && !membership.is(owner);
            boolean ownAccount =
                at.world().caller().flatMap(caller -> owned(known, caller)).orElse(true);
            if (otherMembership || !ownAccount) {
              at.fails();
            }
          });
    }
  }

  private static Optional<Boolean> owned(JsonNode table, String account) {
    return World.account(table.path("arn").asString("")).map(account::equals);
  }

  private static void disallowedByDataProvider(Subject call) {
    Subject name = call.at("intermediateTableName");
    if (name.text().isEmpty()) {
      return;
    }
    Optional<JsonNode> dependencies =
        named(name.world(), name.text())
            .map(table -> table.path("tableDependencies"))
            .filter(tables -> !tables.isEmpty());
    name.with(
        dependencies,
        World.INTERMEDIATE_TABLE,
        (table, bases) ->
            table.with(
                table.world().caller(),
                World.CALLER,
                (at, caller) -> {
                  if (!owners(bases).contains(caller)) {
                    at.fails();
                  }
                }));
  }

  /** Returns the table of a name in the collaboration of the call, if no other can be meant. */
  private static Optional<JsonNode> named(World world, String name) {
    Optional<String> collaboration = world.collaborationId();
    List<JsonNode> tables =
        world.all(Kind.INTERMEDIATE_TABLE).stream()
            .filter(table -> table.path("name").asString("").equals(name))
            .filter(
                table ->
                    collaboration
                        .map(table.path("collaborationId").asString("")::equals)
                        .orElse(true))
            .toList();
    return tables.size() == 1 ? Optional.of(tables.get(0)) : Optional.empty();
  }

  private static Set<String> owners(JsonNode dependencies) {
    return texts(dependencies, "creatorAccountId");
  }

  private static void payerIsCandidate(Subject call) {
    Subject payer = call.at("analysisPayerAccountId");
    if (payer.text().isEmpty()) {
      return;
    }
    Optional<JsonNode> responsible =
        payer
            .world()
            .member(payer.text())
            .map(member -> member.at("/paymentConfiguration/queryCompute/isResponsible"))
            .filter(JsonNode::isBoolean);
    payer.with(
        responsible,
        World.MEMBERS,
        (at, pays) -> {
          if (!pays.asBoolean()) {
            at.fails();
          }
        });
  }

  private static void parametersAreDeclared(Subject call) {
    Subject parameters = call.at("parameters");
    if (parameters.keys().isEmpty()) {
      return;
    }
    parameters.with(
        parameters.world().intermediateTable(),
        World.INTERMEDIATE_TABLE,
        (named, table) -> {
          JsonNode sql = table.at("/populationAnalysisConfiguration/sqlParameters");
          String template = sql.path("analysisTemplateArn").asString("");
          // A text of its own declares no parameters, so nothing is known of what it takes.
          if (!template.isEmpty()) {
            named.with(
                named.world().template(template),
                World.TEMPLATE,
                IntermediateTableChecks::declared);
          }
        });
  }

  private static void declared(Subject parameters, JsonNode template) {
    // The names are not told: what they stand in is sensitive.
    if (!texts(template.path("analysisParameters"), "name").containsAll(parameters.keys())) {
      parameters.fails();
    }
  }

  private static void columnsExist(Subject columns) {
    if (columns.items().isEmpty()) {
      return;
    }
    Optional<JsonNode> schema =
        columns
            .world()
            .intermediateTable()
            .map(table -> table.at("/schema/columns"))
            .filter(JsonNode::isArray);
    columns.with(
        schema,
        World.INTERMEDIATE_TABLE,
        (update, existing) -> {
          Stream<Subject> names = update.each().map(column -> column.at("name"));
          Names.notAmong(names, texts(existing, "name"));
        });
  }

  /** Compares a setting of a rule with what was inherited under the same name. */
  private static void inherited(
      Subject rule, String name, BiConsumer<Subject, JsonNode> comparison) {
    Subject setting = rule.at(name);
    if (!setting.present()) {
      return;
    }
    Optional<JsonNode> populated =
        setting
            .world()
            .intermediateTable()
            .filter(table -> table.at("/intermediateTableVersion/inheritedConstraints").isObject())
            .filter(table -> table.path("tableDependencies").isArray());
    setting.with(
        populated,
        World.INTERMEDIATE_TABLE,
        (at, table) -> {
          JsonNode inherited =
              table.at("/intermediateTableVersion/inheritedConstraints").path(name);
          if (multiParty(table) && inherited.isObject()) {
            comparison.accept(at, inherited);
          }
        });
  }

  /** Returns whether data of others than the owner is in a table. */
  private static boolean multiParty(JsonNode table) {
    return owners(table.path("tableDependencies")).stream()
        .anyMatch(account -> !owned(table, account).orElse(true));
  }

  private static void notWeaker(Subject setting, JsonNode inherited) {
    int chosen = STRICTNESS.indexOf(setting.text());
    int asked = STRICTNESS.indexOf(inherited.path("value").asString(""));
    if (chosen >= 0 && chosen < asked) {
      setting.fails(STRICTNESS.get(chosen) + " where they ask for " + STRICTNESS.get(asked));
    }
  }

  private static void subset(Subject setting, JsonNode inherited) {
    // Where no base table says anything, an empty list forbids nothing.
    if (inherited.path("sources").isEmpty() || !inherited.path("value").isArray()) {
      return;
    }
    Set<String> allowed = World.texts(inherited.path("value"));
    setting.items().stream()
        .filter(item -> !item.text().isEmpty())
        .filter(item -> allowed.stream().noneMatch(pattern -> covers(pattern, item.text())))
        .forEach(Subject::fails);
  }

  private static void superset(Subject setting, JsonNode inherited) {
    if (setting.node().isArray()) {
      Set<String> missing = World.texts(inherited.path("value"));
      missing.removeAll(World.texts(setting.node()));
      if (!missing.isEmpty()) {
        setting.fails(sorted(missing));
      }
    }
  }

  /** Returns whether a text is of a pattern in which an asterisk stands for any text. */
  static boolean covers(String pattern, String text) {
    String[] parts = pattern.split("\\*", -1);
    if (parts.length == 1) {
      return pattern.equals(text);
    }
    String first = parts[0];
    String last = parts[parts.length - 1];
    if (!text.startsWith(first)) {
      return false;
    }
    int end = first.length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = text.indexOf(parts[i], end);
      if (found < 0) {
        return false;
      }
      end = found + parts[i].length();
    }
    return text.endsWith(last) && text.length() - last.length() >= end;
  }

  /** No member tells when a version was filled, but that was not before its table was made. */
  private static void expirationFollowsRetention(Subject table) {
    Subject expirationTime = table.at("intermediateTableVersion", "expirationTime");
    Optional<Double> expiration = expirationTime.time();
    Optional<Double> created = table.at("createTime").time();
    Optional<Double> retention = table.at("retentionInDays").number();
    if (expiration.isPresent() && created.isPresent() && retention.isPresent()) {
      double days = (expiration.get() - created.get()) / SECONDS_A_DAY;
      // The service may round to whole days.
      if (days < retention.get() - 1) {
        expirationTime.fails(Words.count((long) days, "day"));
      }
    }
  }

  private static String sorted(Set<String> texts) {
    return Words.and(texts.stream().sorted().toList());
  }

  /** Returns what a member says in each of some objects. */
  private static Set<String> texts(JsonNode list, String member) {
    Set<String> texts = new HashSet<>();
    list.forEach(item -> texts.add(item.path(member).asString("")));
    return texts;
  }
}
