package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * All checks, by the shape at whose values they are made. An instance makes those of one contract.
 * Thread-safe.
 */
public final class Checks {

  private static final Map<String, List<Check>> BY_SHAPE = register();

  private final LocalDate day;

  /** What there is to do at shapes of the day, by their names. */
  private final Map<String, Plan> plans = new ConcurrentHashMap<>();

  /** What the classes of this package add their checks to. */
  static final class Registry {

    private final Map<String, List<Check>> byShape = new HashMap<>();

    /** Adds a check at values of a shape, in both directions. */
    void both(String rule, String shape, Consumer<Subject> code) {
      add(new Check(rule, shape, Optional.empty(), code));
    }

    /** Adds a check at values of a shape in requests. */
    void request(String rule, String shape, Consumer<Subject> code) {
      add(new Check(rule, shape, Optional.of(Direction.REQUEST), code));
    }

    /** Adds a check at values of a shape in responses. */
    void response(String rule, String shape, Consumer<Subject> code) {
      add(new Check(rule, shape, Optional.of(Direction.RESPONSE), code));
    }

    private void add(Check check) {
      byShape.computeIfAbsent(check.shape(), shape -> new ArrayList<>()).add(check);
    }
  }

  /** Creates the checks of the contract of a day. */
  public Checks(LocalDate day) {
    this.day = day;
  }

  private static Map<String, List<Check>> register() {
    Registry registry = new Registry();
    ProtectedQueryChecks.register(registry);
    ProtectedJobChecks.register(registry);
    AnalysisTemplateChecks.register(registry);
    CollaborationChecks.register(registry);
    MembershipChecks.register(registry);
    ChangeRequestChecks.register(registry);
    ListChecks.register(registry);
    ResourceChecks.register(registry);
    ConfiguredTableChecks.register(registry);
    AssociationChecks.register(registry);
    AnalysisRuleChecks.register(registry);
    SchemaChecks.register(registry);
    IntermediateTableChecks.register(registry);
    IdMappingChecks.register(registry);
    PrivacyBudgetChecks.register(registry);
    return Map.copyOf(registry.byShape);
  }

  /** Returns the ids of the rules that are checked at values of a shape, in one direction. */
  public static List<String> rulesAt(String shape, Direction direction) {
    return at(shape, direction).map(Check::rule).toList();
  }

  /** Returns the ids of all rules that are checked, as often as they are. */
  public static List<String> rules() {
    return BY_SHAPE.values().stream().flatMap(List::stream).map(Check::rule).toList();
  }

  /** Returns the names of the shapes at whose values something is checked. */
  public static List<String> shapes() {
    return List.copyOf(BY_SHAPE.keySet());
  }

  private static Stream<Check> at(String shape, Direction direction) {
    return BY_SHAPE.getOrDefault(shape, List.of()).stream()
        .filter(check -> check.direction().orElse(direction) == direction);
  }

  /**
   * Begins a round of all checks of a payload.
   *
   * @param operation the name of the operation
   * @param direction the direction of the payload
   * @param shape what the payload should be
   * @param payload the payload, which may be anything
   */
  public Round begin(String operation, Direction direction, Shape shape, JsonNode payload) {
    return new Round(operation, direction, plan(shape), payload, day);
  }

  /** Returns whether something is checked at values of a shape, or below. */
  boolean concern(Shape shape) {
    return plan(shape) != Plan.NOTHING;
  }

  private Plan plan(Shape shape) {
    Plan plan = plans.get(shape.name());
    if (plan == null) {
      plan = Plan.of(shape, BY_SHAPE.getOrDefault(shape.name(), List.of()), this::plan);
      plans.put(shape.name(), plan);
    }
    return plan;
  }
}
