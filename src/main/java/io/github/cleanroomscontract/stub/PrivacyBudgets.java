package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Templates of privacy budgets, the budgets of which nothing is ever spent, and previews. */
final class PrivacyBudgets implements Family {

  private static final String TYPE = "privacyBudgetType";
  private static final String PARAMETERS = "parameters";
  private static final String BUDGET_ID = "budgetId";

  private final World world;

  PrivacyBudgets(World world) {
    this.world = world;
  }

  @Override
  public void unique(Resource membership, Map<String, Object> told, Ask ask) {
    for (Resource before : membership.children(Kind.PRIVACY_BUDGET_TEMPLATE)) {
      boolean same = before.is(TYPE, (String) told.get(TYPE));
      if (same && resource(before.members()).equals(resource(told))) {
        throw Refusal.conflict(
            Kind.PRIVACY_BUDGET_TEMPLATE, before.key(), "ALREADY_EXISTS", "exists already");
      }
    }
  }

  /** Types and parameters may be of different kinds, which is only warned of. */
  private static boolean limitsAccess(Map<String, Object> template) {
    return Trees.find(template, List.of(PARAMETERS, "accessBudget")) != null;
  }

  /** Returns the resource that access is limited to; empty if it is not about access. */
  private static Object resource(Map<String, Object> template) {
    Object arn = Trees.find(template, List.of(PARAMETERS, "accessBudget", "resourceArn"));
    return arn == null ? "" : arn;
  }

  @Override
  public void create(Resource template, Ask ask) {
    template.members().putIfAbsent("autoRefresh", "NONE");
  }

  @Override
  public void adopt(Resource template, Ask ask) {
    template.members().put(TYPE, ask.has(TYPE) ? ask.text(TYPE) : "DIFFERENTIAL_PRIVACY");
  }

  @Override
  public void update(Resource template, Map<String, Object> told, Ask ask) {
    if (!template.is(TYPE, ask.text(TYPE))) {
      throw Refusal.invalid(TYPE, "is not the type of the template");
    }
    if (told.containsKey(PARAMETERS) && limitsAccess(told) != limitsAccess(template.members())) {
      throw Refusal.invalid(PARAMETERS, "are not of the type of the template");
    }
    Merge.into(template.members(), told, PARAMETERS);
  }

  /** Lists the budgets of a membership, or of all memberships of a collaboration. */
  Map<String, Object> list(Ask ask) {
    boolean ofCollaboration = ask.has(Kind.COLLABORATION.identifier());
    List<Resource> templates =
        ofCollaboration
            ? World.ofMembers(world.named(Kind.COLLABORATION, ask), Kind.PRIVACY_BUDGET_TEMPLATE)
            : world.named(Kind.MEMBERSHIP, ask).children(Kind.PRIVACY_BUDGET_TEMPLATE);
    String wanted = ask.text("accessBudgetResourceArn");
    List<Resource> some =
        templates.stream()
            .filter(Filters.of(ask))
            .filter(template -> wanted.isEmpty() || resource(template.members()).equals(wanted))
            .toList();
    Shape entry = Answers.entries(ask.operation().response()).shape().item();
    return Pages.page(
        ask, some, Resource::serial, each -> world.answers().view(budget(each), entry));
  }

  private Map<String, Object> budget(Resource template) {
    Map<String, Object> budget = new LinkedHashMap<>(template.members());
    // A budget has an id of its own.
    budget.put("id", template.members().computeIfAbsent(BUDGET_ID, name -> world.newId()));
    budget.put("privacyBudgetTemplateId", template.key());
    budget.put("privacyBudgetTemplateArn", template.text("arn"));
    budget.put("type", template.text(TYPE));
    budget.put(
        "budget",
        limitsAccess(template.members())
            ? Map.of("accessBudget", access(template))
            : Map.of("differentialPrivacy", privacy(template)));
    return budget;
  }

  private static Map<String, Object> access(Resource template) {
    List<Object> details = new ArrayList<>();
    long least = Long.MAX_VALUE;
    Object parameters =
        Trees.find(template.members(), List.of(PARAMETERS, "accessBudget", "budgetParameters"));
    for (Object parameter : (List<?>) parameters) {
      Map<String, Object> limit = Trees.copy(parameter);
      limit.put("budgetType", limit.remove("type"));
      if ("LIFETIME".equals(limit.get("budgetType"))) {
        // Templates are only warned of it.
        limit.remove("autoRefresh");
      }
      limit.put("startTime", template.members().get("createTime"));
      limit.put("remainingBudget", limit.get("budget"));
      least = Math.min(least, ((Number) limit.get("budget")).longValue());
      details.add(limit);
    }
    return Map.of(
        "resourceArn",
        resource(template.members()),
        "details",
        details,
        "aggregateRemainingBudget",
        least);
  }

  private static Map<String, Object> privacy(Resource template) {
    Object parameters = Trees.find(template.members(), List.of(PARAMETERS, "differentialPrivacy"));
    Map<String, Object> count = Trees.copy(count(parameters));
    count.put("remainingCount", count.get("maxCount"));
    return Map.of(
        "epsilon", Trees.find(parameters, List.of("epsilon")), "aggregations", List.of(count));
  }

  /** How many counts a budget is good for grows with both of its parameters. */
  private static Map<String, Object> count(Object parameters) {
    long epsilon = number(parameters, "epsilon");
    long noise = number(parameters, "usersNoisePerQuery");
    return Map.of("type", "COUNT", "maxCount", Math.max(1, epsilon * noise));
  }

  private static long number(Object parameters, String name) {
    return Trees.find(parameters, List.of(name)) instanceof Number number ? number.longValue() : 1;
  }

  /** Answers what parameters would bring. */
  Map<String, Object> preview(Ask ask) {
    world.named(Kind.MEMBERSHIP, ask);
    Object parameters = Trees.find(ask.input(), List.of(PARAMETERS, "differentialPrivacy"));
    return Map.of(
        "privacyImpact",
        Map.of("differentialPrivacy", Map.of("aggregations", List.of(count(parameters)))));
  }
}
