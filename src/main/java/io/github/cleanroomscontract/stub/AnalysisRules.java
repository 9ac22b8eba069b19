package io.github.cleanroomscontract.stub;

import java.util.ArrayList;
import java.util.List;

/** Analysis rules, which their tables name by their types. */
final class AnalysisRules implements Family {

  private static final String TYPES = "analysisRuleTypes";

  @Override
  public void create(Resource rule, Ask ask) {
    name(rule);
  }

  @Override
  public void adopt(Resource rule, Ask ask) {
    name(rule);
  }

  /** Some rules have another name for their type. */
  private static void name(Resource rule) {
    rule.members().put("type", rule.key());
    rule.members().put("analysisRuleType", rule.key());
  }

  @Override
  public void made(Resource rule) {
    List<Object> types = types(rule);
    if (!types.contains(rule.key())) {
      types.add(rule.key());
    }
    rule.parent().members().put(TYPES, types);
  }

  @Override
  public void gone(Resource rule) {
    List<Object> types = types(rule);
    types.remove(rule.key());
    rule.parent().members().put(TYPES, types);
  }

  private static List<Object> types(Resource rule) {
    return rule.parent().members().get(TYPES) instanceof List<?> types
        ? new ArrayList<>(types)
        : new ArrayList<>();
  }
}
