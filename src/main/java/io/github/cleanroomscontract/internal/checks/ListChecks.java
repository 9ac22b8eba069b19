package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is documented of lists, pages and batches, whatever they hold beyond their schemas. */
final class ListChecks {

  private static final List<String> PAGED =
      List.of(
          "ListAnalysisTemplates",
          "ListCollaborationAnalysisTemplates",
          "ListCollaborationChangeRequests",
          "ListCollaborationConfiguredAudienceModelAssociations",
          "ListCollaborationIdNamespaceAssociations",
          "ListCollaborationPrivacyBudgetTemplates",
          "ListCollaborationPrivacyBudgets",
          "ListCollaborations",
          "ListConfiguredAudienceModelAssociations",
          "ListConfiguredTableAssociations",
          "ListConfiguredTables",
          "ListIdMappingTables",
          "ListIdNamespaceAssociations",
          "ListIntermediateTableVersions",
          "ListIntermediateTables",
          "ListMembers",
          "ListMemberships",
          "ListPrivacyBudgetTemplates",
          "ListPrivacyBudgets",
          "ListProtectedJobs",
          "ListProtectedQueries",
          "ListSchemas");

  /** A member of a request by which a list is narrowed, and what it is called in the entries. */
  private record Filter(String operation, String asked, String answered) {}

  private static final List<Filter> FILTERS =
      List.of(
          new Filter("ListMemberships", "status", "status"),
          new Filter("ListProtectedQueries", "status", "status"),
          new Filter("ListProtectedJobs", "status", "status"),
          new Filter("ListCollaborationChangeRequests", "status", "status"),
          new Filter("ListSchemas", "schemaType", "type"),
          new Filter("ListCollaborations", "memberStatus", "memberStatus"),
          new Filter("ListPrivacyBudgets", "privacyBudgetType", "type"),
          new Filter("ListCollaborationPrivacyBudgets", "privacyBudgetType", "type"));

  /** What a batch asks for, the list of answers, and by which members they are told apart. */
  private record Batch(String operation, String asked, String answered, List<String> key) {

    /** Returns by what an item is told apart; nothing if it does not say. */
    Optional<String> key(JsonNode item) {
      if (item.isString()) {
        return Optional.of(plain(item));
      }
      List<String> parts = key.stream().map(name -> plain(item.path(name))).toList();
      return parts.contains("") ? Optional.empty() : Optional.of(String.join("\n", parts));
    }

    /** Names come back in lower case. */
    private static String plain(JsonNode text) {
      return text.isString() ? text.asString().toLowerCase(Locale.ROOT) : "";
    }
  }

  private static final List<Batch> BATCHES =
      List.of(
          new Batch("BatchGetSchema", "names", "schemas", List.of("name")),
          new Batch(
              "BatchGetSchemaAnalysisRule",
              "schemaAnalysisRuleRequests",
              "analysisRules",
              List.of("name", "type")),
          new Batch(
              "BatchGetCollaborationAnalysisTemplate",
              "analysisTemplateArns",
              "collaborationAnalysisTemplates",
              List.of("arn")));

  private ListChecks() {}

  static void register(Checks.Registry registry) {
    for (String operation : PAGED) {
      registry.response(
          "page.size-at-most-max-results", operation + " response", ListChecks::pageSize);
    }
    for (Filter filter : FILTERS) {
      registry.response(
          "list.filter-respected",
          filter.operation() + " response",
          page -> filtered(page, filter));
    }
    for (Batch batch : BATCHES) {
      registry.response(
          "batch.one-error-per-missing-item",
          batch.operation() + " response",
          answer -> answered(answer, batch));
    }
  }

  /** Returns the entries of a page: the one list that it has. */
  private static Optional<Subject> entries(Subject page) {
    List<Subject> lists =
        page.keys().stream().map(page::at).filter(member -> member.node().isArray()).toList();
    return lists.size() == 1 ? Optional.of(lists.get(0)) : Optional.empty();
  }

  private static void pageSize(Subject page) {
    Optional<Subject> entries = entries(page);
    int size = entries.map(list -> list.items().size()).orElse(0);
    // Every request allows one entry.
    if (size > 1) {
      page.with(
          page.request(),
          World.REQUEST,
          (at, request) -> {
            JsonNode most = request.path("maxResults");
            if (most.isIntegralNumber() && size > most.asLong(size)) {
              entries.get().fails(size + " entries, but maxResults is " + most);
            }
          });
    }
  }

  private static void filtered(Subject page, Filter filter) {
    List<Subject> entries = entries(page).map(Subject::items).orElse(List.of());
    if (!entries.isEmpty()) {
      page.with(
          page.request(),
          World.REQUEST,
          (at, request) -> {
            JsonNode wanted = request.path(filter.asked());
            if (wanted.isString()) {
              entries.stream()
                  .map(entry -> entry.at(filter.answered()))
                  .filter(found -> found.node().isString() && !found.is(wanted.asString()))
                  .forEach(found -> found.fails(filter.asked()));
            }
          });
    }
  }

  private static void answered(Subject answer, Batch batch) {
    List<Subject> items =
        Stream.concat(answer.each(batch.answered()), answer.each("errors")).toList();
    answer.with(
        answer.request(),
        World.REQUEST,
        (at, request) -> {
          List<JsonNode> asked = new ArrayList<>();
          request.path(batch.asked()).forEach(asked::add);
          // What is missing or unknown is a finding of its own, and what follows from it is none.
          boolean told =
              answer.at(batch.answered()).node().isArray()
                  && answer.each(batch.answered()).allMatch(item -> known(item, batch))
                  && Stream.concat(asked.stream(), items.stream().map(Subject::node))
                      .allMatch(item -> batch.key(item).isPresent());
          if (told && !asked.isEmpty()) {
            compare(at, batch, asked, items);
          }
        });
  }

  /** Returns whether the contract has the values by which an item is told apart. */
  private static boolean known(Subject item, Batch batch) {
    Operation operation = Catalogue.current().operation(batch.operation()).orElseThrow();
    Shape shape = operation.response().member(batch.answered()).orElseThrow().shape().item();
    return batch.key().stream()
        .map(name -> shape.member(name).orElseThrow())
        .filter(member -> member.shape().kind() == Shape.Kind.ENUM)
        .allMatch(
            member ->
                member.shape().enumValues().stream()
                    .anyMatch(value -> item.at(member.name()).is(value.value())));
  }

  private static void compare(
      Subject answer, Batch batch, List<JsonNode> asked, List<Subject> items) {
    Set<String> open = new LinkedHashSet<>();
    asked.forEach(item -> open.add(batch.key(item).orElseThrow()));
    int all = open.size();
    // Who asks for an item twice may be answered twice.
    boolean distinct = all == asked.size();
    Set<String> wanted = Set.copyOf(open);
    for (Subject item : items) {
      String key = batch.key(item.node()).orElseThrow();
      if (!wanted.contains(key)) {
        item.fails("this one was not asked for");
      } else if (!open.remove(key) && distinct) {
        item.fails("this one has an answer before");
      }
    }
    if (!open.isEmpty()) {
      answer.fails(open.size() + " of " + all + " have no answer");
    }
  }
}
