package io.github.cleanroomscontract.stub;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What each operation does to what the stand-in remembers. Not thread-safe. */
final class Operations {

  private final Rest rest;
  private final CollaborationViews views;
  private final Map<String, Function<Ask, Map<String, Object>>> special = new HashMap<>();

  Operations(World world) {
    this.rest = new Rest(world);
    this.views = new CollaborationViews(world, rest);
    collaborations(world);
    tables(world);
    analyses(world);
    PrivacyBudgets budgets = new PrivacyBudgets(world);
    world.register(Kind.PRIVACY_BUDGET_TEMPLATE, budgets);
    special.put("ListPrivacyBudgets", budgets::list);
    special.put("ListCollaborationPrivacyBudgets", budgets::list);
    special.put("PreviewPrivacyImpact", budgets::preview);
    Tags tags = new Tags(world);
    special.put("TagResource", tags::tag);
    special.put("UntagResource", tags::untag);
    special.put("ListTagsForResource", tags::list);
    special.put("BatchGetCollaborationAnalysisTemplate", views::templates);
  }

  private void collaborations(World world) {
    Collaborations collaborations = new Collaborations(world);
    world.register(Kind.COLLABORATION, collaborations);
    special.put("ListMembers", collaborations::listMembers);
    special.put("DeleteMember", collaborations::deleteMember);
    world.register(Kind.MEMBERSHIP, new Memberships(world));
    world.register(Kind.CHANGE_REQUEST, new ChangeRequests(world));
  }

  private void tables(World world) {
    world.register(Kind.CONFIGURED_TABLE, new ConfiguredTables(world));
    world.register(Kind.TABLE_ASSOCIATION, new TableAssociations(world));
    AnalysisRules rules = new AnalysisRules();
    world.register(Kind.CONFIGURED_TABLE_RULE, rules);
    world.register(Kind.TABLE_ASSOCIATION_RULE, rules);
    world.register(Kind.INTERMEDIATE_TABLE_RULE, rules);
    IdMappingTables mappings = new IdMappingTables(world);
    world.register(Kind.ID_MAPPING_TABLE, mappings);
    special.put("PopulateIdMappingTable", mappings::populate);
    IntermediateTables intermediate = new IntermediateTables(world);
    world.register(Kind.INTERMEDIATE_TABLE, intermediate);
    special.put("PopulateIntermediateTable", intermediate::populate);
    special.put("DisallowIntermediateTable", intermediate::disallow);
    special.put("ListIntermediateTableVersions", intermediate::listVersions);
    Schemas schemas = new Schemas(world, rest);
    world.register(Kind.SCHEMA, schemas);
    world.register(Kind.SCHEMA_RULE, new Schemas.Rules());
    special.put("ListSchemas", schemas::list);
    special.put("GetSchema", schemas::get);
    special.put("GetSchemaAnalysisRule", schemas::getRule);
    special.put("BatchGetSchema", schemas::batch);
    special.put("BatchGetSchemaAnalysisRule", schemas::batchRules);
  }

  private void analyses(World world) {
    Analyses analyses = new Analyses(world);
    world.register(Kind.PROTECTED_QUERY, analyses);
    world.register(Kind.PROTECTED_JOB, analyses);
  }

  /**
   * Returns the output for a request.
   *
   * @throws Refusal if it is an error
   */
  Map<String, Object> answer(Ask ask) {
    String name = ask.operation().name();
    Function<Ask, Map<String, Object>> own = special.get(name);
    if (own != null) {
      return own.apply(ask);
    }
    int verb = 1;
    while (!Character.isUpperCase(name.charAt(verb))) {
      verb++;
    }
    String what = name.substring(verb);
    return switch (name.substring(0, verb)) {
      case "Create", "Start" -> rest.create(Kind.of(what).orElseThrow(), ask);
      case "Get" -> get(what, ask);
      case "Update" -> rest.update(Kind.of(what).orElseThrow(), ask);
      case "Delete" -> rest.delete(Kind.of(what).orElseThrow(), ask);
      case "List" -> list(what, ask);
      default -> throw new IllegalStateException("nothing does " + name);
    };
  }

  private Map<String, Object> get(String what, Ask ask) {
    Optional<Kind> kind = Kind.of(what);
    return kind.isPresent()
        ? rest.get(kind.get(), ask)
        : views.get(Kind.of(ofMembers(what)).orElseThrow(), ask);
  }

  private Map<String, Object> list(String what, Ask ask) {
    Optional<Kind> kind = Kind.ofPlural(what);
    return kind.isPresent()
        ? rest.list(kind.get(), ask)
        : views.list(Kind.ofPlural(ofMembers(what)).orElseThrow(), ask);
  }

  /** What all members see of one kind is called after the collaboration and the kind. */
  private static String ofMembers(String what) {
    return what.replaceFirst("^Collaboration", "");
  }
}
